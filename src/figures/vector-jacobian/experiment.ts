import { type Tensor, enableGrad, functional, tensor } from '@calculus/autograd';
import type { Control, PlotWindow, Sample } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { lastOf } from '../shared/last-of.ts';
import { decades } from '../shared/nice-range.ts';
import { vectorFunction, vectorJacobian } from '../shared/vector-function.ts';
import { type Attempt, attempts } from './backward-attempts.ts';
import { type LayerJacobian, layerJacobian } from './layer-jacobian.ts';

export interface Params {
  v1: number;
  v2: number;
  v3: number;
  u1: number;
  u2: number;
  n: number;
  m: number;
}

export const defaults: Params = { v1: 1, v2: -2, v3: 0.5, u1: 0.25, u2: -1.5, n: 3, m: 2 };

const component = { min: -3, max: 3, step: 0.25 } as const;
const count = { min: 1, max: 1000, step: 1, scale: 'log' } as const;

export const controls = {
  v1: { label: 'v₁', ...component, role: 'gradient' },
  v2: { label: 'v₂', ...component, role: 'gradient' },
  v3: { label: 'v₃', ...component, role: 'gradient' },
  u1: { label: 'u₁', ...component, role: 'input' },
  u2: { label: 'u₂', ...component, role: 'input' },
  n: { label: 'Inputs n', ...count, role: 'input' },
  m: { label: 'Outputs m', ...count, role: 'function' },
} as const satisfies Record<keyof Params, Control>;

/** The point at which the notebook differentiates. */
const point = [1, 2] as const;

/** In float32, as in the notebook. */
export interface Result {
  /** The notebook's function at (1, 2). */
  output: number[];
  /** [3, 2] */
  jacobian: number[][];
  v: number[];
  u: number[];
  /** vᵀJ: what y.backward(v) leaves in x.grad. */
  vjp: number[];
  /** Ju: how fast the outputs move when the input moves along u. */
  jvp: number[];
  /** What PyTorch says to y.backward with arguments of other shapes, and to v. */
  attempts: Attempt[];
  /** Passes that the whole Jacobian of the function takes: one forward a column, or one backward a row. */
  passes: Passes;
  /** The same for a layer from n inputs to m outputs. */
  layerPasses: Passes;
  /** Passes for n inputs and any number of outputs, for the picture. */
  cost: { forward: Sample[]; reverse: Sample[]; window: PlotWindow };
  /** The Jacobian of a linear layer from n inputs to m outputs, for a batch of one. */
  layer: LayerJacobian;
}

export interface Passes {
  forward: number;
  reverse: number;
}

/** One pass backward with v, one forward with u, and what whole Jacobians cost. */
export function run(params: Params): Result {
  requireFinite('vector-jacobian', params);
  const { v1, v2, v3, u1, u2 } = params;
  const v = [v1, v2, v3];
  const u = [u1, u2];
  const n = Math.round(params.n);
  const m = Math.round(params.m);
  const { output, jacobian } = atPoint();
  return {
    output,
    jacobian,
    v,
    u,
    vjp: backward(v),
    jvp: forward(u),
    attempts: attempts(v),
    passes: { forward: point.length, reverse: output.length },
    layerPasses: { forward: n, reverse: m },
    cost: costs(n, m),
    layer: layerOf(n, m),
  };
}

const atPoint = lastOf(
  () => '',
  () => vectorJacobian(...point),
);

const layerOf = lastOf((n: number, m: number) => `${String(n)} ${String(m)}`, layerJacobian);

/** y.backward(v), and what is then in x.grad. */
function backward(v: readonly number[]): number[] {
  const x = tensor([...point], { requiresGrad: true });
  enableGrad(() => vectorFunction(x)).backward({ gradient: tensor([...v]) });
  return x.grad?.tolist() as number[];
}

/** Ju, the sensitivity of every output to a step along u. */
function forward(u: readonly number[]): number[] {
  const [, product] = functional.jvp(vectorFunction, tensor([...point]), tensor([...u]));
  return (product as Tensor).tolist() as number[];
}

/** Forward takes n passes however many outputs there are, reverse as many as there are outputs. */
function costs(n: number, m: number): Result['cost'] {
  const outputs = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  const range = decades([1, 1000, n, m]);
  return {
    forward: outputs.map((x) => ({ x, y: n })),
    reverse: outputs.map((x) => ({ x, y: x })),
    window: { x: range, y: range },
  };
}
