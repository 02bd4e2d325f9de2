import type { Table } from '../shared/contract.ts';
import { fieldTable } from '../shared/field.ts';
import type { Params, Result } from './experiment.ts';
import { labels } from './optimizers.ts';

export function tables(_params: Params, result: Result): Table[] {
  return [
    results(result),
    positions(result),
    losses(result),
    ...(result.look ? [splits(result)] : []),
    fieldTable(result.field, result.window),
  ];
}

export const results = ({ runners }: Pick<Result, 'runners'>): Table => ({
  caption:
    'Results in float64: the distance is to the nearest known minimum, the tolerance 0.01; gradients are counted until it is reached',
  columns: [
    'Optimizer',
    'Final f',
    'Distance',
    'Steps to tolerance',
    'Regime',
    'Rate',
    'Gradients',
  ],
  rows: runners.map(({ name, rate, finalValue, distance, arrival, gradients, regime }) => [
    labels[name],
    finalValue,
    distance,
    arrival,
    regime,
    rate,
    gradients,
  ]),
});

const positions = ({ runners, path }: Result): Table => ({
  caption: 'Where each optimizer stands after each step',
  columns: ['Step', ...runners.flatMap(({ name }) => [`${labels[name]} x`, `${labels[name]} y`])],
  rows: Array.from({ length: path.length + 1 }, (_, step) => [
    step,
    ...runners.flatMap(({ places }) => [places[step]?.x ?? null, places[step]?.y ?? null]),
  ]),
});

const losses = ({ losses: drawn, path, lowest }: Result): Table => ({
  caption:
    lowest === null
      ? 'f after each step, as drawn'
      : 'f above the lowest known minimum after each step, as drawn; a cell is empty outside the picture',
  columns: ['Step', ...drawn.map(({ name }) => labels[name])],
  rows: Array.from({ length: path.length + 1 }, (_, step) => [
    step,
    ...drawn.map(({ points }) => points[step]?.y ?? null),
  ]),
});

function splits({ look, splits: steps }: Result): Table {
  return {
    caption: `Each step of ${look ? labels[look] : ''} in parts that add up to it; scale is what each coordinate was multiplied by, none where a matrix did it`,
    columns: [
      'Step',
      'Gradient x',
      'Gradient y',
      'Momentum x',
      'Momentum y',
      'Decay x',
      'Decay y',
      'Scale x',
      'Scale y',
    ],
    rows: steps.map(({ gradient, momentum, decay, scale }, step) => [
      step,
      ...[gradient, momentum, decay].flatMap(({ x, y }) => [x, y]),
      scale ? scale.x : null,
      scale ? scale.y : null,
    ]),
  };
}
