import { tensor, type Tensor } from '@calculus/autograd';
import { dataset } from '../shared/datasets.ts';
import { featuresOf } from './features.ts';
import { readPoints } from './own-points.ts';
import { type Params, testCount, trainCount } from './params.ts';

export interface Points {
  points: [x: number, y: number][];
  /** 0 or 1 of each. */
  labels: number[];
}

/** The test points are drawn from a seed of their own: this much higher. */
export const testSeed = 1000;

/** What is learned from and what it is tested on; own points are all learned from. Throws RangeError. */
export function pointsOf({ data, noise, seed, points }: Params): { train: Points; test: Points } {
  if (data === 'own') return { train: ownPoints(points), test: { points: [], labels: [] } };
  return {
    train: dataset(data, { count: trainCount, noise, seed: Math.round(seed) }),
    test: dataset(data, { count: testCount, noise, seed: Math.round(seed) + testSeed }),
  };
}

function ownPoints(text: string): Points {
  const read = readPoints(text);
  if (read.problem !== undefined) throw new RangeError(`train-net: points ${read.problem}`);
  return {
    points: read.entries.map(({ x, y }) => [x, y]),
    labels: read.entries.map(({ label }) => label),
  };
}

/** Inputs [n, features] and targets [n, 1] of a network, in float64. */
export function batchOf({ points, labels }: Points, features: string): { x: Tensor; y: Tensor } {
  return {
    x: tensor(
      points.map(([x, y]) => featuresOf(features, x, y)),
      { dtype: 'float64' },
    ),
    y: tensor(
      labels.map((label) => [label]),
      { dtype: 'float64' },
    ),
  };
}
