import { lastResult, measure } from './measure.ts';
import { fields } from './fields.ts';
import { networks } from './networks.ts';
import { scalars } from './scalars.ts';
import { reportSizes } from './sizes.ts';

/** Compares autograd with typed-array code written by hand for the same work, in one run. */
const workloads = [...scalars, ...fields, ...networks].sort((a, b) => a.name.localeCompare(b.name));
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
      `${ratio.toPrecision(3)}x`,
      `${workload.goal}x`,
      `${workload.peer}x`,
    ].join(' | '),
  );
}
console.log(`${met} of ${workloads.length} goals met, ${behind} slower than the best eager peer`);
if (wanted === undefined) await reportSizes();
if (lastResult() === undefined) process.exitCode = 1;
