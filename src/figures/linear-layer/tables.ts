import { at } from '../shared/at.ts';
import type { Table } from '../shared/contract.ts';
import type { Matrix, Params, Result } from './experiment.ts';

export function tables(_: Params, result: Result): Table[] {
  const { X, W, b, Y, dX, dW, db, dY } = result;
  const columns = ['Entry', 'Value', '∂loss/∂entry'];
  const entries = (name: string, values: Matrix, gradients: Matrix) =>
    values.flatMap((row, i) =>
      row.map((value, j) => [
        `${name}[${String(i)}, ${String(j)}]`,
        value,
        at(at(gradients, i), j),
      ]),
    );
  return [
    {
      caption: 'Parameters and their gradients, in float32',
      columns,
      rows: [
        ...entries('W', W, dW),
        ...b.map((value, index) => [`b[${String(index)}]`, value, at(db, index)]),
      ],
    },
    { caption: 'The batch X and its gradient, in float32', columns, rows: entries('X', X, dX) },
    { caption: 'The outputs Y and their gradient, in float32', columns, rows: entries('Y', Y, dY) },
    ...targetTable(result),
  ];
}

function targetTable({ target }: Result): Table[] {
  const columns = ['Row', 'Output', 'Target'];
  const rows = target?.flatMap((row, i) => row.map((value, j) => [i, j, value]));
  return rows ? [{ caption: 'The target, in float32', columns, rows }] : [];
}
