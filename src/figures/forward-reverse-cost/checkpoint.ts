/**
 * One reverse pass that keeps only the first input of each segment of layers, and computes the rest
 * again when it gets there: Chen, Xu, Zhang and Guestrin, "Training Deep Nets with Sublinear Memory
 * Cost", 2016.
 */
import { at } from '../shared/at.ts';
import { type Network, adjointPass, evaluate } from './network.ts';
import { Tally } from './tally.ts';

export interface Checkpointed {
  gradient: Float64Array;
  /** The most numbers that are kept at once: inputs of layers. */
  memory: number;
  /** Of the evaluation, what is computed again, and the reverse pass. */
  operations: number;
}

/** With one segment nothing is computed again and the input of every layer is kept. */
export function checkpointed(
  network: Network,
  x: Float64Array,
  v: Float64Array,
  segments: number,
): Checkpointed {
  const tally = new Tally();
  const parts = segmentsOf(network, segments);
  const starts: Float64Array[] = [x];
  let inside: Float64Array[] = [];
  parts.forEach((part, index) => {
    inside = run(part, at(starts, -1), index === parts.length - 1, tally);
    if (index < parts.length - 1) starts.push(at(inside, -1));
  });
  let gradient = v;
  let memory = 0;
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = at(parts, index);
    const start = at(starts, index);
    const last = index === parts.length - 1;
    if (!last) inside = run(part, start, false, tally);
    const kept = inside.slice(1, part.length).reduce((sum, { length }) => sum + length, 0);
    const boundaries = starts.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0);
    memory = Math.max(memory, boundaries + kept);
    gradient = back(part, inside, gradient, last, tally);
  }
  return { gradient, memory, operations: tally.operations };
}

function segmentsOf(network: Network, segments: number): Network[] {
  return Array.from({ length: segments }, (_, index) =>
    network.slice(
      Math.round((index * network.length) / segments),
      Math.round(((index + 1) * network.length) / segments),
    ),
  );
}

/** The inputs of a segment's layers and its result, which is bent by tanh unless it is the output. */
function run(part: Network, x: Float64Array, isLast: boolean, tally: Tally): Float64Array[] {
  const values = evaluate(part, x, tally);
  if (isLast) return values;
  const bent = at(values, -1).map((sum) => tally.tanh(sum));
  return [...values.slice(0, -1), bent];
}

function back(
  part: Network,
  values: readonly Float64Array[],
  gradient: Float64Array,
  isLast: boolean,
  tally: Tally,
): Float64Array {
  if (isLast) return adjointPass(part, values, gradient, tally);
  const bent = at(values, -1);
  const slopes = gradient.map((rate, i) => {
    const value = bent[i] as number;
    return tally.times(rate, tally.minus(1, tally.times(value, value)));
  });
  return adjointPass(part, values, slopes, tally);
}
