import { linalg, tensor } from '@calculus/autograd';
import type { Position } from '../shared/contract.ts';
import { criticalPointNear } from '../shared/critical-point.ts';
import { secondDerivatives } from '../shared/second-derivatives.ts';

/** Minima of a formula to which Newton's method leads from these points, each once. */
export function minimaNear(f: string, points: readonly Position[]): Position[] {
  const found: Position[] = [];
  for (const point of points) {
    const minimum = polished(f, point);
    if (minimum && !found.some((known) => distance(known, minimum) < 1e-6)) found.push(minimum);
  }
  return found;
}

export const distance = (a: Position, b: Position): number => Math.hypot(a.x - b.x, a.y - b.y);

/** How far the nearest is; null where none is known. */
export function distanceToNearest(point: Position, minima: readonly Position[]): number | null {
  return minima.length === 0 ? null : Math.min(...minima.map((one) => distance(one, point)));
}

const mostSteps = 20;

/** The minimum within 1 of the point, if Newton's method finds one there. */
function polished(f: string, from: Position): Position | null {
  let point = from;
  for (let step = 0; step < mostSteps && distance(point, from) < 1; step++) {
    const { gradient, hessian, eigenvalues } = secondDerivatives(f, { x: point.x, y: point.y });
    if (!([...gradient, ...eigenvalues].every(Number.isFinite) && Math.min(...eigenvalues) > 1e-6))
      return null;
    if (Math.hypot(...gradient) < 1e-9)
      return criticalPointNear(f, point) === 'minimum' ? point : null;
    const options = { dtype: 'float64' } as const;
    const solution = linalg.solve(tensor(hessian, options), tensor(gradient, options));
    const [dx, dy] = solution.tolist() as [number, number];
    point = { x: point.x - dx, y: point.y - dy };
  }
  return null;
}
