import {
  Generator,
  type Tensor,
  enableGrad,
  linear,
  mseLoss,
  randn,
  relu,
} from '@calculus/autograd';
import { at } from '../shared/at.ts';
import { lastOf } from '../shared/last-of.ts';
import { seededLinear } from '../shared/seeded-linear.ts';

/** A number of the network and the derivative of the loss with respect to it. */
export interface Quantity {
  value: number;
  gradient: number;
}

/** Something of each input, and of each unit. */
export type OfInputs = [Quantity, Quantity];
export type OfUnits<T = Quantity> = [T, T, T];

/** Everything the network holds, computes and hands back, in float32. */
export interface NetValues {
  x: OfInputs;
  target: number;
  /** Layer 1: a row of two weights and a bias for each of three units. */
  w: OfUnits<OfInputs>;
  b: OfUnits;
  z: OfUnits;
  a: OfUnits;
  /** Layer 2: three weights and a bias. */
  v: OfUnits;
  c: Quantity;
  output: Quantity;
  loss: number;
}

/** The notebook's network with the numbers that PyTorch draws for this seed, forward and backward. */
export const netValues: (seed: number) => NetValues = lastOf(String, (seed: number) =>
  enableGrad(() => {
    const generator = new Generator().manualSeed(seed);
    const layer1 = seededLinear(2, 3, generator);
    const layer2 = seededLinear(3, 1, generator);
    const x = randn([1, 2], { generator, requiresGrad: true });
    const target = randn([1, 1], { generator });
    const z = linear(x, layer1.weight, layer1.bias);
    const a = relu(z);
    const output = linear(a, layer2.weight, layer2.bias);
    for (const between of [z, a, output]) between.retainGrad();
    const loss = mseLoss(output, target);
    loss.backward();
    const weights = list(layer1.weight);
    return {
      x: two(list(x), 0),
      z: three(list(z)),
      a: three(list(a)),
      w: [two(weights, 0), two(weights, 2), two(weights, 4)],
      b: three(list(layer1.bias)),
      v: three(list(layer2.weight)),
      c: at(list(layer2.bias), 0),
      output: at(list(output), 0),
      target: target.item(),
      loss: loss.item(),
    };
  }),
);

const two = (all: readonly Quantity[], from: number): OfInputs => [
  at(all, from),
  at(all, from + 1),
];

const three = (all: readonly Quantity[]): OfUnits => [at(all, 0), at(all, 1), at(all, 2)];

/** Every number of a tensor, with its gradient. Adding 0 takes the sign from a zero. */
function list(tensor: Tensor): Quantity[] {
  const gradients = tensor.grad?.flatten().tolist() as number[];
  const values = tensor.flatten().tolist() as number[];
  return values.map((value, index) => ({ value: value + 0, gradient: at(gradients, index) + 0 }));
}
