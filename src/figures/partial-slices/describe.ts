import type { Cut, Params, Result } from './experiment.ts';
import { sideWords } from '../shared/one-sided.ts';
import { printed } from '../shared/program.ts';
import { vectorText } from '../shared/text.ts';

const words = (value: number) => printed(value, '.4g');

/** What both cuts say, and whether they say the whole truth. */
export function describe({ x, y }: Params, result: Result): string {
  const { value, alongX, alongY, crease, field } = result;
  const place = vectorText([x, y]);
  if (field.values.every((entry) => entry === null))
    return 'f is not defined anywhere in the picture.';
  if (value === null) return `f is not defined at ${place}: there is nothing to differentiate.`;
  return [
    `At ${place}, where f is ${words(value)}:`,
    `${cutWords('x', `y held at ${words(y)}`, alongX)};`,
    `${cutWords('y', `x held at ${words(x)}`, alongY)}.`,
    ...(crease ? [creaseWords] : []),
  ].join(' ');
}

const creaseWords =
  'Yet between the axes f has a crease: both partial derivatives are there, and f is not differentiable.';

function cutWords(axis: 'x' | 'y', held: string, cut: Cut): string {
  return `with ${held}, ${kinkWords(axis, cut) ?? slopeWords(axis, cut)}`;
}

function kinkWords(axis: string, { kink, slope }: Cut): string | null {
  if (!kink) return null;
  const { left, right } = kink;
  const answer = slope === null ? 'with no number' : words(slope);
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
      : `autograd says that the slope along ${axis} is ${words(slope)}`;
  if (slope !== null && Math.abs(slope - measured) <= 1e-3 * (1 + Math.abs(measured)))
    return slope === 0
      ? `f is level along ${axis}`
      : `f changes by ${words(slope)} per unit of ${axis}`;
  const answer = slope === null ? 'with no number' : words(slope);
  return `the slope along ${axis} is ${printed(measured, '.3g')}, but PyTorch answers ${answer}: its conventions for kinks do not add up to a derivative`;
}
