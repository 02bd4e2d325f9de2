/** The network: layers as torch.nn.Linear draws them, in float64, and what it computes. */

import {
  Generator,
  leakyRelu,
  linear,
  nn,
  relu,
  sigmoid,
  tanh,
  type Tensor,
  zeros,
} from '@calculus/autograd';
import { at } from '../shared/at.ts';
import type { Layer } from '../shared/seeded-linear.ts';
import { featureNames } from './features.ts';
import type { Params } from './params.ts';

interface Activation {
  apply: (x: Tensor) => Tensor;
  /** Its slope where it gave h, as a share of its steepest. */
  slope: (h: number) => number;
}

export const activations: Readonly<Record<string, Activation>> = {
  tanh: { apply: tanh, slope: (h) => 1 - h * h },
  relu: { apply: relu, slope: (h) => (h > 0 ? 1 : 0) },
  leaky: { apply: (x) => leakyRelu(x), slope: () => 1 },
  sigmoid: { apply: sigmoid, slope: (h) => 4 * h * (1 - h) },
  identity: { apply: (x) => x, slope: () => 1 },
};

/** Units of each layer, from the inputs to the one output. */
export const sizesOf = ({ features, layers }: Pick<Params, 'features' | 'layers'>): number[] => [
  featureNames(features).length,
  ...(layers === 'none' ? [] : layers.split('-').map(Number)),
  1,
];

/** The layers that PyTorch would draw for this seed. */
export function layersOf(params: Params): Layer[] {
  const generator = new Generator().manualSeed(Math.round(params.seed));
  const sizes = sizesOf(params);
  const layers = sizes
    .slice(1)
    .map((outputs, index) => drawn(at(sizes, index), outputs, generator));
  initialise(layers, params.init, generator);
  return layers;
}

/** What `torch.nn.Linear(inputs, outputs, dtype=torch.float64)` starts with. */
function drawn(inputs: number, outputs: number, generator: Generator): Layer {
  const options = { dtype: 'float64', requiresGrad: true } as const;
  const weight = zeros([outputs, inputs], options);
  const bias = zeros([outputs], options);
  nn.init.kaimingUniform_(weight, { a: Math.sqrt(5), generator });
  nn.init.uniform_(bias, -1 / Math.sqrt(inputs), 1 / Math.sqrt(inputs), generator);
  return { weight, bias };
}

/** The standard deviation of the initialisation called "large". */
export const largeStd = 5;

function initialise(layers: readonly Layer[], init: string, generator: Generator): void {
  if (init === 'default') return;
  for (const { weight, bias } of layers) {
    if (init === 'xavier') nn.init.xavierUniform_(weight, { generator });
    else if (init === 'kaiming')
      nn.init.kaimingNormal_(weight, { nonlinearity: 'relu', generator });
    else if (init === 'large') nn.init.normal_(weight, 0, largeStd, generator);
    else if (init === 'zeros') nn.init.zeros_(weight);
    else throw new RangeError(`train-net: init must be known, got ${JSON.stringify(init)}`);
    nn.init.zeros_(bias);
  }
}

export interface Forward {
  /** [n, 1]: a logit, or the number itself for the squared error. */
  output: Tensor;
  /** What the units of each hidden layer gave, [n, units]. */
  hidden: Tensor[];
}

export function forward(x: Tensor, layers: readonly Layer[], activation: string): Forward {
  const apply = activations[activation]?.apply;
  if (!apply)
    throw new RangeError(`train-net: activation must be known, got ${JSON.stringify(activation)}`);
  const hidden: Tensor[] = [];
  let value = x;
  layers.forEach(({ weight, bias }, index) => {
    value = linear(value, weight, bias);
    if (index === layers.length - 1) return;
    value = apply(value);
    hidden.push(value);
  });
  return { output: value, hidden };
}
