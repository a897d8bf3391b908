// Time against the number of draws, options, assumptions and rows; and where the time of a run goes. The least of
// several repeats, which a busy machine disturbs least.
import { answer, model, programs } from './programs.mjs';
import { section, short, table } from './tables.mjs';

// returns   {parts: {node, native}, scaling: {node, native}}: [{what, draws, median_ms, least_ms, repeats}]
export function measureScaling({ quick, tell }) {
  const seconds = quick ? 0 : 0.5, both = work => ({ node: work(programs.node), native: work(programs.native) });
  tell('where the time goes');
  const parts = both(program => answer(program, model, ...(quick ? [16_384] : [1024, 16_384, 131_072])));
  tell('scaling');
  return { parts, scaling: both(program => answer(program, '--scaling', seconds)) };
}

const size = ({ what, draws }) => Number(/^(\d+) (options|assumptions|rows)$/.exec(what)?.[1] ?? draws);

export function scalingText({ parts, scaling }) {
  const partRows = parts.node.map((figure, k) => [figure.what, figure.draws.toLocaleString('en'),
    short(figure.least_ms), short(parts.native[k].least_ms)]);
  // Linear: what one more costs is the same all the way. The first of a series has none before it.
  const rows = scaling.node.map((figure, k) => {
    const before = scaling.node[k - 1], series = f => f.what.replace(/^\d+ /, '');
    const step = before && series(before) === series(figure) && size(before) < size(figure)
      ? (figure.least_ms - before.least_ms) / (size(figure) - size(before)) : null;
    return [figure.what, figure.draws.toLocaleString('en'), short(figure.least_ms), short(scaling.native[k].least_ms),
      step === null ? '' : (1000 * step).toFixed(3)];
  });
  return section('Where the time of a run goes (tests/bench/model.json)',
    table(['', 'draws', 'WebAssembly ms', 'native ms'], partRows)) +
    section('Time against size (a made-up decision of products and sums)',
      table(['', 'draws', 'WebAssembly ms', 'native ms', 'µs for one more'], rows),
      'Wall time, least of the repeats. "One more" is a draw in the first block, then an option, an assumption, a row:\n' +
      'constant where time is linear.');
}
