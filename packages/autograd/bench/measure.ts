/** One kind of work, by hand on typed arrays and by autograd; each call does `units` of it. */
export interface Workload {
  name: string;
  /** What one unit is, for the printed time. */
  unit: string;
  units: number;
  byHand: () => unknown;
  byAutograd: () => unknown;
  /** The ratio to reach. */
  goal: number;
  /** The ratio of the best eager library in JavaScript. */
  peer: number;
}

let sink: unknown;

function secondsFor(work: () => unknown, calls: number): number {
  const start = performance.now();
  for (let i = 0; i < calls; i++) sink = work();
  return (performance.now() - start) / 1000;
}

/** How many calls take about `seconds`. */
function callsFor(work: () => unknown, seconds: number): number {
  let calls = 1;
  while (calls < 1 << 24) {
    const taken = secondsFor(work, calls);
    if (taken > seconds / 4) return Math.max(1, Math.round((calls * seconds) / taken));
    calls *= 2;
  }
  return calls;
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1] as number;
}

/** Seconds a unit, by hand and by autograd: the medians of rounds that alternate between the two. */
export function measure(
  workload: Workload,
  rounds = 9,
  seconds = 0.08,
): [hand: number, ours: number] {
  const hand = callsFor(workload.byHand, seconds);
  const ours = callsFor(workload.byAutograd, seconds);
  const handTimes: number[] = [];
  const ourTimes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    handTimes.push(secondsFor(workload.byHand, hand) / hand / workload.units);
    ourTimes.push(secondsFor(workload.byAutograd, ours) / ours / workload.units);
  }
  return [median(handTimes), median(ourTimes)];
}

/** Keeps results alive, so that no work is optimised away. */
export function lastResult(): unknown {
  return sink;
}
