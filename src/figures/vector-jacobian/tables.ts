import { answerText } from './backward-attempts.ts';
import type { Table } from '../shared/contract.ts';
import type { Params, Result } from './experiment.ts';

export function tables(_params: Params, result: Result): Table[] {
  return [productTable(result), attemptTable(result), costTable(result), layerTable(result)];
}

/** As it is drawn: u above the columns of J, v beside its rows. */
function productTable({ jacobian, output, u, v, vjp, jvp }: Result): Table {
  return {
    caption: 'J at (1, 2) with v beside its rows and u above its columns, in float32',
    columns: ['Row', 'Value', 'v', '∂/∂x₀', '∂/∂x₁', 'Ju'],
    rows: [
      ['u', '', '', ...u, ''],
      ...jacobian.map((row, i) => [
        `y${['₀', '₁', '₂'][i] ?? ''}`,
        ...[output[i] ?? null, v[i] ?? null, ...row, jvp[i] ?? null],
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
    caption: 'Passes for a whole Jacobian',
    columns: ['Outputs m', 'Forward passes', 'Reverse passes'],
    rows: forward.map(({ x, y }, i) => [x, y, reverse[i]?.y ?? null]),
  };
}

function layerTable({ layer }: Result): Table {
  const columns = ['Output i', 'Input j', 'Entry [0, i, 0, j]'];
  const [, m = 0, , n = 0] = layer.shape;
  const caption = `The Jacobian of Linear(${String(n)}, ${String(m)}) after manual_seed(0), in float32: the weights`;
  return layer.rows
    ? {
        caption,
        columns,
        rows: layer.rows.flatMap((row, i) => row.map((entry, j) => [i, j, entry])),
      }
    : {
        caption: `${caption}, too many to list`,
        columns,
        rows: [['all', 'all', `${String(n * m)} entries`]],
      };
}
