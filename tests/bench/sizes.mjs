// Bytes: the file that is sent, and the engine's share of its program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { page, root } from './programs.mjs';
import { section, table } from './tables.mjs';

const gzipped = bytes => gzipSync(bytes, { level: 9 }).length;
const squigglePlayground = 723_000;  // gzipped, a lower bound: scripts and styles that its page loads at least

// returns   bytes {page, page_gzipped, wasm_gzipped, engine_gzipped, reader_gzipped, engine_part_gzipped}
export function measureSizes() {
  const wasm = name => gzipped(readFileSync(join(root, 'build/web', name)));
  const file = readFileSync(page);
  const engine = wasm('tests/engine_size.wasm'), reader = wasm('tests/reader_size.wasm');
  return { page: file.length, page_gzipped: gzipped(file), wasm_gzipped: wasm('fulcrum.wasm'), engine_gzipped: engine,
    reader_gzipped: reader, engine_part_gzipped: engine - reader };
}

export function sizesText(sizes) {
  const row = (what, bytes, most) => [what, (bytes / 1000).toFixed(1), most ? (most / 1000).toFixed(0) : '',
    most ? (bytes <= most ? 'yes' : 'NO') : ''];
  return section('Size',
    table(['', 'KB', 'required', 'met'], [
      row('dist/fulcrum.html', sizes.page, 600_000),
      row('  gzipped', sizes.page_gzipped, 430_000),
      row('  its program fulcrum.wasm, gzipped', sizes.wasm_gzipped),
      row('  the engine in it, gzipped', sizes.engine_part_gzipped, 70_000),
      row("Squiggle's playground, gzipped, at least", squigglePlayground)]),
    'The engine: formulas, compiling, distributions and draws, evaluation, scoring and analysis, with the parts of the\n' +
    'C++ library that only they use. It is what a program that reads, compiles and analyses a decision has more than\n' +
    'one that reads and checks it (JSON, document, memory), both linked as the page\'s program, gzipped: ' +
    `${(sizes.engine_gzipped / 1000).toFixed(1)}\nand ${(sizes.reader_gzipped / 1000).toFixed(1)} KB.`);
}
