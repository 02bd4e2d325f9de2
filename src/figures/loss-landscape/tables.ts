import { at } from '../shared/at.ts';
import type { Table } from '../shared/contract.ts';
import { places } from '../shared/sample-curve.ts';
import type { Params, Result } from './experiment.ts';

export function tables(_params: Params, result: Result): Table[] {
  const { first, path, eigenvalues } = result;
  return [
    {
      caption:
        'Training in float64: loss, place in the plane, and distance from it; the trained network is at (0, 0)',
      columns: ['Step', 'Loss', 'First direction', 'Second direction', 'Distance from the plane'],
      rows: [first, ...path].map(({ step, loss, x, y, off }) => [step, loss, x, y, off]),
    },
    {
      caption: 'Eigenvalues of the Hessian where training ended',
      columns: ['Number', 'Eigenvalue'],
      rows: eigenvalues.map((eigenvalue, index) => [index + 1, eigenvalue]),
    },
    slice(result),
  ];
}

const coarse = 4;

function slice({ field, window }: Result): Table {
  const axis = places(window.x, field.columns);
  const kept = axis.flatMap((_, index) => (index % coarse === 0 ? [index] : []));
  return {
    caption: 'Loss over the plane, on a coarser grid',
    columns: ['First direction', 'Second direction', 'Loss'],
    rows: kept.flatMap((row) =>
      kept.map((column) => [
        at(axis, column),
        at(axis, row),
        at(field.values, row * field.columns + column),
      ]),
    ),
  };
}
