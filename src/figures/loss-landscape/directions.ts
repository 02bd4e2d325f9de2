import { Generator, enableGrad, grad, linalg, noGrad, randn, tensor } from '@calculus/autograd';
import { at } from '../shared/at.ts';
import { type Problem, directionSeed, layersOf, sizes } from './network.ts';

export type Kind = 'random' | 'gradient' | 'principal';

/** Two directions in the space of all parameters. */
export type Pair = readonly [first: number[], second: number[]];

const norm = (vector: readonly number[]): number => Math.hypot(...vector);
const times = (factor: number, vector: readonly number[]): number[] =>
  vector.map((entry) => factor * entry);

/** The length of all weights together, biases apart: a range of 1 goes this far in each direction. */
export function weightLength(theta: readonly number[]): number {
  const { layers } = layersOf(sizes);
  return norm(layers.flatMap(({ weights, biases }) => theta.slice(weights, biases)));
}

/**
 * Filter normalisation (Li and others 2018): the weights that lead into a unit get the length that they have in
 * the network, and biases do not move.
 */
export function filterNormalised(
  direction: readonly number[],
  theta: readonly number[],
  widths: readonly number[] = sizes,
): number[] {
  const normalised = theta.map(() => 0);
  for (const { inputs, outputs, weights } of layersOf(widths).layers)
    for (let unit = 0; unit < outputs; unit++) {
      const from = weights + unit * inputs;
      const [drawn, real] = [direction, theta].map((all) => norm(all.slice(from, from + inputs)));
      for (let index = from; index < from + inputs; index++)
        normalised[index] = (at(direction, index) / (drawn ?? NaN)) * (real ?? NaN);
    }
  return normalised;
}

/** The directions of a kind at the trained parameters, the last of `path`. */
export function directionsOf(
  kind: string,
  problem: Problem,
  path: readonly (readonly number[])[],
  seed: number,
): Pair {
  const theta = at(path, -1);
  if (kind === 'principal') return principal(path);
  const generator = new Generator().manualSeed(directionSeed(seed));
  const draw = () =>
    filterNormalised(
      randn([theta.length], { dtype: 'float64', generator }).tolist() as number[],
      theta,
    );
  if (kind === 'random') return [draw(), draw()];
  if (kind === 'gradient') return [steepest(problem, theta), draw()];
  throw new RangeError(
    `loss-landscape: direction must be random, gradient or principal, got ${kind}`,
  );
}

/** The gradient where training ended, as long as all weights. */
function steepest({ loss }: Problem, theta: readonly number[]): number[] {
  const gradient = enableGrad(() => {
    const here = tensor(theta, { dtype: 'float64', requiresGrad: true });
    return grad(loss(here), [here])[0]?.tolist() as number[];
  });
  return times(weightLength(theta) / norm(gradient), gradient);
}

/**
 * The two directions along which the path varies most around its end: eigenvectors of MᵀM for the rows θₜ − θ.
 * Each is as long as all weights, with its largest entry positive.
 */
function principal(path: readonly (readonly number[])[]): Pair {
  const theta = at(path, -1);
  return noGrad(() => {
    const end = tensor(theta, { dtype: 'float64' });
    const shifts = tensor(
      path.map((row) => [...row]),
      { dtype: 'float64' },
    ).sub(end);
    const { eigenvectors: vectors } = linalg.eigh(shifts.t().matmul(shifts));
    const columns = vectors.t().tolist() as number[][];
    const upright = (vector: readonly number[]) => {
      const largest = vector.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
      return times(Math.sign(largest) * weightLength(theta), vector);
    };
    return [upright(at(columns, -1)), upright(at(columns, -2))];
  });
}

/** Where a point is seen in the plane: the nearest combination of the two directions, and how far off it is. */
export function projected(
  shift: readonly number[],
  [first, second]: Pair,
): { x: number; y: number; off: number } {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, entry, index) => sum + entry * at(b, index), 0);
  const [aa, ab, bb] = [dot(first, first), dot(first, second), dot(second, second)];
  const [sa, sb] = [dot(shift, first), dot(shift, second)];
  const determinant = aa * bb - ab * ab;
  const x = (sa * bb - sb * ab) / determinant;
  const y = (sb * aa - sa * ab) / determinant;
  const rest = shift.map((entry, i) => entry - x * at(first, i) - y * at(second, i));
  return { x, y, off: norm(rest) };
}
