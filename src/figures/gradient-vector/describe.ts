import { answerWords, butPyTorch } from '../shared/derivative.ts';
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
  if (norm === null || directional === null) return noGradientWords(point, angle, result);
  const convention = isPyTorchs(result)
    ? ''
    : ` PyTorch answers the gradient ${pytorchWords(result)}: its conventions for kinks do not add up to a derivative.`;
  if (steepestAngle === null)
    return `At ${point} the gradient is zero, a critical point: no direction is steeper than another.${convention}`;
  return (
    `At ${point} f rises fastest towards ${formatted(Math.round(steepestAngle))}°, with slope ${formatted(norm)}. ` +
    `Towards ${formatted(angle)}° its slope is ${formatted(directional)}${turn(directional, norm)}.${convention}`
  );
}

function noGradientWords(point: string, angle: number, result: Result): string {
  const { value, directional } = result;
  const towards =
    directional === null
      ? `Towards ${formatted(angle)}° it has no slope.`
      : `Towards ${formatted(angle)}° its slope is ${formatted(directional)}.`;
  return `f is ${formatted(value)} at ${point}. It is not differentiable there, so it has no gradient; PyTorch answers ${pytorchWords(result)}. ${towards}`;
}

const isPyTorchs = ({ dfdx, dfdy, partials: { x, y } }: Result): boolean =>
  dfdx === x.pytorch && dfdy === y.pytorch;

const pytorchWords = ({ partials: { x, y } }: Result): string =>
  `(${answerWords(x.pytorch)}, ${answerWords(y.pytorch)})`;

function turn(directional: number, norm: number): string {
  if (Math.abs(directional) < 0.02 * norm) return ', almost level: along the contour line';
  return directional < 0 ? ': downhill' : '';
}

/** The steepest direction as its readout shows it, or why there is none. */
export function steepestText({ value, norm, unit, pytorch }: Result): string {
  if (unit) return vectorText([unit.x, unit.y]);
  if (norm !== null) return 'none: the gradient is zero';
  return value === null || pytorch.unit === null
    ? 'none: the gradient does not exist'
    : butPyTorch(null, vectorText([pytorch.unit.x, pytorch.unit.y]));
}
