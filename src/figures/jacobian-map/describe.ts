import type { Params, Result } from './experiment.ts';
import { printed } from '../shared/program.ts';
import { matrixText, vectorText } from '../shared/text.ts';

const words = (value: number) => printed(value, '.4g');

/** What the map does near the point, in words. */
export function describe({ x, y }: Params, result: Result): string {
  const { value, jacobian, det, singularValues, kink, nowhere } = result;
  const place = vectorText([x, y]);
  if (nowhere) return 'The map is not defined anywhere in the picture.';
  if (value === null) return `The map is not defined at ${place}: it has no Jacobian there.`;
  if (jacobian === null || det === null || singularValues === null)
    return `The map takes ${place} to ${vectorText([value.x, value.y])}, but its Jacobian does not exist there.`;
  if (kink)
    return `The map has a kink at ${place}: no single linear map describes it there. PyTorch answers J = ${matrixText(jacobian)}.`;
  const lengths = singularValues[0] === 0 ? [] : [lengthWords(singularValues)];
  return [
    `At ${place} J = ${matrixText(jacobian)}.`,
    areaWords(det, singularValues),
    ...lengths,
  ].join(' ');
}

/** Rounding leaves a determinant of about 1e-16 σ₁² where the exact one is zero. */
const collapsed = (det: number, [most]: [number, number]) => Math.abs(det) <= 1e-12 * most ** 2;

function areaWords(det: number, values: [number, number]): string {
  if (values[0] === 0) return 'J is zero: it sends the whole square to one point.';
  if (collapsed(det, values))
    return 'Its determinant is 0: J flattens the square to a line, and cannot be undone.';
  const size = Math.abs(det);
  const areas =
    Math.abs(size - 1) < 1e-12 ? 'areas stay the same' : `areas are multiplied by ${words(size)}`;
  const turned = det < 0 ? 'is turned over, as in a mirror' : 'is not turned over';
  return `Its determinant is ${words(det)}: ${areas}, and the square ${turned}.`;
}

function lengthWords([most, least]: [number, number]): string {
  if (most - least <= 1e-12 * most) return `Every length is multiplied by ${words(most)}.`;
  const smallest = least <= 1e-12 * most ? 0 : least;
  return `Lengths are multiplied by ${words(smallest)} to ${words(most)}, depending on their direction.`;
}
