import type { Table } from '../shared/contract.ts';
import type { Params, Result } from './experiment.ts';

/** The map is drawn from these: every fourteenth column and row of the picture's. */
const stride = 14;

export function tables(_params: Params, result: Result): Table[] {
  return [trajectoryTable(result), rootTable(result), rateTable(result), lineTable(result)];
}

const trajectoryTable = ({ drawn }: Result): Table => ({
  caption: 'x after each step, in float64',
  columns: ['Step', 'x'],
  rows: drawn.map(({ x, y }) => [x, y]),
});

const rootTable = ({ roots, rate, measured, best }: Result): Table => ({
  caption:
    'The two roots, their larger size, the measured rate, and the best β for this αλ with its rate',
  columns: [
    'Root 1, real',
    'Root 1, imaginary',
    'Root 2, real',
    'Root 2, imaginary',
    'Rate',
    'Measured rate',
    'Best β',
    'Best rate',
  ],
  rows: [
    [
      ...roots.flatMap(({ re, im }) => [re, im]),
      rate,
      measured.rate,
      ...(best.beta < 1 ? [best.beta, best.rate] : [null, null]),
    ],
  ],
});

function rateTable({ plane: { field, window } }: Result): Table {
  const place = ({ min, max }: { min: number; max: number }, index: number, count: number) =>
    min + ((max - min) * index) / (count - 1);
  return {
    caption: 'Rate over the plane, on a coarser grid; more than 2 is shown as 2',
    columns: ['α', 'β', 'Rate'],
    rows: field.values.flatMap((rate, index) => {
      const column = index % field.columns;
      const row = Math.floor(index / field.columns);
      if (column % stride !== 0 || row % stride !== 0) return [];
      const alpha = place(window.x, column, field.columns);
      return [[alpha, place(window.y, row, field.rows), rate]];
    }),
  };
}

const lineTable = ({ plane: { edge, best } }: Result): Table => ({
  caption: 'The lines in the plane',
  columns: ['Line', 'α', 'β'],
  rows: [
    ...edge.map(({ x, y }) => ['edge of stability', x, y]),
    ...best.map(({ x, y }) => ['best β', x, y]),
  ],
});
