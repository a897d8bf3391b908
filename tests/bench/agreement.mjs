// Do the contenders compute the same decision? Each figure may differ from the reference by its Monte Carlo error.

// The standard error of a difference is that of one draw times sqrt(1 / n + 1 / m), for n draws of the contender and
// m of the reference, as if both drew independently: Sobol draws err less. With 5 of them, a run of 10 contenders and
// 15 figures raises a false alarm with probability 150 * 6e-7, about one in 10,000; a mean of option A that is off by
// 2 % at 131,072 draws is found.
const bound = 5;

// reference   {draws, outcomes, errors}: both [option] -> {mean, p5, p50, p95, p_best}, errors for one draw
// returns     a sentence for each figure beyond its bound
export function disagreements(name, outcomes, draws, reference) {
  const scale = Math.sqrt(1 / draws + 1 / reference.draws);
  const found = [];
  if (outcomes.length !== reference.outcomes.length) return [`${name}: ${outcomes.length} options`];
  reference.outcomes.forEach((expected, option) => {
    for (const figure of Object.keys(expected)) {
      const most = bound * reference.errors[option][figure] * scale;
      const off = Math.abs(outcomes[option][figure] - expected[figure]);
      if (!(off <= most))
        found.push(`${name}: ${figure} of option ${'ABC'[option]} is ${outcomes[option][figure]}, not ${
          expected[figure]} within ${most}`);
    }
  });
  return found;
}
