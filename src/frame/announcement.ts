/** What a figure says of the moment that its picture shows. */

import type { FigureDefinition } from '../figures/shared/contract.ts';
import type { Shown } from './attempt.ts';
import { stageOf } from './controls/control.ts';

interface Place {
  step: number;
  /** How many there are: 0 for a figure without a path. */
  steps: number;
  label: string;
  playing: boolean;
}

/**
 * A figure whose step is a setting describes that step; it says nothing while it plays, for the picture
 * is about to go on. Another describes its whole path: before the end of it, what stands at the step comes first.
 */
export function announcementOf<Params extends object, Result extends object>(
  figure: Pick<FigureDefinition<Params, Result>, 'controls' | 'describe' | 'describeStep'>,
  { params, result }: Shown<Params, Result>,
  { step, steps, label, playing }: Place,
): string {
  if (stageOf(figure.controls)) return playing ? 'Playing.' : figure.describe(params, result);
  const whole = figure.describe(params, result);
  if (steps === 0) return whole;
  if (playing) return `Playing. The whole run: ${whole}`;
  if (step >= steps) return whole;
  const count = `${label} ${String(step)} of ${String(steps)}`;
  const here = figure.describeStep?.(result, step);
  return `${count}${here ? `: ${here}` : '.'} The whole run: ${whole}`;
}
