import { answerWords, isDerivative } from '../shared/derivative.ts';
import { formatted } from '../shared/format.ts';
import { type OneSidedSlopes, sideWords } from '../shared/one-sided.ts';
import type { DrawnSecant, Params, Result } from './experiment.ts';

/** What secants and tangent do here, in words. */
export function describe({ x }: Params, result: Result): string {
  if (result.value === null)
    return `f is not defined at x = ${formatted(x)}: there is no slope to find.`;
  return [
    ...result.secants.flatMap((secant) => secantSentences(x, secant)),
    tangentSentence(result),
  ].join(' ');
}

function secantSentences(x: number, { h, slope, broken }: DrawnSecant): string[] {
  if (slope === null)
    return [
      `f is not defined at x ${h < 0 ? '−' : '+'} h = ${formatted(x + h)}, so there is no secant to that side.`,
    ];
  const side = h < 0 ? 'to the left' : 'to the right';
  const words = `The secant ${side}, with h = ${formatted(h)}, has slope ${formatted(slope)}.`;
  return broken
    ? [words, 'Between its two points f is not continuous, so it says nothing about x.']
    : [words];
}

function tangentSentence({ answer, error, secants }: Result): string {
  const pytorch = answerWords(answer.pytorch);
  if (answer.kink)
    return `${kinkSentence(answer.kink)} There is no derivative; PyTorch answers ${pytorch}.`;
  if (answer.exact === null) return `There is no derivative; PyTorch answers ${pytorch}.`;
  const derivative = isDerivative(answer)
    ? `The derivative is ${formatted(answer.exact)}`
    : `The derivative is ${formatted(answer.exact)}, but PyTorch answers ${pytorch}`;
  if (error === null) return `${derivative}.`;
  return secants.length > 1
    ? `${derivative}; the secants miss it by at most ${formatted(error)}.`
    : `${derivative}; the secant misses it by ${formatted(error)}.`;
}

function kinkSentence({ left, right }: OneSidedSlopes): string {
  if (left === null) return `f ends here, and to the right ${tendency(right)}.`;
  if (right === null) return `f ends here, and to the left ${tendency(left)}.`;
  if (Math.abs(left) === Infinity && Math.abs(right) === Infinity)
    return left === right
      ? 'On both sides the slopes of secants grow without bound.'
      : 'The slopes grow without bound on both sides, one up and one down: f comes to a point.';
  return `The slopes of the two sides differ: ${sideWords(left)} on the left, ${sideWords(right)} on the right.`;
}

const tendency = (slope: number | null): string =>
  slope !== null && Number.isFinite(slope)
    ? `the slopes of secants tend to ${sideWords(slope)}`
    : 'the slopes of secants grow without bound';
