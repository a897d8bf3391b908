// part.mjs HOW OUTPUT INPUT...: makes one part of the page.
//   script, style  minified;  host  several scripts, in the order of their names, as one scope, with what they import
//   pack           LZMA, as text (web/bytes.js reads it)
//   program        the same for WebAssembly, with its code in streams (web/code.js joins them)
//   copy           as it is
//   hashes         a line for each input: its name, and its SHA-256 as a content security policy writes it
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { apart } from './wasm_streams.mjs';

const [how, output, ...inputs] = process.argv.slice(2);
const texts = () => inputs.map(input => readFileSync(input, 'utf8')).join('\n');

// Minified text ends without a line break; "</" would end the element that holds the script.
const minified = (text, ...options) => {
  const usual = ['--minify', '--charset=utf8', '--target=es2020', '--supported:class-field=true'];
  const out = execFileSync(process.env.ESBUILD, [...usual, ...options],
    { input: text, cwd: dirname(inputs[0]), maxBuffer: 1 << 26, encoding: 'utf8' }).trimEnd();
  if (/<\/(script|style)|<!--/i.test(out)) throw new Error(`${output}: the text would end its element in the page`);
  return out;
};

// Bits -> 125 characters that mean nothing to HTML in a script element: all of ASCII but NUL and CR, which its reader
// changes, and "<". The next six where they are below 3, else the next seven. Each character is then as frequent as its
// length says, so that gzip, which counts them, gives the whole price back (base64 is as dear there, and a sixth longer
// on a disk).
const letters = Array.from({ length: 127 }, (_, i) => String.fromCharCode(1 + i)).filter(c => c !== '\r' && c !== '<');
const asText = bytes => {
  const two = byte => bytes[byte] << 8 | (bytes[byte + 1] ?? 0);
  const bits = (at, count) => two(at >> 3) >> 16 - count - (at & 7) & (1 << count) - 1;
  let text = '';
  for (let at = 0; at < 8 * bytes.length;) {
    const isShort = bits(at, 6) < 3;
    text += letters[isShort ? bits(at, 6) : bits(at, 7) - 3];
    at += isShort ? 6 : 7;
  }
  return text;
};

// Numbers and coordinates follow their position in the format, not the byte before: contexts of one bit of it.
const packed = bytes => {
  const xz = (bytes, option) => execFileSync(process.env.XZ, ['--format=lzma', '-c', option], { input: bytes, maxBuffer: 1 << 28 });
  const out = xz(bytes, '--lzma1=preset=9e,lc=1,lp=0,pb=0,nice=200');
  if (!xz(out, '-d').equals(bytes)) throw new Error('packed, it does not come back the same');
  return asText(out);
};

const hashes = () => {
  const hash = file => createHash('sha256').update(readFileSync(file)).digest('base64');
  return inputs.map(file => `${basename(file)} sha256-${hash(file)}\n`).join('');
};

const makers = {
  script: () => minified(texts(), '--loader=js'),
  host: () => minified(texts(), '--loader=js', '--format=iife', '--bundle'),
  style: () => minified(texts(), '--loader=css'),
  pack: () => packed(readFileSync(inputs[0])),
  program: () => packed(apart(readFileSync(inputs[0]))),
  copy: texts,
  hashes,
};

try {
  writeFileSync(output, makers[how]());
} catch (error) {
  console.error(`${basename(output)}: ${error.message}`);
  process.exit(1);
}
