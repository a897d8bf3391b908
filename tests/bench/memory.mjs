// The heap's peak on the built-in decision, counted natively.
import { answer, builtin, programs } from './programs.mjs';
import { section, table } from './tables.mjs';

const bounds = { view: 10e6, all: 40e6 };  // bytes

// returns   {draws, views: {id: bytes}, all_results: bytes}
export function measureMemory({ tell }) {
  tell('memory');
  return answer(programs.memory, builtin);
}

export function memoryText({ draws, views, all_results: all }) {
  const row = (what, bytes, most) =>
    [what, (bytes / 1e6).toFixed(1), (most / 1e6).toFixed(0), bytes < most ? 'yes' : 'NO'];
  return section(`Memory at ${draws.toLocaleString('en')} draws (built-in decision, peak of the heap, 64-bit)`,
    table(['', 'MB', 'required', 'met'], [
      ...Object.entries(views).map(([id, bytes]) => row(`verdict and view "${id}", dragged`, bytes, bounds.view)),
      row('all results', all, bounds.all)]));
}
