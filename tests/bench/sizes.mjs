// Bytes: the file that is sent, and the engine's share of its program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { page, root } from './programs.mjs';
import { section, table } from './tables.mjs';

const gzipped = bytes => gzipSync(bytes, { level: 9 }).length;
const squigglePlayground = 723_000;  // gzipped, a lower bound: scripts and styles that its page loads at least

// returns   bytes {page, page_gzipped, program, packed: {reader, engine, analysis}, linked: {the same}}; all but the
//           first gzipped
export function measureSizes() {
  const size = name => gzipped(readFileSync(join(root, 'build/web', name)));
  const file = readFileSync(page);
  const each = ending => Object.fromEntries(['reader', 'engine', 'analysis'].map(
    name => [name, size(`tests/${name}_size.wasm${ending}`)]));
  return { page: file.length, page_gzipped: gzipped(file), program: size('parts/fulcrum.wasm.lzma.txt'),
    packed: each('.lzma.txt'), linked: each('') };
}

export function sizesText({ page: whole, page_gzipped, program, packed, linked }) {
  const row = (what, bytes, most) => [what, (bytes / 1000).toFixed(1), most ? (most / 1000).toFixed(0) : '',
    most ? (bytes <= most ? 'yes' : 'NO') : ''];
  const beyondReader = sizes => [sizes.engine, sizes.analysis].map(
    size => ((size - sizes.reader) / 1000).toFixed(1)).join(' and ');
  return section('Size',
    table(['', 'KB', 'required', 'met'], [
      row('dist/fulcrum.html', whole, 600_000),
      row('  gzipped', page_gzipped, 430_000),
      row('  its program, gzipped', program),
      row('  the engine in it, gzipped', packed.engine - packed.reader, 70_000),
      row('  with scoring and analysis', packed.analysis - packed.reader),
      row("Squiggle's playground, gzipped, at least", squigglePlayground)]),
    'The engine: the modules math, expr and engine (formulas, compiling, distributions, draws, evaluation, statistics),\n' +
    'with the parts of the C++ library that only they use. It is what a program that reads, compiles and simulates a\n' +
    'decision has more than one that reads and checks it (JSON, document, memory), both packed as the page\'s program is:\n' +
    `${(packed.engine / 1000).toFixed(1)} and ${(packed.reader / 1000).toFixed(1)} KB. ` +
    `Not packed, the engine alone and with scoring and analysis is ${beyondReader(linked)} KB, gzipped.`);
}
