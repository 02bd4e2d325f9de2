import {
  Generator,
  type Tensor,
  enableGrad,
  linear,
  mseLoss,
  randn,
  relu,
} from '@calculus/autograd';
import { seededLinear } from '../shared/seeded-linear.ts';

/** A number of the network and the slope of the loss by it. */
export interface Quantity {
  value: number;
  gradient: number;
}

/** Everything the network holds, computes and hands back, in float32. */
export interface NetValues {
  x: Quantity[];
  target: number;
  /** Layer 1: a row of two weights and a bias for each of three units. */
  w: Quantity[][];
  b: Quantity[];
  z: Quantity[];
  h: Quantity[];
  /** Layer 2: three weights and a bias. */
  v: Quantity[];
  c: Quantity;
  output: Quantity;
  loss: number;
}

/** The notebook's network with the numbers that PyTorch draws for this seed, forward and backward. */
export function netValues(seed: number): NetValues {
  return enableGrad(() => {
    const generator = new Generator().manualSeed(seed);
    const layer1 = seededLinear(2, 3, generator);
    const layer2 = seededLinear(3, 1, generator);
    const x = randn([1, 2], { generator, requiresGrad: true });
    const target = randn([1, 1], { generator });
    const z = linear(x, layer1.weight, layer1.bias);
    const h = relu(z);
    const output = linear(h, layer2.weight, layer2.bias);
    for (const between of [z, h, output]) between.retainGrad();
    const loss = mseLoss(output, target);
    loss.backward();
    return {
      ...{ x: list(x), z: list(z), h: list(h) },
      w: rows(list(layer1.weight), 2),
      b: list(layer1.bias),
      v: list(layer2.weight),
      c: only(layer2.bias),
      output: only(output),
      target: target.item(),
      loss: loss.item(),
    };
  });
}

/** Adding 0 takes the sign from a zero. */
function list(tensor: Tensor): Quantity[] {
  const gradients = tensor.grad?.flatten().tolist() as number[];
  return (tensor.flatten().tolist() as number[]).map((value, index) => ({
    ...{ value: value + 0, gradient: (gradients[index] ?? 0) + 0 },
  }));
}

const only = (tensor: Tensor): Quantity => list(tensor)[0] ?? { value: 0, gradient: 0 };

const rows = (all: Quantity[], length: number): Quantity[][] =>
  all.flatMap((_, index) => (index % length ? [] : [all.slice(index, index + length)]));
