import { linalg, tensor } from '@calculus/autograd';
import { at } from './at.ts';
import type { Position } from './contract.ts';
import { type SecondDerivatives, secondDerivatives } from './second-derivatives.ts';

/** A critical point that lies beside a point, or that second derivatives do not show one. */
export type CriticalPoint = 'minimum' | 'maximum' | 'saddle' | 'nearly level';

/** How far away it may lie. */
const reach = 0.1;
/** Both the gradient that is left and the change of the Hessian, compared with what was there. */
const share = 1 / 4;
/** A gradient in float64 that is zero but for rounding. */
const dust = 1e-9;

/**
 * The critical point of a formula in x and y beside a point whose gradient is short. Where the
 * gradient is not zero the signs of the curvatures prove nothing: x³ bends upwards at every x > 0.
 * So a Newton step from there must be short, must leave less than a quarter of the gradient, and must
 * change the Hessian by less than a quarter of its smallest curvature. (Kantorovich's theorem asks
 * for less than a half: then the gradient has a zero nearby, and no curvature changes its sign on the way.)
 */
export function criticalPointNear(f: string, { x, y }: Position): CriticalPoint {
  const here = secondDerivatives(f, { x, y });
  const step = newtonStep(here);
  if (step === null || Math.hypot(step.x, step.y) > reach) return 'nearly level';
  const there = secondDerivatives(f, { x: x + step.x, y: y + step.y });
  const left = Math.hypot(...there.gradient);
  const vanishes = left <= Math.max(share * Math.hypot(...here.gradient), dust);
  return vanishes && change(here, there) < share * smallest(here) ? typeOf(here) : 'nearly level';
}

const smallest = ({ eigenvalues }: SecondDerivatives): number =>
  Math.min(...eigenvalues.map(Math.abs));

/** −H⁻¹∇f; null where H has no inverse, or something is not finite. */
function newtonStep(here: SecondDerivatives): Position | null {
  const { gradient, hessian, eigenvalues } = here;
  if (![...gradient, ...eigenvalues].every(Number.isFinite) || smallest(here) === 0) return null;
  const options = { dtype: 'float64' } as const;
  const solution = linalg.solve(tensor(hessian, options), tensor(gradient, options).neg());
  const [x, y] = solution.tolist() as [number, number];
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
}

/** How much no curvature can have changed by more than: the Frobenius norm. NaN fails every comparison. */
const change = (here: SecondDerivatives, there: SecondDerivatives): number =>
  Math.hypot(...there.hessian.flat().map((entry, index) => entry - at(here.hessian.flat(), index)));

function typeOf({ eigenvalues }: SecondDerivatives): CriticalPoint {
  if (at(eigenvalues, 0) > 0) return 'minimum';
  return at(eigenvalues, -1) < 0 ? 'maximum' : 'saddle';
}
