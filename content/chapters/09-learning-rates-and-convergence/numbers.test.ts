import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Generator, enableGrad, grad, optim, randn, tensor } from '@calculus/autograd';
import { rateOf } from '../../../src/figures/momentum-phase/roots.ts';
import { at } from '../../../src/figures/shared/at.ts';
import * as trainNet from '../../../src/figures/train-net/index.ts';
import * as n from './numbers.ts';

const output = (cell: string): string =>
  readFileSync(new URL(`cells/${cell}.out`, import.meta.url), 'utf8');

test('the measured edge of the bowl is 2/λ = 0.2 to a part in a thousand', () => {
  expect(Math.abs(n.edge / 0.2 - 1)).toBeLessThan(1e-3);
  // What a cosine lets grow at first it makes up for at the end.
  expect(n.cosineEdge).toBeGreaterThan(0.3);
});

test('at the start of Rosenbrock’s function 2/λ is smaller than where a hundred steps lead', () => {
  // H at (−1.2, 1) is [[1330, 480], [480, 200]], its trace 1530, its determinant 35,600.
  const lambda = (1530 + Math.sqrt(1530 ** 2 - 4 * 35_600)) / 2;
  expect(n.limitAtStart).toBeCloseTo(2 / lambda, 9);
  expect(n.limitLater).toBeGreaterThan(3 * n.limitAtStart);
});

test('with the later rate the first step on Rosenbrock’s function raises the loss, and the run recovers', () => {
  // The gradient at (−1.2, 1) is (−215.6, −88).
  const x = -1.2 + n.limitLater * 215.6;
  const y = 1 + n.limitLater * 88;
  expect(at(n.jump, 0)).toBeCloseTo(24.2, 12);
  expect(at(n.jump, 1)).toBeCloseTo((1 - x) ** 2 + 100 * (y - x ** 2) ** 2, 9);
  expect(at(n.jump, 1)).toBeGreaterThan(8 * at(n.jump, 0));
  expect(at(n.jump, -1)).toBeLessThan(1);
});

test('SGD with batches of one point ends far lower with a cosine, and bounces at rate 10', () => {
  const losses = (change: Partial<trainNet.Params>) =>
    trainNet
      .run({ ...trainNet.defaults, optimizer: 'sgd', step: 500, ...change })
      .losses.slice(-50)
      .map(({ train }) => train);
  const highest = (change: Partial<trainNet.Params>) => Math.max(...losses(change));
  expect(highest({ rate: 1, batch: 1, schedule: 'cosine' })).toBeLessThan(
    Math.min(...losses({ rate: 1, batch: 1 })),
  );
  expect(highest({ rate: 10 })).toBeGreaterThan(10 * Math.min(...losses({ rate: 10 })));
});

test('both methods are measured near what is predicted at condition number 10', () => {
  expect(n.plain.predicted).toBeCloseTo(9 / 11, 14);
  expect(n.plain.measured).toBeCloseTo(9 / 11, 9);
  const root = Math.sqrt(10);
  expect(n.heavy.predicted).toBeCloseTo((root - 1) / (root + 1), 12);
  for (const lambda of [1, 3, 10])
    expect(rateOf((4 / (1 + root) ** 2) * lambda, n.heavy.predicted ** 2)).toBeCloseTo(
      n.heavy.predicted,
      6,
    );
});

test('momentum’s rate is √0.8, and (1 − √0.3)² would be the best β', () => {
  expect(n.ripples.rate).toBe(Math.sqrt(0.8));
  expect(n.bestBeta.beta).toBeCloseTo((1 - Math.sqrt(0.3)) ** 2, 12);
});

test('noise floors are those that PyTorch prints for the same draws', () => {
  const lines = output('04-noise').split('\n');
  for (const [index, { measured, predicted }] of n.floors.entries())
    expect(lines[index]).toContain(
      `measured ${measured.toFixed(5)}, floor ${predicted.toFixed(5)}`,
    );
  expect(lines.at(-2)).toContain(n.floorOfMeans.toFixed(7));
});

test('the floor is where V = (1 − η)²V + η²σ²', () => {
  for (const { rate, predicted } of n.floors)
    expect((1 - rate) ** 2 * predicted + rate ** 2 * (n.spread / 4)).toBeCloseTo(predicted, 12);
});

test('with rate 1/L descent on a smooth convex loss keeps within L‖x₀ − x*‖²/(2k)', () => {
  // √(1 + x²) has slopes that change by at most L = 1, and its minimum 1 at 0.
  enableGrad(() => {
    const x = tensor(10, { dtype: 'float64', requiresGrad: true });
    const optimizer = new optim.SGD([x], { lr: 1 });
    for (let k = 1; k <= 50; k++) {
      optimizer.zeroGrad();
      x.pow(2).add(1).sqrt().backward();
      optimizer.step();
      expect(Math.hypot(1, x.item()) - 1).toBeLessThanOrEqual(100 / (2 * k));
    }
  });
});

test('the mean of all batch gradients is the gradient of the whole loss', () => {
  const generator = new Generator().manualSeed(1);
  const data = randn([6], { dtype: 'float64', generator });
  const x = tensor(0.7, { dtype: 'float64', requiresGrad: true });
  const slopeOf = (picked: typeof data): number =>
    enableGrad(() => grad(x.sub(picked).pow(2).mean().mul(0.5), [x])[0]?.item() ?? NaN);
  const slopes = Array.from({ length: 36 }, (_, pair) =>
    slopeOf(
      tensor([data.at(Math.floor(pair / 6)).item(), data.at(pair % 6).item()], {
        dtype: 'float64',
      }),
    ),
  );
  expect(slopes.reduce((sum, slope) => sum + slope) / 36).toBeCloseTo(slopeOf(data), 12);
});
