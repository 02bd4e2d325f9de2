import type { Table } from '../shared/contract.ts';
import { fieldTable } from '../shared/field.ts';
import type { Params, Result } from './experiment.ts';
import type { Runner } from './runner.ts';
import { shareOf } from './split.ts';

export function tables(_params: Params, result: Result): Table[] {
  return [
    comparison(result.runners),
    pathTable(result),
    errorTable(result),
    fieldTable(result.field, result.window),
  ];
}

const comparison = (runners: readonly Runner[]): Table => ({
  caption:
    'The three methods in float64; a rate is what each step multiplies the distance to the minimum by in the long run',
  columns: [
    'Method',
    'η',
    'β',
    'Factor along λ = 1',
    'Factor along λ = κ',
    'Predicted rate',
    'Measured rate',
    'from step',
    'to step',
    'Steps to 1e-6',
  ],
  rows: runners.map(
    ({ method, settings, rates, predicted, measured, measuredFrom, measuredTo, steps }) => [
      method,
      settings.rate,
      settings.momentum,
      ...rates,
      predicted,
      measured,
      measuredFrom,
      measuredTo,
      steps,
    ],
  ),
});

const pathTable = ({ path, start }: Result): Table => ({
  caption:
    'Steps of the chosen method, and the share of the first distance that is left: in all, and along each eigenvector',
  columns: ['Step', 'x', 'y', 'Error', 'Along x, λ = 1', 'Along y, λ = κ'],
  rows: [{ step: 0, ...start, error: 1 }, ...path].map(({ step, x, y, error }) => [
    step,
    x,
    y,
    error,
    shareOf(x),
    shareOf(y),
  ]),
});

function errorTable({ runners, lines, prediction }: Result): Table {
  const steps = Math.max(...lines.flatMap(({ points }) => points.map(({ x }) => x)));
  return {
    caption:
      'Error after each step, and the prediction for the chosen method; a method that has arrived is not continued',
    columns: ['Step', 'Gradient descent', 'Momentum', 'Newton', 'Predicted'],
    rows: Array.from({ length: steps + 1 }, (_, step) => [
      step,
      ...runners.map(({ errors }) => errors[step] ?? null),
      prediction[step]?.y ?? null,
    ]),
  };
}
