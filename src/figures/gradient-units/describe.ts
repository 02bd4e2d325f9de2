import { answerWords, derivativeShown } from '../shared/derivative.ts';
import { formatted } from '../shared/format.ts';
import { formattedVector } from '../shared/text.ts';
import type { Params, Result } from './experiment.ts';

/** The steepest way down in the chosen unit, in words, or why there is none. */
export function describe(
  { unit, x, y }: Params,
  { value, slopes, direction, turn }: Result,
): string {
  const point = formattedVector([x, y]);
  if (value === null) return `f is not defined at ${point}: there is no gradient.`;
  if (!slopes.differentiable)
    return `f is ${formatted(value)} at ${point}. It is not differentiable there, so it has no gradient in any unit; PyTorch answers (${answerWords(slopes.x.pytorch)}, ${answerWords(slopes.y.pytorch)}).`;
  if (direction === null || turn === null)
    return `At ${point} the gradient is zero, in every unit: no direction is steeper than another.`;
  const towards = `${whole(direction)}°`;
  if (unit === 1)
    return `With y in the unit of the map the steepest way down from ${point} is towards ${towards}, at a right angle to the contour line.`;
  return `With a unit of ${formatted(unit)} for y, ∂f/∂v is ${formatted(unit)} times ∂f/∂y, that is ${formatted(slopes.v.exact)}. The steepest way down from ${point} is now towards ${towards} on the map: it has turned by ${whole(turn)}°, and f is the same.`;
}

const whole = (degrees: number): string => formatted(Math.round(degrees));

/** What the readouts show. Where there is no derivative they say so. */
export function readoutsOf({ value, slopes, direction, turn }: Result) {
  const degrees = (angle: number | null): string =>
    angle === null ? 'none' : `${formatted(Number(angle.toFixed(1)))}°`;
  return {
    dfdx: derivativeShown(slopes.x, value !== null),
    dfdy: derivativeShown(slopes.y, value !== null),
    dfdv: derivativeShown(slopes.v, value !== null),
    direction: degrees(direction),
    turn: degrees(turn),
  };
}
