import { formatted } from '../shared/format.ts';
import { sideWords, trusted } from '../shared/one-sided.ts';
import { formattedVector } from '../shared/text.ts';
import type { Cut, Params, Result } from './experiment.ts';

/** What both cuts say, and whether they say the whole truth. */
export function describe({ x, y }: Params, result: Result): string {
  const { value, alongX, alongY, crease, field } = result;
  const point = formattedVector([x, y]);
  if (field.values.every((entry) => entry === null))
    return 'f is not defined anywhere in the picture.';
  if (value === null) return `f is not defined at ${point}: there is nothing to differentiate.`;
  return [
    `At ${point}, where f is ${formatted(value)}:`,
    `with y held at ${formatted(y)}, ${cutWords('x', alongX)};`,
    `with x held at ${formatted(x)}, ${cutWords('y', alongY)}.`,
    ...(crease ? [creaseSentence] : []),
  ].join(' ');
}

const creaseSentence =
  'Yet between the axes f has a crease: both partial derivatives are there, and f is not differentiable.';

const cutWords = (axis: 'x' | 'y', cut: Cut): string =>
  kinkWords(axis, cut) ?? slopeWords(axis, cut);

function kinkWords(axis: string, { kink, slope }: Cut): string | null {
  if (!kink) return null;
  const { left, right } = kink;
  const answer = slope === null ? 'with no number' : formatted(slope);
  if (left === null || right === null)
    return `f ends, and only one side has a slope along ${axis}: ${sideWords(left ?? right)}`;
  const sides = `${sideWords(left)} below ${axis}, ${sideWords(right)} above`;
  return `f has a kink (slope ${sides}): ∂f/∂${axis} does not exist, PyTorch answers ${answer}`;
}

function slopeWords(axis: string, { slope, steep, measured }: Cut): string {
  if (steep) return `the slope along ${axis} grows without bound`;
  if (measured === null)
    return slope === null
      ? `f has no slope along ${axis}`
      : `autograd says that the slope along ${axis} is ${formatted(slope)}`;
  if (slope !== null && Math.abs(slope - measured) <= 1e-3 * (1 + Math.abs(measured)))
    return slope === 0
      ? `f is level along ${axis}`
      : `f changes by ${formatted(slope)} per unit of ${axis}`;
  const answer = slope === null ? 'with no number' : formatted(slope);
  return `the slope along ${axis} is ${trusted(measured)}, but PyTorch answers ${answer}: its conventions for kinks do not add up to a derivative`;
}
