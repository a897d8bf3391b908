// part.mjs HOW OUTPUT INPUT...: makes one part of the page.
//   script, style  minified;  host  several scripts, in the order of their names, as one scope, minified
//   deflate        raw deflate by zopfli, as base64
//   copy           as it is
//   hashes         a line for each input: its name, and its SHA-256 as a content security policy writes it
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const [how, output, ...inputs] = process.argv.slice(2);
const texts = () => inputs.map(input => readFileSync(input, 'utf8')).join('\n');

// Minified text ends without a line break; "</" would end the element that holds the script.
const minified = (text, ...options) => {
  const out = execFileSync(process.env.ESBUILD, ['--minify', '--charset=utf8', '--target=es2020', ...options],
    { input: text, maxBuffer: 1 << 26, encoding: 'utf8' }).trimEnd();
  if (/<\/(script|style)|<!--/i.test(out)) throw new Error(`${output}: the text would end its element in the page`);
  return out;
};

const deflated = input => {
  const original = readFileSync(input);
  const bytes = execFileSync(process.env.ZOPFLI, ['-c', '--deflate', '--i15', input], { maxBuffer: 1 << 28 });
  if (!inflateRawSync(bytes).equals(original)) throw new Error(`${input}: deflated, it does not come back the same`);
  return bytes.toString('base64');
};

const hashes = () => {
  const hash = file => createHash('sha256').update(readFileSync(file)).digest('base64');
  return inputs.map(file => `${basename(file)} sha256-${hash(file)}\n`).join('');
};

const makers = {
  script: () => minified(texts(), '--loader=js'),
  host: () => minified(texts(), '--loader=js', '--format=iife'),
  style: () => minified(texts(), '--loader=css'),
  deflate: () => deflated(inputs[0]),
  copy: texts,
  hashes,
};

try {
  writeFileSync(output, makers[how]());
} catch (error) {
  console.error(`${basename(output)}: ${error.message}`);
  process.exit(1);
}
