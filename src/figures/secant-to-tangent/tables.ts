import type { Table } from '../shared/contract.ts';
import { derivativeShown } from '../shared/derivative.ts';
import type { Params, Result } from './experiment.ts';

export function tables({ x }: Params, result: Result): Table[] {
  const { value, answer, secants, allSteps } = result;
  const derivative = derivativeShown(answer, value !== null);
  return [
    {
      caption: 'Secant and derivative, in float64; h is negative to the left',
      columns: ['x', 'h', 'f(x)', 'Secant slope', 'Derivative', 'Error'],
      rows: secants.map(({ h, slope, error }) => [x, h, value, slope, derivative, error]),
    },
    {
      caption:
        'The secant for every step, to both sides; an error of zero has no place on a log scale',
      columns: ['h', 'Slope to x + h', 'Error', 'Slope to x − h', 'Error'],
      rows: allSteps.map(({ h, right, left }) => [
        h,
        right.slope,
        right.error,
        left.slope,
        left.error,
      ]),
    },
    {
      caption: 'The function as drawn',
      columns: ['x', 'f(x)'],
      rows: result.curve.map((sample) => [sample.x, sample.y]),
    },
  ];
}
