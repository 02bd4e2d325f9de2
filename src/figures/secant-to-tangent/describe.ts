import { formatted } from '../shared/format.ts';
import { type OneSidedSlopes, sideWords } from '../shared/one-sided.ts';
import type { Params, Result } from './experiment.ts';

/** What secant and tangent do here, in words. */
export function describe({ x, h }: Params, result: Result): string {
  if (result.value === null)
    return `f is not defined at x = ${formatted(x)}: there is no slope to find.`;
  return [...secantSentences(x, h, result), tangentSentence(result)].join(' ');
}

function secantSentences(x: number, h: number, { secantSlope, broken }: Result): string[] {
  if (secantSlope === null)
    return [`f is not defined at x + h = ${formatted(x + h)}, so there is no secant.`];
  const slope = `The secant with h = ${formatted(h)} has slope ${formatted(secantSlope)}.`;
  return broken
    ? [slope, 'Between its two points f is not continuous, so it says nothing about x.']
    : [slope];
}

function tangentSentence({ derivative, error, kink }: Result): string {
  const answer = derivative === null ? 'not a number' : formatted(derivative);
  if (derivative !== null && !Number.isFinite(derivative))
    return 'The slopes grow without bound here: there is no tangent with a slope.';
  if (kink) return `${kinkSentence(kink)} There is no derivative; PyTorch answers ${answer}.`;
  if (error === null) return `Autograd says the derivative is ${answer}.`;
  return `The derivative is ${answer}; the secant misses it by ${formatted(error)}.`;
}

function kinkSentence({ left, right }: OneSidedSlopes): string {
  if (left === null) return `f ends here: only the right side has a slope, ${sideWords(right)}.`;
  if (right === null) return `f ends here: only the left side has a slope, ${sideWords(left)}.`;
  if (left === -right && Math.abs(left) === Infinity)
    return 'The slopes grow without bound on both sides, one up and one down: f comes to a point.';
  return `The slopes of the two sides differ: ${sideWords(left)} on the left, ${sideWords(right)} on the right.`;
}
