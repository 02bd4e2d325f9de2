import { compile, parse } from '@calculus/expression';
import { at } from '../shared/at.ts';
import type { Position } from '../shared/contract.ts';
import { kinkAt } from '../shared/one-sided.ts';
import { secondDerivatives } from '../shared/second-derivatives.ts';
import { shortest } from './trajectory.ts';

/** What f is like around a point whose gradient is too short to follow. */
export type LocalGeometry =
  'minimum' | 'maximum' | 'saddle' | 'valley' | 'ridge' | 'plateau' | 'kink';

/** Smallest and largest curvature: the eigenvalues of the Hessian; null where it is not finite. */
export type Curvature = { low: number; high: number } | null;

/** The curvatures of f at a point, by autograd applied twice, in float64. */
export function curvatureAt(f: string, { x, y }: Position): Curvature {
  const { eigenvalues } = secondDerivatives(f, { x, y });
  const low = at(eigenvalues, 0);
  const high = at(eigenvalues, -1);
  return Number.isFinite(low) && Number.isFinite(high) ? { low, high } : null;
}

/** The local geometry at a point, by its kinks and its curvatures. */
export function localGeometryAt(f: string, { x, y }: Position): LocalGeometry {
  const height = compile(parse(f, { variables: ['x', 'y'] }));
  const alongX = (position: number) => height({ x: position, y });
  const alongY = (position: number) => height({ x, y: position });
  if (kinkAt(alongX, x) || kinkAt(alongY, y)) return 'kink';
  const curvature = curvatureAt(f, { x, y });
  return curvature === null ? 'plateau' : geometryOf(signOf(curvature.low), signOf(curvature.high));
}

/** A curvature below `shortest` counts as none: a whole unit further the slope is still too short. */
const signOf = (curvature: number): number =>
  Math.abs(curvature) < shortest ? 0 : Math.sign(curvature);

/** By the signs of the smallest and the largest curvature. */
function geometryOf(low: number, high: number): LocalGeometry {
  if (low === 0 && high === 0) return 'plateau';
  if (low * high < 0) return 'saddle';
  if (low + high > 0) return low > 0 ? 'minimum' : 'valley';
  return high < 0 ? 'maximum' : 'ridge';
}
