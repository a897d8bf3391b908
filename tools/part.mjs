// part.mjs HOW OUTPUT INPUT...: makes one part of the page.
//   script, style  minified;  host  several scripts, in the order of their names, as one scope, minified
//   deflate        raw deflate by zopfli, as text (web/bytes.js reads it)
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

// Bits -> 92 characters that mean nothing to HTML: the next six where they are below 36, else the next seven. Each
// character is then as frequent as its length says, so that gzip, which counts them, gives the whole price back
// (base64 is as dear there, and a fifteenth longer on a disk).
const letters = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(c => c !== '<' && c !== '&');
const asText = bytes => {
  const two = byte => bytes[byte] << 8 | (bytes[byte + 1] ?? 0);
  const bits = (at, count) => two(at >> 3) >> 16 - count - (at & 7) & (1 << count) - 1;
  let text = '';
  for (let at = 0; at < 8 * bytes.length;) {
    const isShort = bits(at, 6) < 36;
    text += letters[isShort ? bits(at, 6) : bits(at, 7) - 36];
    at += isShort ? 6 : 7;
  }
  return text;
};

const deflated = input => {
  const original = readFileSync(input);
  const bytes = execFileSync(process.env.ZOPFLI, ['-c', '--deflate', '--i15', input], { maxBuffer: 1 << 28 });
  if (!inflateRawSync(bytes).equals(original)) throw new Error(`${input}: deflated, it does not come back the same`);
  return asText(bytes);
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
