import { expect, test } from 'vitest';
import { tensor } from '../../index.ts';
import { SGD } from '../sgd.ts';
import * as lrScheduler from './index.ts';

const optimiser = (lr = 1) => new SGD([tensor([1], { requiresGrad: true })], { lr, momentum: 0.9 });

function rates(scheduler: { step(metric?: number): void }, of: SGD, steps: number): number[] {
  return Array.from({ length: steps }, () => {
    const lr = of.paramGroups[0]?.lr as number;
    scheduler.step();
    return lr;
  });
}

test('two groups keep the proportion of their rates', () => {
  const of = new SGD(
    [
      { params: [tensor([1], { requiresGrad: true })] },
      { params: [tensor([2], { requiresGrad: true })], lr: 2 },
    ],
    { lr: 1 },
  );
  const scheduler = new lrScheduler.StepLR(of, 1, { gamma: 0.5 });
  scheduler.step();
  expect(scheduler.getLastLr()).toEqual([0.5, 1]);
});

test('a cosine comes back up after tMax epochs', () => {
  const of = optimiser();
  const found = rates(new lrScheduler.CosineAnnealingLR(of, 2), of, 5);
  [1, 0.5, 0, 0.5, 1].forEach((lr, i) => {
    expect(found[i]).toBeCloseTo(lr, 12);
  });
});

test('jumping to an epoch gives the rate of that epoch', () => {
  const jumps: [(of: SGD) => lrScheduler.LRScheduler, number][] = [
    [(of) => new lrScheduler.StepLR(of, 2), 0.01],
    [(of) => new lrScheduler.MultiStepLR(of, [1, 3], { gamma: 0.5 }), 0.25],
    [(of) => new lrScheduler.ExponentialLR(of, 0.5), 1 / 16],
    [(of) => new lrScheduler.LinearLR(of, { startFactor: 0.5, totalIters: 8 }), 0.75],
    [(of) => new lrScheduler.ConstantLR(of, { factor: 0.5, totalIters: 9 }), 0.5],
    [(of) => new lrScheduler.PolynomialLR(of, { totalIters: 8, power: 2 }), 0.25],
    [(of) => new lrScheduler.CosineAnnealingLR(of, 8), 0.5],
    [(of) => new lrScheduler.CosineAnnealingWarmRestarts(of, 2, { tMult: 2 }), 0.5],
    [(of) => new lrScheduler.CosineAnnealingWarmRestarts(of, 4), 1],
  ];
  for (const [make, expected] of jumps) {
    const of = optimiser();
    make(of).step(4);
    expect(of.paramGroups[0]?.lr).toBeCloseTo(expected, 12);
  }
});

test('a factor multiplies the rate from the first epoch on', () => {
  const of = optimiser();
  expect(rates(new lrScheduler.MultiplicativeLR(of, (epoch) => 1 / epoch), of, 4)).toEqual([
    1,
    1,
    1 / 2,
    1 / 6,
  ]);
});

test('a plateau of a rising metric, with a rest and a lowest rate', () => {
  const of = optimiser();
  const scheduler = new lrScheduler.ReduceLROnPlateau(of, {
    mode: 'max',
    patience: 0,
    factor: 0.1,
    cooldown: 1,
    minLr: 0.05,
    thresholdMode: 'abs',
  });
  const seen = [1, 1, 1, 1, 1].map((metric) => {
    scheduler.step(metric);
    return of.paramGroups[0]?.lr;
  });
  expect(seen).toEqual([1, 0.1, 0.1, 0.05, 0.05]);
});

test('a cycle moves the momentum against the rate, the first beta if there are betas', () => {
  const of = optimiser();
  const cyclic = new lrScheduler.CyclicLR(of, 0.1, 1, { stepSizeUp: 2 });
  expect(of.paramGroups[0]?.momentum).toBe(0.9);
  cyclic.step();
  cyclic.step();
  expect(of.paramGroups[0]).toMatchObject({ lr: 1, momentum: 0.8 });
  const groups = { paramGroups: [{ lr: 1, betas: [0.9, 0.999] }] };
  new lrScheduler.OneCycleLR(groups, 1, { epochs: 2, stepsPerEpoch: 5 });
  expect(groups.paramGroups[0]?.betas).toEqual([0.95, 0.999]);
});

test('what PyTorch refuses is refused', () => {
  const of = optimiser();
  expect(() => new lrScheduler.OneCycleLR(of, 1, {})).toThrow('You must define either total_steps');
  const cycle = new lrScheduler.OneCycleLR(of, 1, { totalSteps: 2 });
  cycle.step();
  cycle.step();
  expect(() => {
    cycle.step();
  }).toThrow('Tried to step 3 times. The specified number of total steps is 2');
  expect(() => new lrScheduler.ReduceLROnPlateau(of, { factor: 1 })).toThrow(
    'Factor should be < 1.0.',
  );
  expect(() => new lrScheduler.CosineAnnealingWarmRestarts(of, 0)).toThrow(
    'Expected positive integer T_0, but got 0',
  );
  expect(() => new lrScheduler.CosineAnnealingWarmRestarts(of, 5, { tMult: 0.5 })).toThrow(
    'Expected integer T_mult >= 1, but got 0.5',
  );
  const first = new lrScheduler.ExponentialLR(of, 0.9);
  expect(() => new lrScheduler.SequentialLR(of, [first], { milestones: [1] })).toThrow(
    'got number of schedulers 1 and the number of milestones to be equal to 1',
  );
});
