import { at } from '../shared/at.ts';
import type { Table } from '../shared/contract.ts';
import { below } from '../shared/worked.ts';
import { answerText } from './describe.ts';
import type { Params, Result } from './experiment.ts';

export function tables(_params: Params, result: Result): Table[] {
  return [productTable(result), attemptTable(result), costTable(result), layerTable(result)];
}

/** As it is drawn: u above the columns of J, v beside its rows. */
function productTable({ jacobian, output, u, v, vjp, jvp }: Result): Table {
  return {
    caption: 'J at (1, 2) with v beside its rows and u above its columns, in float32',
    columns: ['Row', 'Value', 'v', '∂/∂x₁', '∂/∂x₂', 'Ju'],
    rows: [
      ['u', '', '', ...u, ''],
      ...jacobian.map((row, i) => [
        `y${below(i + 1)}`,
        at(output, i),
        at(v, i),
        ...row,
        at(jvp, i),
      ]),
      ['vᵀJ', '', '', ...vjp, ''],
    ],
  };
}

function attemptTable({ attempts }: Result): Table {
  return {
    caption: 'What PyTorch answers to each way of asking',
    columns: ['Call', 'Accepted', 'Answer'],
    rows: attempts.map((one) => [one.call, one.error === null ? 'yes' : 'no', answerText(one)]),
  };
}

function costTable({ cost: { forward, reverse } }: Result): Table {
  return {
    caption: 'Passes for the whole Jacobian of a layer with as many inputs as are set',
    columns: ['Outputs m', 'Forward passes', 'Reverse passes'],
    rows: forward.map(({ x, y }, i) => [x, y, at(reverse, i).y]),
  };
}

function layerTable({ layer, layerPasses: { forward: n, reverse: m } }: Result): Table {
  const caption = `The Jacobian of Linear(${String(n)}, ${String(m)}) after manual_seed(0), in float32: the weights, counted from 0 as PyTorch does`;
  return {
    caption: layer.rows ? caption : `${caption}, too many to list`,
    columns: ['Output i', 'Input j', 'Entry [0, i, 0, j]'],
    rows: layer.rows
      ? layer.rows.flatMap((row, i) => row.map((entry, j) => [i, j, entry]))
      : [['all', 'all', `${String(n * m)} entries`]],
  };
}
