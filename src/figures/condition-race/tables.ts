import type { Params, Result } from './experiment.ts';
import type { Table } from '../shared/contract.ts';
import { fieldTable } from '../shared/field.ts';
import type { Runner } from './runner.ts';

export function tables(_params: Params, result: Result): Table[] {
  const { path, start, runners, lines, prediction, field, window } = result;
  const steps = Math.max(...lines.map(({ points }) => points.at(-1)?.x ?? 0));
  return [
    comparison(runners),
    {
      caption: 'Steps of the chosen method, and the share of the first distance that is left',
      columns: ['Step', 'x', 'y', 'Error'],
      rows: [{ step: 0, ...start, error: 1 }, ...path].map(({ step, x, y, error }) => [
        ...[step, x, y, error],
      ]),
    },
    {
      caption:
        'Error after each step, and the prediction for the chosen method; a method that has arrived is not continued',
      columns: ['Step', 'Gradient descent', 'Momentum', 'Newton', 'Predicted'],
      rows: Array.from({ length: steps + 1 }, (_, step) => [
        step,
        ...runners.map(({ errors }) => errors[step] ?? null),
        prediction[step]?.y ?? null,
      ]),
    },
    fieldTable(field, window),
  ];
}

const comparison = (runners: readonly Runner[]): Table => ({
  caption:
    'The three methods in float64; a rate is what each step multiplies the distance to the minimum by',
  columns: [
    ...['Method', 'η or α', 'β', 'Predicted rate', 'Measured rate'],
    ...['from step', 'to step', 'Steps to 1e-6'],
  ],
  rows: runners.map(({ method, settings, predicted, measured, ...row }) => [
    ...[method, settings.rate, settings.momentum, predicted, measured],
    ...[row.measuredFrom, row.measuredTo, row.steps],
  ]),
});
