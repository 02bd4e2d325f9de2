import { type Tensor, matmul } from '../src/index.ts';
import * as nn from '../src/nn/index.ts';
import { manualSeed, randn } from '../src/random/index.ts';
import type { GoldenFile } from './case.ts';
import { activationNamed } from './network.ts';
import { nested } from './tensors.ts';

interface DepthInputs {
  base: string;
  activation: string;
  scale: number;
  bias: number;
  depth: number;
  x: number[][];
}

function baseOf(file: GoldenFile, id: string): number[][][] {
  const found = file.cases.find((stored) => stored.id === id);
  if (found === undefined) throw new Error(`unknown base ${id}`);
  return (found['inputs'] as { base: number[][][] }).base;
}

const normOf = (x: Tensor | null) => (x === null ? 0 : Math.hypot(...x.toArray()));

/** How gradients grow or shrink from layer to layer. */
export function depthGradients(inputs: DepthInputs, file: GoldenFile): object {
  const activate = activationNamed(inputs.activation);
  const weights = baseOf(file, inputs.base)
    .slice(0, inputs.depth)
    .map((matrix) => nested(matrix).mul(inputs.scale).requiresGrad_());
  const hidden = [nested(inputs.x, 'float64', true)];
  for (const weight of weights) {
    const next = activate(matmul(hidden.at(-1) as Tensor, weight.t()).add(inputs.bias));
    next.retainGrad();
    hidden.push(next);
  }
  const output = hidden.at(-1) as Tensor;
  const loss = output.square().sum().div(2);
  loss.backward();
  return {
    loss: loss.item(),
    weight_grad_norms: weights.map((weight) => normOf(weight.grad)),
    hidden_grad_norms: hidden.map((value) => normOf(value.grad)),
    hidden_norms: hidden.map(normOf),
    first_weight_grad_row0: weights[0]?.grad?.at(0).tolist(),
    output: output.tolist(),
  };
}

const SEEDED_DEPTH = 20;
const SEEDED_WIDTH = 16;

/** Twenty of PyTorch's own layers of a seed, in float32. */
export function depthSeeded({ seed, activation }: { seed: number; activation: string }): object {
  manualSeed(seed);
  const layers = Array.from(
    { length: SEEDED_DEPTH },
    () => new nn.Linear(SEEDED_WIDTH, SEEDED_WIDTH),
  );
  const activate = activationNamed(activation);
  const output = layers.reduce<Tensor>(
    (value, layer) => activate(layer.forward(value)),
    randn([4, SEEDED_WIDTH]),
  );
  const loss = output.square().sum().div(2);
  loss.backward();
  return {
    loss: loss.item(),
    weight_grad_norms: layers.map(({ weight }) => normOf(weight.grad)),
    bias_grad_norms: layers.map(({ bias }) => normOf(bias?.grad ?? null)),
  };
}
