import { compile, parse } from '@calculus/expression';
import { at } from '../shared/at.ts';
import type { Position } from '../shared/contract.ts';
import { type CriticalPoint, criticalPointNear } from '../shared/critical-point.ts';
import { kinkAt } from '../shared/one-sided.ts';
import { secondDerivatives } from '../shared/second-derivatives.ts';

/** What f is like around a point whose gradient is too short to follow. */
export type LocalGeometry = CriticalPoint | 'kink';

/** Smallest and largest curvature: the eigenvalues of the Hessian; null where it is not finite. */
export type Curvature = { low: number; high: number } | null;

/** The curvatures of f at a point, by autograd applied twice, in float64. */
export function curvatureAt(f: string, { x, y }: Position): Curvature {
  const { eigenvalues } = secondDerivatives(f, { x, y });
  const low = at(eigenvalues, 0);
  const high = at(eigenvalues, -1);
  return Number.isFinite(low) && Number.isFinite(high) ? { low, high } : null;
}

/** The local geometry at a point, by its kinks and by a Newton step. */
export function localGeometryAt(f: string, { x, y }: Position): LocalGeometry {
  const height = compile(parse(f, { variables: ['x', 'y'] }));
  const alongX = (position: number) => height({ x: position, y });
  const alongY = (position: number) => height({ x, y: position });
  return kinkAt(alongX, x) || kinkAt(alongY, y) ? 'kink' : criticalPointNear(f, { x, y });
}
