// What each analysis costs against the number of assumptions, and its longest step: no page stands still for longer.
import { answer, programs } from './programs.mjs';
import { section, short, table } from './tables.mjs';

// returns   {node, native}: [{what, draws, median_ms, least_ms, longest_step_ms, repeats}]
export function measureAnalyses({ quick, tell }) {
  const measured = program => answer(program, '--analyses', quick ? 0 : 0.5);
  tell('analyses');
  return { node: measured(programs.node), native: measured(programs.native) };
}

export function analysesText({ node, native }) {
  const rows = node.map((figure, k) => [figure.what, figure.draws.toLocaleString('en'), short(figure.median_ms),
    short(figure.longest_step_ms), short(native[k].median_ms), short(native[k].longest_step_ms)]);
  return section('Each analysis against size (a made-up decision, half as many rows as assumptions, at least 20)',
    table(['', 'draws', 'WebAssembly ms', 'longest step', 'native ms', 'longest step'], rows),
    'Wall time, medians. An analysis is made in steps; between two of them the page answers.');
}
