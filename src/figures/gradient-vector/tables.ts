import type { Table } from '../shared/contract.ts';
import { fieldTable } from '../shared/field.ts';
import type { Params, Result } from './experiment.ts';
import { readouts } from './readouts.ts';

export function tables({ angle }: Params, result: Result): Table[] {
  const { value, slopes } = result;
  const shown = readouts(result);
  return [
    {
      caption: 'Gradient and slope at the point, in float64',
      columns: ['f', '∂f/∂x', '∂f/∂y', 'Length', 'Direction in degrees', 'Slope'],
      rows: [[value, shown.dfdx, shown.dfdy, shown.norm, angle, shown.directional]],
    },
    {
      caption: 'The slope in every direction',
      columns: ['Direction in degrees', 'Slope'],
      rows: slopes.map((row) => [row.angle, row.slope]),
    },
    fieldTable(result.field, result.window),
  ];
}
