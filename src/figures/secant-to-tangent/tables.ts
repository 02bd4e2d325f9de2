import type { Table } from '../shared/contract.ts';
import type { Params, Result } from './experiment.ts';

export function tables({ x, h }: Params, result: Result): Table[] {
  return [
    {
      caption: 'Secant and tangent, in float64',
      columns: ['x', 'h', 'f(x)', 'Secant slope', 'Derivative', 'Error'],
      rows: [[x, h, result.value, result.secantSlope, result.derivative, result.error]],
    },
    {
      caption:
        'Error of the secant for every step; one that is exactly zero has no place on a log scale',
      columns: ['h', 'Error'],
      rows: result.errors.map((row) => [row.h, row.error]),
    },
    {
      caption: 'The function as drawn',
      columns: ['x', 'f(x)'],
      rows: result.curve.map((sample) => [sample.x, sample.y]),
    },
  ];
}
