import { type Tensor, enableGrad, functional, linalg, optim, tensor } from '@calculus/autograd';
import type { Position, Work } from '../shared/contract.ts';

export type Method = 'gradient' | 'momentum' | 'Newton';

export interface Settings {
  rate: number;
  momentum: number;
}

/** A point of a trajectory and how far from the minimum it is, the start being 1. */
export interface TrajectoryPoint extends Position {
  error: number;
}

export const start: Position = { x: 3, y: 0.5 };
/** A race ends when this share of the first distance is left, or after so many steps. */
export const goal = 1e-10;
export const mostSteps = 1500;
/** Or when the distance has grown to so many times the first. */
export const lost = 1000;

/**
 * What serves eigenvalues from 1 to κ best. Gradient descent: η = 2/(1 + κ). Momentum (Polyak 1964):
 * η = 4/(1 + √κ)², β = ((√κ − 1)/(√κ + 1))². Newton's step has no setting but a rate of 1.
 */
export function bestSettings(method: Method, kappa: number): Settings {
  const root = Math.sqrt(kappa);
  if (method === 'gradient') return { rate: 2 / (1 + kappa), momentum: 0 };
  if (method === 'Newton') return { rate: 1, momentum: 0 };
  return { rate: 4 / (1 + root) ** 2, momentum: ((root - 1) / (root + 1)) ** 2 };
}

/** Those at so many times the best rate. Newton's step stays whole. */
export function settingsAt(method: Method, kappa: number, times: number): Settings {
  const best = bestSettings(method, kappa);
  return method === 'Newton' ? best : { ...best, rate: times * best.rate };
}

/** Closer to a double root than rounding can tell. */
const rounding = 1e-14;

/**
 * What each step multiplies the error along an eigenvector by in the long run: the size of the larger
 * root of z² − (1 + β − ηλ)z + β, which is |1 − ηλ| without momentum, and √β where the roots are complex.
 */
export function rateAlong(curvature: number, { rate, momentum }: Settings): number {
  const sum = Math.abs(1 + momentum - rate * curvature);
  const root = Math.sqrt(momentum);
  if (sum - 2 * root <= rounding) return root;
  return (sum + Math.sqrt(sum ** 2 - 4 * momentum)) / 2;
}

/** Steps between two rests. */
const stretch = 50;

/** Minimises ½(x² + κy²) in float64, and returns the trajectory, start included. */
export function* race(method: Method, kappa: number, settings: Settings): Work<TrajectoryPoint[]> {
  const step = method === 'Newton' ? newton(kappa) : descent(kappa, settings);
  const trajectory = [{ ...start, error: 1 }];
  for (let error = 1; error > goal && error < lost && trajectory.length <= mostSteps;) {
    if (trajectory.length % stretch === 0) yield trajectory.length / mostSteps;
    const position = enableGrad(step);
    error = Math.hypot(position.x, position.y) / firstDistance;
    trajectory.push({ ...position, error });
  }
  return trajectory;
}

export const firstDistance = Math.hypot(start.x, start.y);

const lossOf = (kappa: number, x: Tensor, y: Tensor) => x.mul(x).add(y.mul(y).mul(kappa)).mul(0.5);

function descent(kappa: number, { rate, momentum }: Settings): () => Position {
  const x = leaf(start.x);
  const y = leaf(start.y);
  const optimizer = new optim.SGD([x, y], { lr: rate, momentum });
  return () => {
    optimizer.zeroGrad();
    lossOf(kappa, x, y).backward();
    optimizer.step();
    return { x: x.item(), y: y.item() };
  };
}

const leaf = (value: number) => tensor(value, { dtype: 'float64', requiresGrad: true });

/** x − H⁻¹g, with H and g from autograd. */
function newton(kappa: number): () => Position {
  let point = tensor([start.x, start.y], { dtype: 'float64' });
  const f = (at: Tensor) => lossOf(kappa, at.at(0), at.at(1));
  return () => {
    const hessian = functional.hessian(f, point);
    point = point.sub(linalg.solve(hessian, functional.jacobian(f, point)));
    const [x, y] = point.tolist() as [number, number];
    return { x, y };
  };
}
