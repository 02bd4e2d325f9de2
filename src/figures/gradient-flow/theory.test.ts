import { expect, test } from 'vitest';
import { at } from '../shared/at.ts';
import type { ActivationName } from './activations.ts';
import type { InitName } from './initialisations.ts';
import type { NormName } from './network.ts';
import { moments, theoryOf } from './theory.ts';

const standard = { mean: 0, variance: 1 };
const gains = (
  init: InitName,
  activation: ActivationName,
  norm: NormName = 'none',
  residual = false,
) => theoryOf(init, { activation, norm, residual }, 30, 64).gains;

test('relu halves the mean square and lets half of the slopes through', () => {
  const { mean, square, slope } = moments('relu', { mean: 0, variance: 4 });
  // E[relu] = σ/√(2π)
  expect(mean).toBeCloseTo(2 / Math.sqrt(2 * Math.PI), 3);
  expect(square).toBeCloseTo(2, 4);
  expect(slope).toBeCloseTo(0.5, 12);
});

test('a linear activation keeps everything, to twelve digits', () => {
  const { mean, square, slope } = moments('linear', { mean: 3, variance: 4 });
  expect(mean).toBeCloseTo(3, 12);
  expect(square).toBeCloseTo(13, 12);
  expect(slope).toBeCloseTo(1, 12);
});

test('sigmoid is ½ on average, whatever the spread', () => {
  for (const variance of [0.1, 1, 10])
    expect(moments('sigmoid', { mean: 0, variance }).mean).toBeCloseTo(0.5, 12);
});

test('the gain is the scale of the weights for linear layers, and √2 less of it for relu', () => {
  for (const gain of gains('large', 'linear')) expect(gain).toBeCloseTo(2, 12);
  for (const gain of gains('he', 'relu')) expect(gain).toBeCloseTo(1, 12);
  for (const gain of gains('xavier', 'relu')) expect(gain).toBeCloseTo(Math.SQRT1_2, 12);
});

test('tanh with Xavier’s start tends to 1 from below: on the edge between order and chaos', () => {
  const all = gains('xavier', 'tanh');
  expect(at(all, 0)).toBeLessThan(at(all, -1));
  expect(at(all, -1)).toBeGreaterThan(0.97);
  expect(at(all, -1)).toBeLessThan(1);
});

test('no scale of the weights gets past a normalisation', () => {
  for (const norm of ['layer', 'batch'] as const)
    expect(at(gains('large', 'tanh', norm), -1)).toBeCloseTo(
      at(gains('small', 'tanh', norm), -1),
      12,
    );
});

test('batch normalisation behind relu multiplies by √(π/(π − 1)), layer normalisation by 1', () => {
  expect(at(gains('he', 'relu', 'batch'), -1)).toBeCloseTo(Math.sqrt(Math.PI / (Math.PI - 1)), 3);
  expect(at(gains('he', 'relu', 'layer'), -1)).toBeCloseTo(1, 3);
});

test('batch normalisation never lets the gradient shrink: Var φ(z) ≤ E[φ′(z)²]', () => {
  for (const activation of ['tanh', 'sigmoid', 'relu', 'gelu', 'linear'] as const) {
    const { mean, square, slope } = moments(activation, standard);
    expect(square - mean ** 2).toBeLessThanOrEqual(slope + 1e-9);
  }
});

test('a residual connection adds 1 to the square of the gain', () => {
  const through = at(gains('small', 'linear'), 0);
  for (const gain of gains('small', 'linear', 'none', true))
    expect(gain).toBeCloseTo(Math.sqrt(1 + through ** 2), 12);
});
