import type { Table } from '../shared/contract.ts';
import { fieldTable } from '../shared/field.ts';
import type { Params, Result } from './experiment.ts';

export function tables(_params: Params, { path, final, losses, field, window }: Result): Table[] {
  return [
    {
      caption: 'Every step of the descent, in float32',
      columns: ['Step', 'x', 'y', 'f', '∂x', '∂y'],
      rows: path.map(({ step, x, y, value, dx, dy }) => [step, x, y, value, dx, dy]),
    },
    {
      caption: 'Where the last step led, in float32',
      columns: ['x', 'y', 'f', '∂x', '∂y', 'Length of the gradient'],
      rows: [[final.x, final.y, final.value, final.dx, final.dy, final.norm]],
    },
    {
      caption: 'Loss after each step, as drawn; a loss of zero has no place on a log scale',
      columns: ['Step', 'Loss'],
      rows: losses.map(({ step, loss }) => [step, loss]),
    },
    fieldTable(field, window),
  ];
}
