/** A training run as it stands: plain numbers. */

import { noGrad, tensor, type Tensor } from '@calculus/autograd';
import { at } from '../shared/at.ts';
import { orNull } from '../shared/finite.ts';
import { places } from '../shared/sample-curve.ts';
import type { Points } from './data.ts';
import { featuresOf } from './features.ts';
import { forward } from './network.ts';
import type { QuietUnit, Stop, Trainer } from './trainer.ts';

export interface LayerValues {
  /** [outputs][inputs] */
  weights: number[][];
  biases: number[];
}

export interface Result {
  /** Taken: fewer than asked for where the run stopped. */
  steps: number;
  stopped: Stop | null;
  losses: { train: number; test: number | null }[];
  /** Of each step the norm of each layer's gradient; null beyond float64. */
  norms: (number | null)[][];
  rates: number[];
  /** The part of the points on the right side of the boundary; null where there is no point. */
  accuracy: { train: number | null; test: number | null };
  layers: LayerValues[];
  quiet: QuietUnit[];
  train: Points;
  test: Points;
  /** The picture goes from −half to half both ways. */
  half: number;
  /** What the network says of the picture, rows from below: 0 for A, 1 for B, no farther than `reach` from 1/2. */
  field: number[];
  /** Of each unit of each hidden layer, where in the picture it is on: "1" or "0" of each cell of a coarser grid. */
  regions: string[][];
}

export const cells = 44;
/** A probability is never farther from 1/2; what squared error learns may be, and is cut there. */
export const reach = 0.5;

export function snapshot(trainer: Trainer): Result {
  const { steps, stopped, losses, norms, rates, train, test, quiet } = trainer;
  const half = halfOf(train, test);
  return {
    steps,
    stopped,
    losses: [...losses],
    norms: norms.map((step) => step.map(orNull)),
    rates: [...rates],
    accuracy: { train: accuracy(trainer, train), test: accuracy(trainer, test) },
    layers: trainer.layers.map(({ weight, bias }) => ({
      weights: weight.tolist() as number[][],
      biases: bias.tolist() as number[],
    })),
    quiet,
    train,
    test,
    half,
    ...plane(trainer, half),
  };
}

/** All points lie in the picture. */
function halfOf({ points }: Points, test: Points): number {
  const farthest = Math.max(...points.flat().map(Math.abs), ...test.points.flat().map(Math.abs));
  return Math.max(2, Math.ceil(farthest * 5) / 5);
}

function forwardOf({ params, layers }: Trainer, points: readonly (readonly [number, number])[]) {
  const inputs = points.map(([x, y]) => featuresOf(params.features, x, y));
  return noGrad(() => forward(tensor(inputs, { dtype: 'float64' }), layers, params.activation));
}

function accuracy(trainer: Trainer, { points, labels }: Points): number | null {
  if (labels.length === 0) return null;
  const limit = trainer.params.loss === 'squared' ? 0.5 : 0;
  const hits = forwardOf(trainer, points)
    .output.toArray()
    .filter((value, index) => value > limit === (at(labels, index) === 1));
  return hits.length / labels.length;
}

/** The output over the picture, and where the hidden units are on. */
function plane(trainer: Trainer, half: number): Pick<Result, 'field' | 'regions'> {
  const across = places({ min: -half, max: half }, cells);
  const points = across.flatMap((y) => across.map((x) => [x, y] as const));
  const { output, hidden } = forwardOf(trainer, points);
  const { loss, activation } = trainer.params;
  const level = loss === 'squared' ? (value: number) => value : logistic;
  return {
    field: output
      .toArray()
      .map((value) => Math.max(0.5 - reach, Math.min(level(value), 0.5 + reach))),
    regions: hidden.map((values) => regionsOf(values, activation === 'sigmoid' ? 0.5 : 0)),
  };
}

const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** Every third cell of the picture, both ways. */
const stride = 3;
export const regionCells = Math.ceil(cells / stride);

const isKept = (cell: number): boolean =>
  (cell % cells) % stride === 0 && Math.floor(cell / cells) % stride === 0;

function regionsOf(values: Tensor, middle: number): string[] {
  const rows = (values.tolist() as number[][]).filter((_, cell) => isKept(cell));
  return at(rows, 0).map((_, unit) =>
    rows.map((row) => (at(row, unit) > middle ? '1' : '0')).join(''),
  );
}
