import { formatted } from '../shared/format.ts';
import { formattedVector, vectorText } from '../shared/text.ts';
import type { Params, Result } from './experiment.ts';

/** Gradient and slope in words. */
export function describe({ x, y, angle }: Params, result: Result): string {
  const { value, norm, directional, steepestAngle, field } = result;
  const point = formattedVector([x, y]);
  if (field.values.every((entry) => entry === null))
    return 'f is not defined anywhere in the picture.';
  if (value === null) return `f is not defined at ${point}: there is no gradient.`;
  if (norm === null || directional === null)
    return `f is ${formatted(value)} at ${point}, but its gradient does not exist there.`;
  if (result.kink)
    return `f has a kink at ${point}, so it has no gradient there; PyTorch answers ${formattedVector([result.dfdx, result.dfdy])}.`;
  if (steepestAngle === null)
    return `At ${point} the gradient is zero, a critical point: no direction is steeper than another.`;
  return (
    `At ${point} f rises fastest towards ${formatted(Math.round(steepestAngle))}°, with slope ${formatted(norm)}. ` +
    `Towards ${formatted(angle)}° its slope is ${formatted(directional)}${turn(directional, norm)}.`
  );
}

function turn(directional: number, norm: number): string {
  if (Math.abs(directional) < 0.02 * norm) return ', almost level: along the contour line';
  return directional < 0 ? ': downhill' : '';
}

/** The steepest direction as its readout shows it, or why there is none. */
export function steepestText({ value, norm, unit }: Result): string {
  if (unit) return vectorText([unit.x, unit.y]);
  return value === null || norm === null
    ? 'none: the gradient does not exist'
    : 'none: the gradient is zero';
}
