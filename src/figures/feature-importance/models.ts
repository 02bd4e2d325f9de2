import {
  Generator,
  type Tensor,
  enableGrad,
  grad,
  linear,
  mseLoss,
  noGrad,
  randn,
  tensor,
} from '@calculus/autograd';
import { at } from '../shared/at.ts';
import { lastOf } from '../shared/last-of.ts';
import { type Layer, seededLinear } from '../shared/seeded-linear.ts';

export type Case = 'layer' | 'saturated' | 'copies';

/** One number for every row of inputs [n, 5]: the number whose gradient is taken. */
export type Explained = (inputs: Tensor) => Tensor;

/** Something of each of the five inputs. */
export type Five<T = number> = [T, T, T, T, T];

/** A layer, five inputs and a target, in the order in which the notebook draws them. */
export function drawn(seed: number): { layer: Layer; inputs: Five; target: number } {
  const generator = new Generator().manualSeed(seed);
  const layer = seededLinear(5, 1, generator);
  const inputs = randn([5], { generator }).tolist() as Five;
  return { layer, inputs, target: randn([1], { generator }).item() };
}

/** The notebook's: the squared error of a layer that was never trained. */
export function layerLoss(seed: number): Explained {
  const { layer, target } = drawn(seed);
  return (inputs) => outputOf(layer, inputs).sub(target).square();
}

/** Inputs 2 to 5 count a little; Input 1 goes through a unit that swings from −2 to 2 and stays there. */
export const saturating = { gain: 4, size: 2, rest: [0.5, -0.4, 0.3, 0.2] };

export const saturatedOutput: Explained = (inputs) => {
  const unit = inputs.at(':', 0).mul(saturating.gain).tanh().mul(saturating.size);
  return unit.add(inputs.at(':', [1, null]).matmul(tensor(saturating.rest)));
};

/** How the targets of the copied signal are made: Input 2 repeats Input 1 and adds nothing of its own. */
export const truth = [2, 0, 1.5, -1, 0.5];
export const training = { rate: 0.25, steps: 30 };

export interface Trained {
  layer: Layer;
  /** Mean squared error after training. */
  loss: number;
}

/** The layer of a seed, trained with both copies, and trained with Input 1 blanked. */
export const trainedOnCopies: (seed: number) => { both: Trained; alone: Trained } = lastOf(
  String,
  (seed: number) => ({ both: trained(seed, signs), alone: trained(seed, signs.map(blanked)) }),
);

/** Trains the layer of this seed on rows whose targets are those of the whole signal. */
function trained(seed: number, examples: readonly number[][]): Trained {
  const { layer } = drawn(seed);
  const rows = tensor([...examples]);
  const goal = tensor(signs).matmul(tensor(truth));
  const parameters = [layer.weight, layer.bias];
  const loss = () => mseLoss(outputOf(layer, rows), goal);
  for (let step = 0; step < training.steps; step++) {
    const gradients = enableGrad(() => grad(loss(), parameters));
    noGrad(() => {
      for (const [i, one] of parameters.entries()) one.sub_(at(gradients, i).mul(training.rate));
    });
  }
  return { layer, loss: noGrad(() => loss().item()) };
}

/** All sign patterns of three signals, and their product: each column is uncorrelated with the others, but for the copy. */
const signs = [1, -1].flatMap((a) =>
  [1, -1].flatMap((b) => [1, -1].map((c) => [a, a, b, c, a * b * c])),
);

const blanked = (row: readonly number[]): number[] => [0, ...row.slice(1)];

export const outputOf = ({ weight, bias }: Layer, inputs: Tensor): Tensor =>
  linear(inputs, weight, bias).squeeze(1);
