import { expect, test } from 'vitest';
import { optim, repr, tensor } from '../index.ts';

const { Rprop, SGD, lrScheduler } = optim;

const leaf = () => tensor(1, { requiresGrad: true });

test('an optimiser prints its groups as PyTorch does, also what a scheduler remembers there', () => {
  const optimizer = new SGD([{ params: [leaf()] }, { params: [leaf()], lr: 1 }], { lr: 0.5 });
  new lrScheduler.StepLR(optimizer, 2);
  const group = (lr: string) =>
    `    dampening: 0\n    initial_lr: ${lr}\n    lr: ${lr}\n    maximize: False\n    momentum: 0\n` +
    '    nesterov: False\n    weight_decay: 0\n';
  expect(repr(optimizer)).toBe(
    `SGD (\nParameter Group 0\n${group('0.5')}\nParameter Group 1\n${group('1')})`,
  );
});

test('pairs are tuples, and small numbers are written as Python writes them', () => {
  expect(repr(new Rprop([leaf()]))).toMatch(
    /etas: \(0\.5, 1\.2\)\n.*\n.*\n {4}step_sizes: \(1e-06, 50\)\n/,
  );
});
