import { Generator, type Tensor, enableGrad, mseLoss, randn } from '@calculus/autograd';
import type { Control, Table } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { shapeText } from '../shared/text.ts';

export type Loss = 'sum' | 'mean' | 'mse';

export interface Params {
  batch: number;
  in: number;
  out: number;
  seed: number;
  loss: Loss;
}

export const defaults: Params = { batch: 4, in: 3, out: 2, seed: 0, loss: 'sum' };

export const controls = {
  batch: { label: 'Batch size', min: 1, max: 8, step: 1, role: 'soft' },
  in: { label: 'Inputs', min: 1, max: 6, step: 1, role: 'input' },
  out: { label: 'Outputs', min: 1, max: 6, step: 1, role: 'function' },
  seed: { label: 'Seed', min: 0, max: 99, step: 1, role: 'soft' },
  loss: {
    label: 'Loss',
    options: [
      { value: 'sum', label: 'sum of Y' },
      { value: 'mean', label: 'mean of Y' },
      { value: 'mse', label: 'mean squared error' },
    ],
  },
} as const satisfies Record<keyof Params, Control>;

/** Rows of float32 numbers. */
export type Matrix = number[][];

/** In float32, as PyTorch computes it. Shapes for a batch of N with I inputs and O outputs. */
export interface Result {
  /** [N, I]: one example a row. */
  X: Matrix;
  /** [O, I]: one output a row. */
  W: Matrix;
  /** [O] */
  b: number[];
  /** [N, O] */
  Y: Matrix;
  /** [N, O]: what mean squared error compares Y with; null for the other losses. */
  target: Matrix | null;
  loss: number;
  /** ∂loss/∂X, [N, I] */
  dX: Matrix;
  /** ∂loss/∂W, [O, I] */
  dW: Matrix;
  /** ∂loss/∂b, [O] */
  db: number[];
  /** ∂loss/∂Y, [N, O] */
  dY: Matrix;
  /** As PyTorch writes them: [2, 3]. */
  dWShape: string;
  dbShape: string;
}

/** A layer Y = X Wᵀ + b on random numbers, its loss and every gradient. */
export function run(params: Params): Result {
  requireFinite('linear-layer', params);
  const { X, W, b, Y, target, loss } = layer(params);
  return {
    ...{ X: rows(X), W: rows(W), b: numbers(b), Y: rows(Y) },
    target: target && rows(target),
    loss: loss.item(),
    ...{ dX: rows(X.grad), dW: rows(W.grad), db: numbers(b.grad), dY: rows(Y.grad) },
    dWShape: shapeText(W.shape),
    dbShape: shapeText(b.shape),
  };
}

interface Layer {
  X: Tensor;
  W: Tensor;
  b: Tensor;
  Y: Tensor;
  target: Tensor | null;
  loss: Tensor;
}

/** Draws X, W, b (and a target after them) as the notebook does, and runs forward and backward. */
export function layer({ batch, in: inputs, out, seed, loss: kind }: Params): Layer {
  const generator = new Generator().manualSeed(seed);
  const draw = (...shape: number[]) => randn(shape, { generator, requiresGrad: true });
  const [X, W, b] = [draw(batch, inputs), draw(out, inputs), draw(out)];
  const target = kind === 'mse' ? randn([batch, out], { generator }) : null;
  return enableGrad(() => {
    const Y = X.matmul(W.t()).add(b);
    Y.retainGrad();
    const loss = target ? mseLoss(Y, target) : kind === 'mean' ? Y.mean() : Y.sum();
    loss.backward();
    return { X, W, b, Y, target, loss };
  });
}

const numbers = (tensor: Tensor | null): number[] => (tensor?.tolist() ?? []) as number[];
const rows = (tensor: Tensor | null): Matrix => (tensor?.tolist() ?? []) as Matrix;

export function tables(_: Params, result: Result): Table[] {
  const { X, W, b, Y, dX, dW, db, dY } = result;
  const columns = ['Entry', 'Value', '∂loss/∂entry'];
  const entries = (name: string, values: Matrix, gradients: Matrix) =>
    values.flatMap((row, i) =>
      row.map((value, j) => [
        `${name}[${String(i)}, ${String(j)}]`,
        value,
        gradients[i]?.[j] ?? null,
      ]),
    );
  return [
    {
      caption: 'Parameters and their gradients, in float32',
      columns,
      rows: [
        ...entries('W', W, dW),
        ...b.map((value, index) => [`b[${String(index)}]`, value, db[index] ?? null]),
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
