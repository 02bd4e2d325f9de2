import { load } from './bundle.ts';
import { type Workload, lastResult, measure } from './measure.ts';
import { reportSizes } from './sizes.ts';

/*
 * Compares autograd with typed-array code written by hand for the same work, in one run. Both come in one
 * bundle, as code reaches a browser.
 */
const { workloads } = await load<{ workloads: Workload[] }>(`export * from './workloads.ts';`);
const wanted = process.argv[2];

function duration(seconds: number): string {
  if (seconds < 1e-6) return `${(seconds * 1e9).toFixed(1)} ns`;
  return seconds < 1e-3 ? `${(seconds * 1e6).toFixed(1)} µs` : `${(seconds * 1e3).toFixed(2)} ms`;
}

let met = 0;
let behind = 0;
console.log('work | by hand | autograd | ratio | goal | best eager peer');
for (const workload of workloads) {
  if (wanted !== undefined && !workload.name.startsWith(wanted)) continue;
  const [hand, ours] = measure(workload);
  const ratio = ours / hand;
  if (ratio <= workload.goal) met++;
  if (ratio > workload.peer) behind++;
  console.log(
    [
      workload.name,
      duration(hand),
      duration(ours),
      `${Number(ratio.toPrecision(3))}x`,
      `${workload.goal}x`,
      `${workload.peer}x`,
    ].join(' | '),
  );
}
console.log(`${met} of ${workloads.length} goals met, ${behind} slower than the best eager peer`);
if (wanted === undefined) await reportSizes();
if (lastResult() === undefined) process.exitCode = 1;
