/** What a reader sets, and the lists to choose from. */

import type { Control, Option } from '../shared/contract.ts';
import { datasets } from '../shared/datasets.ts';
import { readEdits } from './edits.ts';
import { readPoints, starterPoints } from './own-points.ts';

export interface Params {
  data: string;
  noise: number;
  features: string;
  layers: string;
  activation: string;
  init: string;
  loss: string;
  optimizer: string;
  rate: number;
  schedule: string;
  batch: number;
  l2: string;
  seed: number;
  /** Steps of the optimiser to take. */
  step: number;
  /** Points set by hand, as own-points.ts writes them. */
  points: string;
  /** Weights changed by hand, as edits.ts writes them. */
  edits: string;
}

export const defaults: Params = {
  data: 'moons',
  noise: 0.1,
  features: 'xy',
  layers: '8-8',
  activation: 'tanh',
  init: 'default',
  loss: 'cross-entropy',
  optimizer: 'adam',
  rate: 0.03,
  schedule: 'constant',
  batch: 32,
  l2: '0',
  seed: 0,
  step: 0,
  points: starterPoints,
  edits: '',
};

/** Points that are drawn to learn from; as many again by half to be tested on. */
export const trainCount = 200;
export const testCount = 100;

const option = (value: string, label = value): Option => ({ value, label });

export const controls = {
  data: { label: 'Data', options: [...datasets, option('own', 'Own points')] },
  noise: { label: 'Noise', min: 0, max: 0.4, step: 0.01 },
  features: {
    label: 'Inputs',
    role: 'input',
    options: [option('xy', 'x, y'), option('xyp', 'x, y, xy'), option('squares', 'x, y, x², y²')],
  },
  layers: {
    label: 'Layers',
    options: [
      option('none', 'no hidden layer'),
      ...['2', '4', '8', '16', '4-4', '8-8', '16-16', '4-4-4', '8-8-8'].map((value) =>
        option(value, value.replaceAll('-', ' – ')),
      ),
    ],
  },
  activation: {
    label: 'Activation',
    options: [
      option('tanh'),
      option('relu', 'ReLU'),
      option('leaky', 'leaky ReLU'),
      option('sigmoid'),
      option('identity', 'none (linear)'),
    ],
  },
  init: {
    label: 'Initialisation',
    options: [
      option('default', 'PyTorch’s'),
      option('xavier', 'Xavier'),
      option('kaiming', 'Kaiming'),
      option('large', 'normal, σ = 5'),
      option('zeros', 'zeros'),
    ],
  },
  loss: {
    label: 'Loss',
    options: [option('cross-entropy'), option('squared', 'squared error')],
  },
  optimizer: {
    label: 'Optimizer',
    options: [
      option('sgd', 'SGD'),
      option('momentum', 'SGD, momentum 0.9'),
      option('nesterov', 'SGD, Nesterov 0.9'),
      option('rmsprop', 'RMSprop'),
      option('adam', 'Adam'),
      option('adamw', 'AdamW'),
    ],
  },
  rate: { label: 'Learning rate', symbol: 'η', role: 'rate', min: 0.0001, max: 10, scale: 'log' },
  schedule: {
    label: 'Schedule',
    role: 'rate',
    options: [
      option('constant'),
      option('step', 'half every 100 steps'),
      option('exponential', '× 0.995 a step'),
      option('cosine', 'cosine, 500 steps'),
      option('warm-up', 'warm-up, 50 steps'),
    ],
  },
  batch: { label: 'Batch size', min: 1, max: trainCount, step: 1 },
  l2: {
    label: 'L2 (weight decay)',
    options: ['0', '0.0001', '0.001', '0.01', '0.1', '1', '10'].map((value) => option(value)),
  },
  seed: { label: 'Seed', min: 0, max: 99, step: 1 },
  step: { label: 'Step', min: 0, max: 1000, step: 1, stage: true },
  points: {
    label: 'Own points',
    problem: (text) => readPoints(text).problem,
    examples: [starterPoints, '0_0_A~1_1_B', '-1.5_0.25_A'],
  },
  edits: {
    label: 'Edited weights',
    problem: (text) => readEdits(text).problem,
    examples: ['', '0_1.1.1_2', '3_2.1.bias_-1.5~5_1.2.1_0'],
  },
} as const satisfies Record<keyof Params, Control>;
