// node contender.mjs PEER DRAWS REPEATS [PERCENTILES]: the median CPU time of PEER's full run, and what came out, as
// JSON. PERCENTILES: sort or hist, for peers that have both.
// Before it, uncounted: a run of a tenth, and where that is short, full runs for half a second, so that the
// compiler of JavaScript has done its work.
const [peer, draws, repeats, percentiles] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4]),
  process.argv[5]];
const { run } = await import(`./peers/${peer}.mjs`);

// CPU time of the whole process in ms, its compiler's and collector's threads included.
const cpu = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1000; };

async function timed(n) {
  const begin = cpu();
  const outcomes = await run(n, percentiles);
  return { time: cpu() - begin, outcomes };
}

const tenth = Math.round(draws / 10 / 512) * 512;  // whole blocks of every peer
if ((await timed(tenth)).time < 100)
  for (const begin = cpu(); cpu() - begin < 500;) await timed(draws);

const times = [];
let outcomes;
for (let k = 0; k < repeats; k++) {
  const result = await timed(draws);
  times.push(result.time);
  outcomes = result.outcomes;
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({
  cpu_ms: times[times.length >> 1],
  outcomes: outcomes.map(({ mean, q, best }) => ({ mean, p5: q[0], p50: q[1], p95: q[2], p_best: best })),
}));
