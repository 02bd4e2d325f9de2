import type { Table } from '../shared/contract.ts';
import type { Params, Result, Row } from './experiment.ts';

export function tables(_params: Params, { rows, training, steps }: Result): Table[] {
  return [gradientTable(rows), trainingTable(training, steps)];
}

const gradientTable = (rows: readonly Row[]): Table => ({
  caption: 'Gradients of the loss after two forward and backward passes, in float64',
  columns: ['Node', 'Right gradient', 'Faulty gradient', 'Value'],
  rows: rows.map(({ name, value, right, faulty }) => [name, right, faulty, value]),
});

const trainingTable = ({ right, faulty }: Result['training'], steps: number): Table => ({
  caption: 'Loss and s in training; a run ends where its loss passes a million',
  columns: ['Step', 'Loss, right', 'Loss, faulty', 's, right', 's, faulty'],
  rows: Array.from({ length: steps + 1 }, (_, step) => [
    step,
    right.losses[step] ?? null,
    faulty.losses[step] ?? null,
    right.s[step] ?? null,
    faulty.s[step] ?? null,
  ]),
});
