import type { Sample } from '../shared/contract.ts';
import { formatted } from '../shared/format.ts';
import type { Result } from './experiment.ts';
import { rateRange } from './sweep.ts';

interface Mark {
  label: string;
  role: 'bad' | 'good' | 'rate';
  points: Sample[];
  dash: boolean;
  width: number;
  labelAt: number;
}

/** Upright lines over the sweep: the measured edge, 2/λ, and the rate that is looked at. */
export function marksOf({ edge, predicted, lossRange }: Result, rate: number): Mark[] {
  const upright = (x: number): Sample[] => [
    { x, y: lossRange.min },
    { x, y: lossRange.max },
  ];
  const marks: Mark[] = [];
  const mark = (x: number | null, look: Omit<Mark, 'points' | 'width'>) => {
    if (x !== null && x >= rateRange.min && x <= rateRange.max)
      marks.push({ ...look, points: upright(x), width: 1.5 });
  };
  if (edge.unstable !== null && edge.stable !== null)
    mark(edge.stable, {
      label: `measured ${formatted(edge.stable)}`,
      role: 'bad',
      dash: false,
      labelAt: 0.9,
    });
  const limit = predicted?.limit ?? null;
  if (limit !== null)
    mark(limit, { label: `2/λ = ${formatted(limit)}`, role: 'good', dash: true, labelAt: 0.6 });
  mark(rate, { label: 'η', role: 'rate', dash: false, labelAt: 0.2 });
  return marks;
}
