import { readFileSync } from 'node:fs';
import { Generator, type Tensor, enableGrad, nn, randn, tensor } from '@calculus/autograd';
import { describe as group, expect, test } from 'vitest';
import { at } from '../shared/at.ts';
import type { ActivationName } from './activations.ts';
import { type Params, defaults, describe, run, tables } from './index.ts';
import { type Layer, drawLayer } from './initialisations.ts';
import { propagate } from './network.ts';

interface Norms {
  loss: number;
  weight_grad_norms: number[];
  bias_grad_norms?: number[];
  hidden_grad_norms?: number[];
  hidden_norms?: number[];
}

interface Case {
  id: string;
  kind: string;
  inputs: Record<string, unknown>;
  expected: Norms;
  rel_tol?: number;
}

const file = new URL('../../../packages/autograd/golden/backprop_golden.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] };
const ofKind = (kind: string) => cases.filter((one) => one.kind === kind);

const float64 = { dtype: 'float64' } as const;
const plain = (activation: ActivationName) =>
  ({ activation, residual: false, norm: 'none' }) as const;
const normOf = ({ grad }: { grad: Tensor | null }) => grad?.norm().item() ?? NaN;

/** Norms after a pass forward and back, with half the sum of squares as the loss. */
function normsOf(x: Tensor, layers: readonly Layer[], activation: ActivationName): Norms {
  return enableGrad(() => {
    const { outputs } = propagate(x, layers, plain(activation));
    const loss = at(outputs, -1).square().sum().div(2);
    loss.backward();
    return {
      loss: loss.item(),
      weight_grad_norms: layers.map(({ weight }) => normOf(weight)),
      bias_grad_norms: layers.map(({ bias }) => normOf(bias)),
      hidden_grad_norms: outputs.map(normOf),
      hidden_norms: outputs.map((output) => output.detach().norm().item()),
    };
  });
}

function expectClose(got: unknown, wanted: unknown, tolerance: number): void {
  const numbers = (value: unknown) => [value].flat() as number[];
  expect(numbers(got)).toHaveLength(numbers(wanted).length);
  for (const [i, value] of numbers(got).entries()) {
    const right = at(numbers(wanted), i);
    expect(Math.abs(value - right)).toBeLessThanOrEqual(tolerance * Math.abs(right));
  }
}

group('against real PyTorch', () => {
  test.each(ofKind('depth_gradients'))(
    '$id: norms layer by layer',
    ({ inputs, expected, rel_tol }) => {
      const { base } = at(ofKind('depth_base'), 0).inputs as { base: number[][][] };
      const { depth, scale, bias, x, activation } = inputs as {
        depth: number;
        scale: number;
        bias: number;
        x: number[][];
        activation: ActivationName;
      };
      const layers = base.slice(0, depth).map((matrix) => ({
        weight: tensor(matrix, float64).mul(scale).detach().requiresGrad_(),
        bias: tensor(new Array<number>(matrix.length).fill(bias), {
          ...float64,
          requiresGrad: true,
        }),
      }));
      const norms = normsOf(tensor(x, { ...float64, requiresGrad: true }), layers, activation);
      for (const name of [
        'loss',
        'weight_grad_norms',
        'hidden_grad_norms',
        'hidden_norms',
      ] as const)
        expectClose(norms[name], expected[name], rel_tol ?? 0);
    },
  );

  test.each(ofKind('depth_seeded'))(
    '$id: layers of PyTorch’s own start',
    ({ inputs, expected, rel_tol }) => {
      const { seed, activation } = inputs as { seed: number; activation: ActivationName };
      const generator = new Generator().manualSeed(seed);
      const options = { generator, dtype: 'float32' } as const;
      const layers = expected.weight_grad_norms.map(() => drawLayer('default', 16, options));
      const norms = normsOf(randn([4, 16], { ...options, requiresGrad: true }), layers, activation);
      for (const name of ['loss', 'weight_grad_norms', 'bias_grad_norms'] as const)
        expectClose(norms[name], expected[name], rel_tol ?? 0);
    },
  );

  test('clipping by norm and by value gives what PyTorch gives', () => {
    for (const { inputs, expected } of ofKind('clip')) {
      const { grads, max_norm, norm_type, value } = inputs as {
        grads: number[][];
        max_norm: number;
        norm_type: number | string;
        value: number;
      };
      const { by_norm, by_value } = expected as unknown as { by_norm: unknown; by_value: unknown };
      const leaves = () =>
        grads.map((grad) => {
          const leaf = tensor(grad, { ...float64, requiresGrad: true });
          leaf.grad = tensor(grad, float64);
          return leaf;
        });
      const norm = leaves();
      nn.utils.clipGradNorm(norm, max_norm, { normType: Number(norm_type) });
      expectClose(flat(norm.map(({ grad }) => grad?.tolist())), flat(by_norm), 1e-12);
      const cut = leaves();
      nn.utils.clipGradValue(cut, value);
      expect(cut.map(({ grad }) => grad?.tolist())).toEqual(by_value);
    }
  });
});

const flat = (nested: unknown) => [nested].flat(4) as number[];

const state = (changes: Partial<Params>): Params => ({ ...defaults, ...changes });
const result = (changes: Partial<Params>) => run(state(changes));

test('PyTorch’s own start lets the gradient vanish: weights of variance 1/(3n) make a factor near √(1/3)', () => {
  const { verdict, factor } = result({ activation: 'linear' });
  expect(verdict).toBe('vanishes');
  expect(factor).toBeCloseTo(Math.sqrt(1 / 3), 1);
});

test('He’s start keeps relu’s gradient within 100 through fifty layers; Xavier’s loses it by √(1/2) a layer', () => {
  expect(result({ activation: 'relu', init: 'he', depth: 50 }).verdict).toBe('flows');
  const xavier = result({ activation: 'relu', init: 'xavier', depth: 50 });
  expect(xavier.verdict).toBe('vanishes');
  expect(xavier.predictedFactor).toBeCloseTo(Math.SQRT1_2, 4);
  expect(xavier.factor).toBeCloseTo(Math.SQRT1_2, 1);
});

test('the first-layer gradient of twenty sigmoids is far below what (1/4)¹⁹ would leave of Xavier’s weights', () => {
  const { ratio } = result({ activation: 'sigmoid', init: 'xavier' });
  expect(ratio).toBeLessThan(0.25 ** 19);
});

test('a residual connection keeps it: twenty sigmoids with a way past them', () => {
  const { verdict, factor } = result({ activation: 'sigmoid', residual: 'on' });
  expect(verdict).toBe('flows');
  expect(factor).toBeGreaterThan(1);
});

test('where every relu is off the gradient is exactly 0, and the sentence says in which layer', () => {
  const params = state({ activation: 'relu', init: 'negative' });
  const { first, last, ratio, verdict, deadLayer } = run(params);
  expect({ first, last: last > 0, ratio, verdict }).toEqual({
    first: 0,
    last: true,
    ratio: 0,
    verdict: 'dies',
  });
  expect(describe(params, run(params))).toContain(
    `In layer ${String(deadLayer)} every unit’s relu`,
  );
});

test('clipping by norm scales every layer by the same number and keeps the direction; by value it does not', () => {
  const exploding = { activation: 'linear', init: 'large', depth: 30 } as const;
  const { path, clippedNorm, cosine, totalNorm } = result({ ...exploding, clip: 'norm' });
  expect(clippedNorm).toBeCloseTo(1, 5);
  expect(cosine).toBeCloseTo(1, 12);
  for (const { clipped, weightGradient } of path)
    expect(clipped / weightGradient).toBeCloseTo(1 / totalNorm, 12);
  expect(result({ ...exploding, clip: 'value' }).cosine).toBeLessThan(0.9);
});

test('a layer beyond the last is the last, and layer 0 is the input', () => {
  expect(result({ depth: 5, layer: 50 }).layer).toBe(5);
  const { layer, histogram } = result({ layer: 0 });
  expect(layer).toBe(0);
  expect(histogram.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('the first table holds every norm, layer by layer', () => {
  const rows = tables(defaults, run(defaults))[0]?.rows ?? [];
  expect(rows).toHaveLength(21);
  expect(rows.slice(1).map((row) => row[1])).toEqual(
    run(defaults).path.map(({ gradient }) => gradient),
  );
});

test('with a single layer there is no ratio to speak of', () => {
  const { factor, predictedFactor, ratio } = result({ depth: 1 });
  expect({ factor, predictedFactor, ratio }).toEqual({
    factor: null,
    predictedFactor: null,
    ratio: 1,
  });
  expect(describe(state({ depth: 1 }), result({ depth: 1 }))).toMatch(/^With a single layer/);
});
