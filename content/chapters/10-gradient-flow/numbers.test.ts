import { expect, test } from 'vitest';
import * as n from './numbers.ts';

test('the default start of twenty tanh layers leaves less than a ten-thousandth of the gradient', () => {
  expect(n.standardRatio).toBeLessThan(1e-4);
  expect(n.standardFactor).toBeCloseTo(n.standardRatio ** (1 / 19), 12);
  expect(n.predictedStandard).toBeCloseTo(n.standardFactor, 2);
});

test('twenty slopes of at most ¼ multiply to at most 2⁻⁴⁰', () => {
  expect(n.twentySlopes).toBe(2 ** -40);
});

test('Xavier’s weights lose relu’s gradient by √½ a layer, He’s keep it', () => {
  expect(n.reluXavierRatio ** (1 / 49)).toBeCloseTo(n.halfRoot, 1);
  expect(n.reluHeRatio).toBeGreaterThan(0.1);
  expect(n.reluHeRatio).toBeLessThan(10);
});

test('batch normalisation behind relu makes the gradient grow by √(π/(π − 1)) a layer', () => {
  expect(n.batchNormTheory).toBeCloseTo(Math.sqrt(Math.PI / (Math.PI - 1)), 12);
  expect(n.batchNormFactor).toBeCloseTo(n.batchNormTheory, 1);
  expect(n.batchNormResidual).toBeLessThan(n.batchNormRatio / 100);
});

test('clipping by norm keeps the direction, by value it does not', () => {
  expect(n.byNorm.cosine).toBeCloseTo(1, 12);
  expect(n.byNorm.clippedNorm).toBeCloseTo(1, 5);
  expect(n.byValueCosine).toBeLessThan(0.9);
  expect(n.clipped).toEqual([3, 4]);
});

test('tanh is on the edge of chaos with Xavier’s weights and beyond it with He’s', () => {
  expect(n.tanhChiXavier).toBeGreaterThan(0.98);
  expect(n.tanhChiXavier).toBeLessThan(1);
  expect(n.tanhChiHe).toBeGreaterThan(1);
});

test('ten relu layers with n Var(W) = 1 leave 2⁻⁵', () => {
  expect(n.tenLayers).toBeCloseTo(1 / 32, 12);
});

test('a residual connection past each sigmoid makes the gradient flow', () => {
  expect(n.sigmoidResidual).toBeGreaterThan(1);
  expect(n.sigmoidResidual).toBeLessThan(100);
  expect(n.largeResidualTheory).toBeCloseTo(Math.sqrt(5), 12);
  expect(n.largeResidual).toBeGreaterThan(n.largeResidualTheory);
});
