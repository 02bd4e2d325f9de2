import { readFileSync } from 'node:fs';
import { noGrad, tensor } from '@calculus/autograd';
import { expect, test } from 'vitest';
import { at } from '../shared/at.ts';
import { defaults, type Params } from './params.ts';
import { writePoints } from './own-points.ts';
import { Trainer } from './trainer.ts';

/** A network that real PyTorch trained on all points at a time, from weights that are written out. */
interface Case {
  id: string;
  inputs: {
    X: [number, number][];
    Y: [number][];
    activation: string;
    loss: 'mse' | 'bce_logits';
    kwargs: { lr: number; momentum?: number };
    steps: number;
    init: Record<string, number[] | number[][]>;
  };
  expected: { losses: number[]; grad_norms: number[]; final_loss: number };
}

const file = new URL('../../../packages/autograd/golden/backprop_golden.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] };
const trained = cases.filter(({ id }) => /^train\.\w+\.(tanh|relu|sigmoid)\./.test(id));

function paramsOf({ X, Y, activation, loss, kwargs }: Case['inputs']): Params {
  return {
    ...defaults,
    data: 'own',
    points: writePoints(X.map(([x, y], index) => ({ x, y, label: at(at(Y, index), 0) }))),
    activation,
    loss: loss === 'mse' ? 'squared' : 'cross-entropy',
    optimizer: kwargs.momentum === undefined ? 'sgd' : 'momentum',
    rate: kwargs.lr,
    batch: X.length,
  };
}

function startFrom(trainer: Trainer, init: Case['inputs']['init']): void {
  const values = Object.values(init);
  noGrad(() => {
    trainer.layers.forEach(({ weight, bias }, index) => {
      weight.copy_(tensor(at(values, 2 * index), { dtype: 'float64' }));
      bias.copy_(tensor(at(values, 2 * index + 1), { dtype: 'float64' }));
    });
  });
}

test.each(trained)('$id has the losses and gradients of PyTorch', ({ inputs, expected }) => {
  const trainer = new Trainer(paramsOf(inputs));
  startFrom(trainer, inputs.init);
  for (let step = 0; step < inputs.steps; step++) trainer.advance();
  // The first loss was noted before the weights were put in place.
  const losses = trainer.losses.map(({ train }) => train).slice(1);
  const wanted = [...expected.losses.slice(1), expected.final_loss];
  losses.forEach((loss, index) => {
    expect(loss / at(wanted, index)).toBeCloseTo(1, 8);
  });
  trainer.norms.forEach((layers, index) => {
    expect(Math.hypot(...layers) / at(expected.grad_norms, index)).toBeCloseTo(1, 7);
  });
});

test('there are runs of each kind to compare with', () => {
  expect(trained.length).toBeGreaterThanOrEqual(5);
});
