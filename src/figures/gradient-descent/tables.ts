import type { Table } from '../shared/contract.ts';
import type { Params, Result } from './experiment.ts';

export function tables(_params: Params, { path, positions, curve }: Result): Table[] {
  return [
    {
      caption: 'Every step of the descent, in float32',
      columns: ['Step', 'x', 'f(x)', 'Gradient', 'Next x'],
      rows: path.map((row) => [row.step, row.x, row.value, row.gradient, row.next]),
    },
    {
      caption: 'Loss after each step; a loss of exactly zero has no place on a log scale',
      columns: ['Step', 'Loss'],
      rows: positions.map(({ y }, step) => [step, y]),
    },
    {
      caption: 'The parabola as drawn',
      columns: ['x', 'f(x)'],
      rows: curve.map(({ x, y }) => [x, y]),
    },
  ];
}
