import type { Table } from '../shared/contract.ts';
import { fieldTable } from '../shared/field.ts';
import type { Params, Result } from './experiment.ts';

export function tables({ unit }: Params, result: Result): Table[] {
  const { value, slopes, direction, turn, steps, map, lens } = result;
  const overLens = fieldTable(lens.field, lens.window);
  return [
    {
      caption: 'Slopes at the point in float64, and the steepest way down on the map in degrees',
      columns: ['f', '∂f/∂x', '∂f/∂y', 'Unit of y', '∂f/∂v', 'Direction', 'Turned by'],
      rows: [[value, slopes.x.exact, slopes.y.exact, unit, slopes.v.exact, direction, turn]],
    },
    {
      caption:
        'Steps of equal length where y is counted in units: where they lead, and the change of f by the slopes',
      columns: ['Angle over x and v', 'x', 'y', 'v', 'Change of f'],
      rows: steps.map(({ angle, x, y, v, change }) => [angle, x, y, v, change]),
    },
    fieldTable(map.field, map.window),
    {
      ...overLens,
      caption: 'f around the point, with y counted in units, on a coarser grid',
      columns: ['x', 'v', 'f'],
    },
  ];
}
