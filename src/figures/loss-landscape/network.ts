import {
  Generator,
  type Tensor,
  binaryCrossEntropyWithLogits,
  rand,
  tensor,
} from '@calculus/autograd';
import { at } from '../shared/at.ts';
import { dataset } from '../shared/datasets.ts';

/** Two inputs, eight hidden units with tanh, one output. */
export const sizes = [2, 8, 1] as const;

/** What data a seed draws. */
export const drawing = { count: 80, noise: 0.25 } as const;

/** One layer's place among all parameters laid end to end: its weights [outputs, inputs], then its biases. */
export interface Layer {
  inputs: number;
  outputs: number;
  weights: number;
  biases: number;
}

/** W1, b1, W2, b2, … end to end, and how many numbers that is. */
export function layersOf(widths: readonly number[]): { layers: Layer[]; count: number } {
  let count = 0;
  const layers = widths.slice(1).map((outputs, index) => {
    const inputs = at(widths, index);
    const layer = { inputs, outputs, weights: count, biases: count + inputs * outputs };
    count += (inputs + 1) * outputs;
    return layer;
  });
  return { layers, count };
}

/** The outputs [points, outputs] of a network with tanh between its layers, from all its parameters. */
export function outputs(theta: Tensor, inputs: Tensor, widths: readonly number[]): Tensor {
  const { layers } = layersOf(widths);
  return layers.reduce((hidden, { inputs: width, outputs: next, weights, biases }, index) => {
    const weight = theta.narrow(0, weights, width * next).view([next, width]);
    const sum = hidden.matmul(weight.t()).add(theta.narrow(0, biases, next));
    return index < layers.length - 1 ? sum.tanh() : sum;
  }, inputs);
}

export interface Problem {
  /** The mean binary cross-entropy over the points, of all parameters [33]. */
  loss: (theta: Tensor) => Tensor;
  /** The share of points on the right side. */
  accuracy: (theta: Tensor) => number;
}

/** The points of a kind and a seed, in float64, as a loss of the network's parameters. */
export function problemOf(kind: string, seed: number): Problem {
  const { points, labels } = dataset(kind, { ...drawing, seed });
  const inputs = tensor(points, { dtype: 'float64' });
  const targets = tensor(labels, { dtype: 'float64' });
  const logits = (theta: Tensor) => outputs(theta, inputs, sizes).view([-1]);
  return {
    loss: (theta) => binaryCrossEntropyWithLogits(logits(theta), targets),
    accuracy: (theta) => {
      const right = (logits(theta).tolist() as number[]).filter(
        (logit, index) => logit > 0 === (at(labels, index) === 1),
      );
      return right.length / labels.length;
    },
  };
}

/** Seeds of the first parameters and of the directions, apart from that of the data. */
export const parameterSeed = (seed: number): number => 1000 + seed;
export const directionSeed = (seed: number): number => 2000 + seed;

/** Uniform in ±1/√inputs for each layer, as `torch.nn.Linear` draws; from one draw for all. */
export function firstParameters(seed: number): number[] {
  const { layers, count } = layersOf(sizes);
  const generator = new Generator().manualSeed(parameterSeed(seed));
  const drawn = rand([count], { dtype: 'float64', generator }).tolist() as number[];
  return layers.flatMap(({ inputs, weights, biases, outputs: next }) =>
    drawn.slice(weights, biases + next).map((u) => (2 * u - 1) / Math.sqrt(inputs)),
  );
}
