import { type OneSidedSlopes, sideWords } from '../shared/one-sided.ts';
import { printed } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';

const words = (value: number) => printed(value, '.4g');

/** What secant and tangent do here, in words. */
export function describe({ x, h }: Params, result: Result): string {
  const { value, secantSlope, derivative, error, kink, broken } = result;
  if (value === null) return `f is not defined at x = ${words(x)}: there is no slope to find.`;
  const secant =
    secantSlope === null
      ? `f is not defined at x + h = ${words(x + h)}, so there is no secant.`
      : `The secant with h = ${words(h)} has slope ${words(secantSlope)}.`;
  return [
    secant,
    brokenWords(broken && secantSlope !== null),
    tangentWords(derivative, error, kink),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function brokenWords(broken: boolean): string {
  return broken ? 'Between its two points f is not continuous, so it says nothing about x.' : '';
}

function tangentWords(
  derivative: number | null,
  error: number | null,
  kink: OneSidedSlopes | null,
): string {
  const answer = derivative === null ? 'not a number' : words(derivative);
  if (derivative !== null && !Number.isFinite(derivative))
    return 'The slopes grow without bound here: there is no tangent with a slope.';
  if (kink) return `${kinkWords(kink)} There is no derivative; PyTorch answers ${answer}.`;
  if (error === null) return `Autograd says the derivative is ${answer}.`;
  return `The derivative is ${answer}; the secant misses it by ${words(error)}.`;
}

function kinkWords({ left, right }: OneSidedSlopes): string {
  if (left === null) return `f ends here: only the right side has a slope, ${sideWords(right)}.`;
  if (right === null) return `f ends here: only the left side has a slope, ${sideWords(left)}.`;
  if (left === -right && Math.abs(left) === Infinity)
    return 'The slopes grow without bound on both sides, one up and one down: f comes to a point.';
  return `The slopes of the two sides differ: ${sideWords(left)} on the left, ${sideWords(right)} on the right.`;
}
