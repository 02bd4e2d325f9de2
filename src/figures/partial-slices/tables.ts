import type { Table } from '../shared/contract.ts';
import { derivativeShown } from '../shared/derivative.ts';
import { fieldTable } from '../shared/field.ts';
import type { Cut, Params, Result } from './experiment.ts';

export function tables({ x, y }: Params, result: Result): Table[] {
  const { value, alongX, alongY } = result;
  const partial = ({ answer }: Cut) => derivativeShown(answer, value !== null);
  const rows = ({ curve }: Cut) => curve.map((sample) => [sample.x, sample.y]);
  return [
    {
      caption: 'Both partial derivatives at the point, in float64',
      columns: ['x', 'y', 'f', '∂f/∂x', '∂f/∂y'],
      rows: [[x, y, value, partial(alongX), partial(alongY)]],
    },
    { caption: 'The cut along x, with y constant', columns: ['x', 'f'], rows: rows(alongX) },
    { caption: 'The cut along y, with x constant', columns: ['y', 'f'], rows: rows(alongY) },
    fieldTable(result.field, result.window),
  ];
}
