import type { Table } from '../shared/contract.ts';
import type { Params, Result } from './experiment.ts';

export function tables(params: Params, result: Result): Table[] {
  return [sweepTable(params, result), edgeTable(result), runTable(result)];
}

const sweepTable = ({ steps }: Params, { outcomes }: Result): Table => ({
  caption: `Loss after ${String(steps)} steps for every rate, in float64; no loss where a number was lost, with the step at which`,
  columns: ['Learning rate', 'Final loss', 'Lost at step'],
  rows: outcomes.map(({ rate, loss, lostAt }) => [rate, loss, lostAt]),
});

const edgeTable = ({ edge, predicted, predictedAtStart }: Result): Table => ({
  caption:
    'The edge of stability as measured, and 2/λ with the largest eigenvalue λ of the Hessian',
  columns: ['What', 'Learning rate', 'λ', 'x', 'y'],
  rows: [
    ['largest stable rate', edge.stable, null, null, null],
    ['smallest unstable rate', edge.unstable, null, null, null],
    ...(
      [
        ['2/λ at the lowest point reached', predicted],
        ['2/λ at the start', predictedAtStart],
      ] as const
    ).map(([name, curvature]) => [
      name,
      curvature?.limit ?? null,
      curvature?.lambda ?? null,
      curvature?.point.x ?? null,
      curvature?.point.y ?? null,
    ]),
  ],
});

const runTable = ({ chosen: { losses, rates } }: Result): Table => ({
  caption:
    'The run with the chosen rate: the loss before each step, and the learning rate of the step',
  columns: ['Step', 'Loss', 'Learning rate'],
  rows: losses.map((loss, step) => [step, loss, rates[step] ?? null]),
});
