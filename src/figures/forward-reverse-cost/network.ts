/** A layered function from n inputs to m outputs, and the two ways to differentiate it, one pass each. */
import { Generator, randn } from '@calculus/autograd';
import { at } from '../shared/at.ts';
import { lastOf } from '../shared/last-of.ts';
import type { Tally } from './tally.ts';

/** Units of every layer but the last. */
export const width = 16;

/** Most inputs and outputs. */
export const most = 1000;

/** rows × columns, row by row. */
export interface Matrix {
  rows: number;
  columns: number;
  entries: Float64Array;
}

type Vector = Float64Array;

/** Weights of every layer, first to last. Between two layers stands a tanh. */
export type Network = readonly Matrix[];

/** What `torch.manual_seed(0); torch.randn(16000)` gives, in float64; layers take their weights from its start. */
const pool = lastOf(
  () => '',
  () => {
    const generator = new Generator().manualSeed(0);
    return Float64Array.from(
      randn([width * most], { generator, dtype: 'float64' }).tolist() as number[],
    );
  },
);

/** From n inputs through depth − 1 layers of 16 units to m outputs. */
export function networkOf(n: number, m: number, depth: number): Network {
  const sizes = [n, ...Array<number>(depth - 1).fill(width), m];
  const hidden = layer(width, width);
  return sizes.slice(1).map((rows, index) => {
    const columns = at(sizes, index);
    return rows === width && columns === width ? hidden : layer(rows, columns);
  });
}

function layer(rows: number, columns: number): Matrix {
  const entries = pool().slice(0, rows * columns);
  for (let i = 0; i < entries.length; i++) entries[i] = (entries[i] as number) / Math.sqrt(columns);
  return { rows, columns, entries };
}

/** The input of every layer, and last the output. */
export function evaluate(network: Network, x: Vector, tally: Tally): Vector[] {
  const values = [x];
  network.forEach((weights, index) => {
    const sums = product(weights, at(values, -1), tally);
    const last = index === network.length - 1;
    values.push(last ? sums : sums.map((sum) => tally.tanh(sum)));
  });
  return values;
}

/** Forward mode: the derivative of every output in the direction u of the inputs, J u. */
export function tangentPass(
  network: Network,
  values: readonly Vector[],
  u: Vector,
  tally: Tally,
): Vector {
  return network.reduce((tangent, weights, index) => {
    const moved = index === 0 ? tangent : throughTanh(tangent, at(values, index), tally);
    return product(weights, moved, tally);
  }, u);
}

/** Reverse mode: the derivative of the outputs weighted by v for every input, vᵀ J. */
export function adjointPass(
  network: Network,
  values: readonly Vector[],
  v: Vector,
  tally: Tally,
): Vector {
  return network.reduceRight((gradient, weights, index) => {
    const back = productFromLeft(weights, gradient, tally);
    return index === 0 ? back : throughTanh(back, at(values, index), tally);
  }, v);
}

/** The derivative of tanh is 1 − tanh². */
const throughTanh = (rates: Vector, values: Vector, tally: Tally): Vector =>
  rates.map((rate, i) => {
    const value = values[i] as number;
    return tally.times(rate, tally.minus(1, tally.times(value, value)));
  });

/** W x */
function product({ rows, columns, entries }: Matrix, x: Vector, tally: Tally): Vector {
  const result = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = tally.times(entries[i * columns] as number, x[0] as number);
    for (let j = 1; j < columns; j++)
      sum = tally.plus(sum, tally.times(entries[i * columns + j] as number, x[j] as number));
    result[i] = sum;
  }
  return result;
}

/** vᵀ W */
function productFromLeft({ rows, columns, entries }: Matrix, v: Vector, tally: Tally): Vector {
  const result = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    let sum = tally.times(entries[j] as number, v[0] as number);
    for (let i = 1; i < rows; i++)
      sum = tally.plus(sum, tally.times(entries[i * columns + j] as number, v[i] as number));
    result[j] = sum;
  }
  return result;
}
