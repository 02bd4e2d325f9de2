import { answerWords, isDerivative } from '../shared/derivative.ts';
import { formatted } from '../shared/format.ts';
import { type OneSidedSlopes, sideWords } from '../shared/one-sided.ts';
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
  'Yet between the axes f has a crease: both partial derivatives exist, and f is not differentiable.';

function cutWords(axis: 'x' | 'y', { answer }: Cut): string {
  const pytorch = answerWords(answer.pytorch);
  if (answer.exact === null)
    return `${missingWords(axis, answer.kink)}, PyTorch answers ${pytorch}`;
  if (!isDerivative(answer))
    return `the slope along ${axis} is ${formatted(answer.exact)}, but PyTorch answers ${pytorch}: its conventions for kinks do not add up to a derivative`;
  return answer.exact === 0
    ? `f is level along ${axis}`
    : `f changes by ${formatted(answer.exact)} per unit of ${axis}`;
}

function missingWords(axis: string, kink: OneSidedSlopes | null): string {
  const missing = `∂f/∂${axis} does not exist`;
  if (!kink) return missing;
  const { left, right } = kink;
  if (left === null || right === null)
    return `f ends here (slope on its one side: ${sideWords(left ?? right)}): ${missing}`;
  return `f has a kink (slope ${sideWords(left)} below ${axis}, ${sideWords(right)} above): ${missing}`;
}
