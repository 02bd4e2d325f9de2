import { Generator, linalg, nn, randn } from '@calculus/autograd';
import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import * as race from '../../../src/figures/condition-race/index.ts';
import * as n from './numbers.ts';

test('the bowl at (1, 2) has loss 5.5, eigenvalues (3 ∓ √2)/2 and a Newton step of (−1, −2)', () => {
  expect(n.bowl.loss).toBe(5.5);
  expect(n.eigenvalues[0]).toBeCloseTo((3 - Math.SQRT2) / 2, 6);
  expect(n.eigenvalues[1]).toBeCloseTo((3 + Math.SQRT2) / 2, 6);
  expect(n.newton.by.x).toBeCloseTo(-1, 6);
  expect(n.newton.by.y).toBeCloseTo(-2, 6);
  // 2/(λ₁ + λ₂)
  expect(n.gradientStep.rate).toBeCloseTo(2 / 3, 6);
});

test('the flat eigenvector is (1, −(√2 − 1)), 22.5° below the x axis', () => {
  // (1 − λ)u₁ + ½u₂ = 0 with 1 − λ = (√2 − 1)/2.
  expect(n.flatSlope).toBeCloseTo(-(Math.SQRT2 - 1), 6);
  expect(n.flatAngle).toBeCloseTo(22.5, 5);
  // (κ − 1)/(κ + 1) = (λmax − λmin)/(λmax + λmin) = √2/3.
  expect(n.bestFactor).toBeCloseTo(Math.SQRT2 / 3, 6);
});

test('half the best rate takes twice the steps and leaves the pace to the flat direction', () => {
  // (10/11)ⁿ 3/√9.25 ≤ 1e-6: n ≥ (6 ln 10 + ln 0.9864)/ln 1.1 = 144.8; against ⌈68.85⌉.
  expect(n.slow).toMatchObject({ steps: 145, pace: 'flat' });
  expect(n.plain).toMatchObject({ steps: 69, pace: 'both' });
  expect(race.run({ ...race.defaults, rate: 1.05 }).chosen.pace).toBe('steep');
});

test('the program beside the figure starts where the figure starts, and counts the same steps', () => {
  const printed = readFileSync(new URL('cells/04-race.out', import.meta.url), 'utf8');
  for (const kappa of [1, 10, 100]) {
    const [, plain, heavy] =
      new RegExp(`^ *${String(kappa)} \\| +(\\d+) \\| +(\\d+)$`, 'm').exec(printed) ?? [];
    expect(race.run({ ...race.defaults, kappa }).chosen.steps).toBe(Number(plain));
    expect(race.run({ ...race.defaults, kappa, method: 'momentum' }).chosen.steps).toBe(
      Number(heavy),
    );
  }
});

test('x³ has the second derivative 0 at 0, and 5y² in place of 2y² makes H₂₂ 5', () => {
  expect(n.cubic.hessian).toEqual([[0]]);
  expect(n.steeper.hessian).toEqual([[1, 0.5], [0.5, 5]]); // prettier-ignore
});

test('shifting the inputs 4 and 6 to −1 and 1 makes the bowl round', () => {
  // (16 + 36)/2, (4 + 6)/2, 2/2
  expect(n.raw.hessian).toEqual([
    [26, 5],
    [5, 1],
  ]);
  // The eigenvalues have the sum 27 and the product 1, so κ is the square of the larger.
  expect(n.raw.ratio).toBeCloseTo(((27 + Math.sqrt(725)) / 2) ** 2, 3);
  expect(n.centred.ratio).toBe(1);
});

test('the Hessian of x²y + xy² + 2 at (1, 2) is [[2y, 2x + 2y], [2x + 2y, 2x]]', () => {
  expect(n.old.hessian).toEqual([
    [4, 6],
    [6, 2],
  ]);
});

test('random symmetric matrices are positive definite as often as the exact shares say', () => {
  expect(n.shareOfMinima.map(n.percent)).toEqual(['50%', '15%', '2.5%', '0.25%']);
  const draws = 50_000;
  n.shareOfMinima.forEach((share, index) => {
    const rows = index + 1;
    const generator = new Generator().manualSeed(1);
    const matrices = randn([draws, rows, rows], { dtype: 'float64', generator });
    const lowest = linalg.eigvalsh(matrices.add(matrices.mT).mul(0.5)).select(1, 0);
    const found = (lowest.tolist() as number[]).filter((value) => value > 0).length / draws;
    expect(Math.abs(found - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / draws));
  });
});

test('parameters are counted as a network of linear layers has them', () => {
  // 784·128 + 128 and 128·10 + 10
  expect(n.digits).toBe(101_770);
  // 8·32 + 32 and 32·1 + 1
  expect(n.parametersOf([8, 32, 1])).toBe(321);
  const layers = [new nn.Linear(8, 32), new nn.Linear(32, 1)];
  const counted = layers.flatMap((layer) => [...layer.parameters()].map((p) => p.numel()));
  expect(counted.reduce((sum, count) => sum + count)).toBe(321);
});

test('a float32 takes four bytes, told in decimal units', () => {
  expect(n.storage(100)).toBe('400 bytes');
  expect(n.storage(321 ** 2)).toBe('410 kB');
  expect(n.storage(n.digits ** 2)).toBe('41 GB');
  expect(n.storage(124e6 ** 2)).toBe('62 PB');
});
