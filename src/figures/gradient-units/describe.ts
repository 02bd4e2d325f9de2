import { type Shown, formatted } from '../shared/format.ts';
import { formattedVector } from '../shared/text.ts';
import type { Params, Result } from './experiment.ts';

/** The steepest way down in the chosen unit, in words, or why there is none. */
export function describe({ unit, x, y }: Params, result: Result): string {
  const { value, dfdx, dfdy, dfdv, direction, turn, kink } = result;
  const point = formattedVector([x, y]);
  if (value === null) return `f is not defined at ${point}: there is no gradient.`;
  if (dfdx === null || dfdy === null || dfdv === null)
    return `f is ${formatted(value)} at ${point}, but its gradient does not exist there.`;
  if (kink)
    return `f has a kink at ${point}, so it has no gradient there, in any unit; PyTorch answers ${formattedVector([dfdx, dfdy])}.`;
  if (direction === null || turn === null)
    return `At ${point} the gradient is zero, in every unit: no direction is steeper than another.`;
  const towards = `${whole(direction)}°`;
  if (unit === 1)
    return `With y in the unit of the map the steepest way down from ${point} is towards ${towards}, at a right angle to the contour line.`;
  return `With a unit of ${formatted(unit)} for y, ∂f/∂v is ${formatted(unit)} times ∂f/∂y, that is ${formatted(dfdv)}. The steepest way down from ${point} is now towards ${towards} on the map: it has turned by ${whole(turn)}°, and f is the same.`;
}

const whole = (degrees: number): string => formatted(Math.round(degrees));

/** What the readouts show. Where there is no gradient they say so. */
export function readoutsOf({ dfdx, dfdy, dfdv, direction, turn, kink }: Result) {
  const slope = (value: number | null): Shown =>
    kink && value !== null ? `none (PyTorch: ${formatted(value)})` : value;
  const degrees = (value: number | null): string =>
    value === null ? 'none' : `${formatted(Number(value.toFixed(1)))}°`;
  return {
    dfdx: slope(dfdx),
    dfdy: slope(dfdy),
    dfdv: slope(dfdv),
    direction: degrees(direction),
    turn: degrees(turn),
  };
}
