import { formatted } from '../shared/format.ts';
import { formattedMatrix, formattedVector } from '../shared/text.ts';
import type { Params, Result } from './experiment.ts';

/** What the map does near the point, in words. */
export function describe({ x, y }: Params, result: Result): string {
  const { value, jacobian, det, singularValues, kink, nowhere } = result;
  const point = formattedVector([x, y]);
  if (nowhere) return 'The map is not defined anywhere in the picture.';
  if (value === null) return `The map is not defined at ${point}: it has no Jacobian there.`;
  if (jacobian === null || det === null || singularValues === null)
    return `The map takes ${point} to ${formattedVector([value.x, value.y])}, but its Jacobian does not exist there.`;
  if (kink)
    return `The map has a kink at ${point}: no single linear map describes it there. PyTorch answers J = ${formattedMatrix(jacobian)}.`;
  const chain = result.factors ? ` ${chainWords(result.factors)}` : '';
  const areas = `At ${point} J = ${formattedMatrix(jacobian)}. ${areaWords(det, singularValues)}`;
  return singularValues[0] === 0
    ? `${areas}${chain}`
    : `${areas} ${lengthWords(singularValues)}${chain}`;
}

/** The chain rule for two maps. */
const chainWords = ({ first, second }: NonNullable<Result['factors']>): string =>
  `J is the product of the Jacobian of g at the image, ${formattedMatrix(second)}, and that of f at the point, ${formattedMatrix(first)}.`;

/** What the ellipse is, for those who do not see it. */
export const stretchWords = ({ singularValues }: Result): string =>
  singularValues
    ? `Its ellipse stretches lengths by ${formattedVector(singularValues)}.`
    : 'There is no such linear map here.';

/** Rounding leaves a determinant of about 1e-16 σ₁² where the exact one is zero. */
const collapsed = (det: number, [most]: [number, number]) => Math.abs(det) <= 1e-12 * most ** 2;

function areaWords(det: number, values: [number, number]): string {
  if (values[0] === 0) return 'J is zero: it sends the whole square to one point.';
  if (collapsed(det, values))
    return 'Its determinant is 0: J flattens the square to a line, and cannot be undone.';
  const size = Math.abs(det);
  const same = Math.abs(size - 1) < 1e-12;
  const areas = same ? 'areas stay the same' : `areas are multiplied by ${formatted(size)}`;
  const turned = det < 0 ? 'is turned over, as in a mirror' : 'is not turned over';
  return `Its determinant is ${formatted(det)}: ${areas}, and the square ${turned}.`;
}

function lengthWords([most, least]: [number, number]): string {
  if (most - least <= 1e-12 * most) return `Every length is multiplied by ${formatted(most)}.`;
  const smallest = least <= 1e-12 * most ? 0 : least;
  return `Lengths are multiplied by ${formatted(smallest)} to ${formatted(most)}, depending on their direction.`;
}
