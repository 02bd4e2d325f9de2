import { formatted } from '../shared/format.ts';
import type { Params, Result } from './experiment.ts';

/** Who is cheaper, by how much, and what memory it costs. */
export function describe(_params: Params, result: Result): string {
  const { n, m, forward, reverse, memory } = result;
  const sizes = `${counted(n, 'input')} and ${counted(m, 'output')}`;
  return (
    `With ${sizes} the whole Jacobian takes ${count(forward)} operations in forward mode and ${count(reverse)} in reverse mode: ${verdict(forward, reverse)}. ` +
    `One reverse pass keeps ${count(memory.all)} numbers, ${checkpointWords(memory)}.`
  );
}

const counted = (number: number, what: string): string =>
  `${String(number)} ${what}${number === 1 ? '' : 's'}`;

/** A whole number, however large, with a thin gap between thousands. */
export const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');

function verdict(forward: number, reverse: number): string {
  if (forward === reverse) return 'both the same';
  const [cheap, factor] =
    forward < reverse ? ['forward', reverse / forward] : ['reverse', forward / reverse];
  return `${cheap} mode is cheaper by a factor of ${formatted(factor, 3)}`;
}

function checkpointWords({ segments, all, checkpoints, ...memory }: Result['memory']): string {
  if (checkpoints >= all) return 'and checkpoints would save nothing';
  const more = memory.checkpointOperations / memory.allOperations - 1;
  return `or ${count(checkpoints)} with ${String(segments)} segments and ${formatted(100 * more, 3)}% more operations`;
}

/** How many times the cost of the function itself a reverse pass takes, evaluation included. */
export const gradientFactor = ({ evaluation, adjoint }: Result): number =>
  (evaluation + adjoint) / evaluation;
