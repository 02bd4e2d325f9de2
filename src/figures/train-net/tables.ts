import { at } from '../shared/at.ts';
import type { Table } from '../shared/contract.ts';
import { places } from '../shared/sample-curve.ts';
import type { Params, Result } from './experiment.ts';
import { cells } from './snapshot.ts';

export const tables = (_params: Params, result: Result): Table[] => [
  runTable(result),
  weightTable(result),
  pointTable(result),
  fieldTable(result),
];

function runTable({ losses, norms, rates, layers }: Result): Table {
  const names = layers.map((_, index) => `‖gradient‖ of layer ${String(index + 1)}`);
  return {
    caption:
      'The run: mean losses of all points after each step, the rate and the gradients of the step',
    columns: ['Step', 'Training loss', 'Test loss', 'Learning rate', ...names],
    rows: losses.map(({ train, test }, step) => [
      step,
      train,
      test,
      step === 0 ? null : at(rates, step - 1),
      ...(step === 0 ? names.map(() => null) : at(norms, step - 1)),
    ]),
  };
}

const weightTable = ({ layers }: Result): Table => ({
  caption: 'The weights and biases now, in float64, under PyTorch’s indices',
  columns: ['Layer', 'Parameter', 'Value'],
  rows: layers.flatMap(({ weights, biases }, index) => [
    ...weights.flatMap((row, i) =>
      row.map((value, j) => [index + 1, `weight[${String(i)}, ${String(j)}]`, value]),
    ),
    ...biases.map((value, i) => [index + 1, `bias[${String(i)}]`, value]),
  ]),
});

const pointTable = ({ train, test }: Result): Table => ({
  caption: 'The points',
  columns: ['x', 'y', 'Class', 'Used for'],
  rows: [
    ...train.points.map(([x, y], index) => [x, y, className(train.labels, index), 'training']),
    ...test.points.map(([x, y], index) => [x, y, className(test.labels, index), 'testing']),
  ],
});

const className = (labels: readonly number[], index: number): string =>
  at(['A', 'B'], at(labels, index));

/** Every fourth row and column is enough to draw the picture again. */
function fieldTable({ field, half }: Result): Table {
  const stride = 4;
  const kept = places({ min: -half, max: half }, cells)
    .map((place, index) => ({ place, index }))
    .filter(({ index }) => index % stride === 0);
  return {
    caption: 'What the network says, from 0 for A to 1 for B, on a coarser grid',
    columns: ['x', 'y', 'Output'],
    rows: kept.flatMap((y) =>
      kept.map((x) => [x.place, y.place, at(field, y.index * cells + x.index)]),
    ),
  };
}
