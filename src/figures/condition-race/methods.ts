import { type Tensor, enableGrad, functional, linalg, optim, tensor } from '@calculus/autograd';
import type { Position } from '../shared/contract.ts';

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

/**
 * What serves eigenvalues from 1 to κ best. Gradient descent: η = 2/(1 + κ). Momentum (Polyak 1964):
 * α = 4/(1 + √κ)², β = ((√κ − 1)/(√κ + 1))². Newton's step has no setting but a rate of 1.
 */
export function bestSettings(method: Method, kappa: number): Settings {
  const root = Math.sqrt(kappa);
  if (method === 'gradient') return { rate: 2 / (1 + kappa), momentum: 0 };
  if (method === 'Newton') return { rate: 1, momentum: 0 };
  return { rate: 4 / (1 + root) ** 2, momentum: ((root - 1) / (root + 1)) ** 2 };
}

/** What the error is multiplied by at each step in the long run. For momentum that is √β. */
export function predictedRate(method: Method, kappa: number): number {
  if (method === 'Newton') return 0;
  const root = method === 'gradient' ? kappa : Math.sqrt(kappa);
  return (root - 1) / (root + 1);
}

/** Minimises ½(x² + κy²) in float64, and returns the trajectory, start included. */
export function race(method: Method, kappa: number): TrajectoryPoint[] {
  return enableGrad(() => {
    const step = method === 'Newton' ? newton(kappa) : descent(method, kappa);
    const first = Math.hypot(start.x, start.y);
    const trajectory = [{ ...start, error: 1 }];
    for (let error = 1; error > goal && trajectory.length <= mostSteps;) {
      const position = step();
      error = Math.hypot(position.x, position.y) / first;
      trajectory.push({ ...position, error });
    }
    return trajectory;
  });
}

const lossOf = (kappa: number, x: Tensor, y: Tensor) => x.mul(x).add(y.mul(y).mul(kappa)).mul(0.5);

function descent(method: Method, kappa: number): () => Position {
  const x = leaf(start.x);
  const y = leaf(start.y);
  const { rate, momentum } = bestSettings(method, kappa);
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
