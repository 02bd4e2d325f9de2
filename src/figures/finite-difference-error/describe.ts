import { parse, whyNotAnalytic } from '@calculus/expression';
import { at } from '../shared/at.ts';
import { answerWords } from '../shared/derivative.ts';
import { formatted } from '../shared/format.ts';
import { steps } from './difference-errors.ts';
import type { Params, Result } from './experiment.ts';

/** Three digits: an error is known by its size. */
const words = (value: number) => formatted(Number(value.toPrecision(3)));

/** Which method comes how close, in words. */
export function describe({ f, x, dtype }: Params, result: Result): string {
  const { exact, answer, autogradError, bestH, bestError, central, reference } = result;
  if (exact === null || autogradError === null)
    return reference === null
      ? `The derivative of ${f} at x = ${words(x)} does not exist, so there is no error to measure.`
      : `${f} has no derivative at x = ${words(x)}, so no method has an error there. The curves show distances from ${answerWords(answer.pytorch)}, which PyTorch answers.`;
  if (bestH === null || bestError === null || central === null)
    return `${f} is not defined around x = ${words(x)}, so no difference can be taken.`;
  const differences =
    `In ${dtype} the forward difference comes closest at h = ${words(bestH)}, ${off(bestError)}; ` +
    `the central one at h = ${words(central.h)}, ${off(central.error)}.`;
  return `${differences} ${complexSentence(f, result)} Autograd needs no h and is ${off(autogradError)}.`;
}

function complexSentence(f: string, { analytic, complexStepError }: Result): string {
  if (!analytic) return `There is no complex step: ${reason(f)}.`;
  return complexStepError === null
    ? 'The complex step does not exist here.'
    : `The complex step at h = ${words(at(steps, 0))} is ${off(complexStepError)}.`;
}

const reason = (f: string): string => String(whyNotAnalytic(parse(f, { variables: ['x'] })));

function off(error: number): string {
  return error === 0 ? 'exactly right' : `off by ${words(error)}`;
}
