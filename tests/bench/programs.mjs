// The programs that are measured: where they stand, and what they answer.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, '../..');
export const model = join(here, 'model.json');
export const builtin = join(root, 'assets/phase0.json');
export const page = join(root, 'dist/fulcrum.html');

const built = path => join(root, 'build', path);
export const programs = {
  node: [process.execPath, built('web/tests/fulcrum_bench.js')],
  native: [built('release/tests/fulcrum_bench')],
  memory: [built('release/tests/fulcrum_memory')],
  nearLimit: [built('release/tests/near_limit')],
  numpy: [pythonWithNumpy(), join(here, 'peers/numpy_peer.py')],
  peer: name => [process.execPath, '--max-old-space-size=4096', join(here, 'contender.mjs'), name],
};

// Debian's numpy belongs to Debian's python, which need not be the first on the PATH.
function pythonWithNumpy() {
  const has = python => spawnSync(python, ['-c', 'import numpy']).status === 0;
  return ['/usr/bin/python3', 'python3'].find(has) ?? 'python3';
}

export const isBuilt = program => existsSync(program.at(-1));

// What a program prints, as JSON; throws with its words when it fails.
export function answer(program, ...words) {
  const [command, ...first] = program;
  const run = spawnSync(command, [...first, ...words.map(String)], {
    encoding: 'utf8', maxBuffer: 1 << 26, timeout: 900_000,
  });
  if (run.error || run.status !== 0)
    throw new Error(`${[command, ...first, ...words].join(' ')}: ${
      run.error?.message ?? run.stderr.trim().slice(-400)}`);
  return JSON.parse(run.stdout);
}
