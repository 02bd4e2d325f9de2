import type { Table } from '../shared/contract.ts';
import { fieldTable } from '../shared/field.ts';
import type { Params, Result } from './experiment.ts';

export function tables({ angle }: Params, result: Result): Table[] {
  const { value, dfdx, dfdy, norm, directional, slopes } = result;
  return [
    {
      caption: 'Gradient and slope at the point, in float64',
      columns: ['f', '∂f/∂x', '∂f/∂y', 'Length', 'Direction in degrees', 'Slope'],
      rows: [[value, dfdx, dfdy, norm, angle, directional]],
    },
    {
      caption: 'The slope in every direction',
      columns: ['Direction in degrees', 'Slope'],
      rows: slopes.map((row) => [row.angle, row.slope]),
    },
    fieldTable(result.field, result.window),
  ];
}
