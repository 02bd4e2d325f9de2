import { type Tensor, crossEntropy, enableGrad, grad, softmax, tensor } from '@calculus/autograd';
import * as block from '../../../src/figures/attention-backprop/index.ts';
import { at } from '../../../src/figures/shared/at.ts';
import { present } from '../../../src/figures/shared/present.ts';

export { shown } from '../../../src/figures/shared/shown.ts';

const blockWith = (changes: Partial<block.Params>): block.Result =>
  block.run({ ...block.defaults, ...changes });

/** The figure as it starts, and at both ends of the temperature. */
export const start = blockWith({});
export const cold = blockWith({ temperature: 0.02 });
export const hot = blockWith({ temperature: 50 });

/** The word "saw" of the figure, token 2, and what it sees. */
const SAW = 2;
const rowOf = (result: block.Result, part: 'A' | 'dS'): number[] =>
  at(result.matrices[part], SAW).map(present);
export const weights = rowOf(start, 'A');
export const scoreGradients = rowOf(start, 'dS');

/** Column 0 of dX at both places of "the", and of dE for the word. */
const columnZero = (part: 'dX' | 'dE', row: number): number =>
  present(at(at(start.matrices[part], row), 0));
export const theFirst = columnZero('dX', 0);
export const theLast = columnZero('dX', 3);
export const theBoth = columnZero('dE', 0);

/** Softmax of (0, ln 2, 0), and its Jacobian. */
const example = [0, Math.LN2, 0];
export const p = softmaxOf(example);
export const jacobian = p.map((_, row) =>
  throughSoftmax(
    example,
    example.map((__, index) => (index === row ? 1 : 0)),
  ),
);

/** What reaches scores with these weights from a gradient of the weights: a vector–Jacobian product. */
export const throughWeights = (given: readonly number[], upstream: readonly number[]): number[] =>
  throughSoftmax(given.map(Math.log), upstream);

function softmaxOf(scores: readonly number[]): number[] {
  return softmax(tensor([...scores], { dtype: 'float64' }), 0).tolist() as number[];
}

function throughSoftmax(scores: readonly number[], upstream: readonly number[]): number[] {
  return enableGrad(() => {
    const leaf = tensor([...scores], { dtype: 'float64', requiresGrad: true });
    const gradOutputs = tensor([...upstream], { dtype: 'float64' });
    const [found] = grad(softmax(leaf, 0), [leaf], { gradOutputs });
    return (found as Tensor).tolist() as number[];
  });
}

/** Cross-entropy's gradient at the target where `words` scores are equal. */
export function atTarget(words: number): number {
  return enableGrad(() => {
    const scores = tensor([Array.from({ length: words }, () => 0)], {
      dtype: 'float64',
      requiresGrad: true,
    });
    const [found] = grad(crossEntropy(scores, tensor([0], { dtype: 'int64' })), [scores]);
    return at(at((found as Tensor).tolist() as number[][], 0), 0);
  });
}

/** Entries of A for so many tokens, and their bytes in 16-bit numbers. */
export const entries = (tokens: number): number => tokens ** 2;
export const megabytes = (tokens: number): number => (2 * entries(tokens)) / 1e6;
