import { compile, parse } from '@calculus/expression';
import { shortest } from './trajectory.ts';
import { kinkAt } from '../shared/one-sided.ts';
import { secondDerivatives } from '../shared/second-derivatives.ts';
import type { Position } from '../shared/slope-at.ts';

/** What the ground is like around a place whose gradient is too short to follow. */
export type Ground = 'minimum' | 'maximum' | 'saddle' | 'valley' | 'ridge' | 'plateau' | 'kink';

/** Smallest and largest curvature: the eigenvalues of the Hessian; null where it is not finite. */
export type Bend = { low: number; high: number } | null;

/** How sharply f bends at a place, by autograd applied twice, in float64. */
export function bendAt(f: string, { x, y }: Position): Bend {
  const { eigenvalues } = secondDerivatives(f, { x, y });
  const [low = NaN, high = NaN] = eigenvalues;
  return Number.isFinite(low) && Number.isFinite(high) ? { low, high } : null;
}

/** The ground at a place, by its kinks and its bend. */
export function groundAt(f: string, { x, y }: Position): Ground {
  const height = compile(parse(f, { variables: ['x', 'y'] }));
  const kinked = kinkAt((at) => height({ x: at, y }), x) ?? kinkAt((at) => height({ x, y: at }), y);
  return kinked ? 'kink' : groundOf(bendAt(f, { x, y }));
}

/** A curvature below `shortest` counts as none: a whole unit further the slope is still too short. */
function groundOf(bend: Bend): Ground {
  const sign = (curvature = 0) => (Math.abs(curvature) < shortest ? 0 : Math.sign(curvature));
  const [low, high] = [sign(bend?.low), sign(bend?.high)];
  if (low === 0 && high === 0) return 'plateau';
  if (low * high < 0) return 'saddle';
  if (low + high > 0) return low > 0 ? 'minimum' : 'valley';
  return high < 0 ? 'maximum' : 'ridge';
}
