import { formatted } from '../shared/format.ts';
import { at } from '../shared/at.ts';
import type { Params, Result } from './experiment.ts';

const planes: Record<string, string> = {
  random: 'two random directions',
  gradient: 'the gradient and a random direction',
  principal: 'the two principal directions of the path',
};

export const percent = (share: number): string => `${formatted(100 * share, 3)}%`;

/** How training ended, what the curvatures are, and how much of the path the plane shows. */
export function describe({ direction }: Params, result: Result): string {
  const { centreLoss, accuracy, sharpness, negative, eigenvalues, shown, path } = result;
  const last = at(path, -1);
  const trained = `After ${String(last.step)} steps of Adam the loss is ${formatted(centreLoss)}, and ${percent(accuracy)} of the points are on the right side.`;
  const curved = `The sharpness is ${formatted(sharpness)}; ${String(negative)} of the ${String(eigenvalues.length)} eigenvalues of the Hessian are negative.`;
  const seen = `The plane of ${planes[direction] ?? direction} shows ${percent(shown)} of the path’s squared distance from its end.`;
  return `${trained} ${curved} ${seen}`;
}

export function describeStep({ first, path }: Result, step: number): string {
  const here = at([first, ...path], step);
  return `after ${String(here.step)} steps of training the loss is ${formatted(here.loss)}.`;
}
