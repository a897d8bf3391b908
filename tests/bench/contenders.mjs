// Us and what people would run instead, on the same decision: in turn, round by round, so that a busy machine
// disturbs all of them alike.
import { disagreements } from './agreement.mjs';
import { answer, isBuilt, model, programs } from './programs.mjs';
import { median } from './statistics.mjs';
import { section, short, table } from './tables.mjs';

// Idiomatic JavaScript sorts for its percentiles, as the figures of the reference show (105 to 111 ms at 100,000 draws,
// 13 times those at 10,000): histogram and select is one of our algorithms.
//
// required   how many times as long as ours theirs has to take; for the near-limit, how many times as long as its
//            ours may take
const contenders = [
  { name: 'Fulcrum, WebAssembly in node', ours: true, run: (n, k) => answer(programs.node, '--run', model, n, k) },
  { name: 'squiggle-lang 0.10', required: 250, slow: true, run: (n, k) => answer(programs.peer('squiggle'), n, k) },
  { name: 'mathjs 15, cell by cell', required: 500, slow: true, run: (n, k) => answer(programs.peer('mathjs'), n, k) },
  { name: 'NumPy', required: 7, run: (n, k) => answer(programs.numpy, n, k) },
  { name: 'JavaScript, typed arrays', required: 7, run: (n, k) => answer(programs.peer('plainjs'), n, k, 'sort') },
  { name: '  with our percentiles', run: (n, k) => answer(programs.peer('plainjs'), n, k, 'hist') },
  { name: 'JavaScript, our algorithms', required: 2,
    run: (n, k) => answer(programs.peer('plainjs_tables'), n, k, 'hist') },
  { name: 'Fulcrum, native', run: (n, k) => answer(programs.native, '--run', model, n, k) },
  { name: 'C++ by hand, x86-64-v3', most: 4, needs: programs.nearLimit,
    run: (n, k) => answer(programs.nearLimit, model, n, k) },
];

// returns   {draws, rounds, contenders: [{name, cpu_ms, per_round, ratio, required, met}], disagreements: [sentence]}
export function compare({ quick, tell }) {
  const draws = quick ? 16_384 : 131_072, rounds = quick ? 1 : 5, repeats = quick ? 3 : 15;
  const reference = { draws: 1_048_576, ...answer(programs.native, '--errors', model, 1_048_576) };
  const present = contenders.filter(({ needs }) => !needs || isBuilt(needs));
  const times = present.map(() => []), wrong = [];
  for (let round = 1; round <= rounds && wrong.length === 0; round++)
    present.forEach(({ name, slow, run }, which) => {
      tell(`round ${round} of ${rounds}: ${name}`);
      const { cpu_ms, outcomes } = run(draws, slow ? 1 : repeats);
      if (round === 1) wrong.push(...disagreements(name, outcomes, draws, reference));
      times[which].push(cpu_ms);
    });
  const medians = times.map(median), ours = medians[present.findIndex(contender => contender.ours)];
  return {
    draws, rounds, disagreements: wrong,
    contenders: present.map(({ name, required, most }, which) => {
      const ratio = medians[which] / ours;
      const met = required ? ratio >= required : most ? ratio >= 1 / most : null;
      return { name, cpu_ms: medians[which], per_round: times[which], ratio, required: required ?? null,
        most_slower: most ?? null, met };
    }),
  };
}

export function comparisonText({ draws, rounds, contenders: compared, disagreements: wrong }) {
  const rows = compared.map(({ name, cpu_ms, ratio, required, most_slower, met }) => [name, short(cpu_ms),
    ratio === 1 ? '' : ratio > 1 ? `${short(ratio)} x slower` : `${short(1 / ratio)} x faster`,
    required ? `${required} x slower` : most_slower ? `${most_slower} x faster at most` : '',
    met === null ? '' : met ? 'yes' : 'NO']);
  return section(`Beside what people would run instead: ${draws.toLocaleString('en')} draws, one thread`,
    wrong.length ? `THE OUTPUTS DISAGREE, so no more rounds were run:\n  ${wrong.join('\n  ')}`
      : 'The outputs agree: every mean, percentile and P(best) within 5 standard errors.',
    table(['', 'CPU ms', 'than ours', 'required', 'met'], rows),
    `Median of ${rounds} alternating round${rounds > 1 ? 's' : ''}; 20 assumptions, 3 options, 13 months: mean, ` +
    'percentiles, P(best).');
}
