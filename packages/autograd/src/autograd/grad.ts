import { argumentsOf } from '../core/check.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { NUMBERS, type Node } from '../core/node.ts';
import { nodeOf } from '../core/record.ts';
import { sameShape, showSize } from '../core/shape.ts';
import { onesLike } from '../core/constant.ts';
import type { Tensor } from '../core/tensor.ts';
import { detecting } from './anomaly.ts';
import { runBackward } from './engine.ts';
import { runNumbers } from './scalar-engine.ts';

/** Options of `backward`. */
export interface BackwardOptions {
  /** The gradient of the result, in its shape; 1 unless given, for a result of one element. */
  gradient?: Tensor;
  /** Keeps the graph for another pass; as `createGraph` unless given. */
  retainGraph?: boolean;
  /** Records the gradients, so that they can be differentiated. */
  createGraph?: boolean;
}

/**
 * Adds d root / d leaf to `grad` of every leaf that `root` depends on, in the leaf's shape and dtype.
 * Throws RuntimeError if `root` does not require grad, if it has not one element and no `gradient` is given, if
 * `gradient` has another shape, if the graph was freed, or if a saved value was changed in place.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html
 */
export function backward(root: Tensor, options?: BackwardOptions): void {
  const node = rootNode(root, 0);
  if (options !== undefined || !(node.flags & NUMBERS) || detecting) {
    backwardWith(node, root, options ?? {});
  } else runNumbers(node, false);
}

function backwardWith(node: Node, root: Tensor, options: BackwardOptions): void {
  if (typeof (options.gradient as unknown) === 'number') {
    throw new TypeError("'float' object is not iterable");
  }
  checkBackward(root, options);
  const { gradient = null, createGraph = false, retainGraph = createGraph } = options;
  if (node.flags & NUMBERS && gradient === null && !createGraph && !detecting) {
    runNumbers(node, retainGraph);
    return;
  }
  runBackward([node], [seedFor(root, gradient, 0)], { retainGraph, createGraph, targets: null });
}

const checkBackward = argumentsOf('backward self:T *gradient:T *retainGraph:b *createGraph:b');

function rootNode(root: Tensor, i: number): Node {
  const node = nodeOf(root);
  if (node === null) {
    throw new RuntimeError(
      `element ${i} of tensors does not require grad and does not have a grad_fn`,
    );
  }
  return node;
}

function seedFor(root: Tensor, gradient: Tensor | null, i: number): Tensor {
  if (gradient === null) {
    if (root.numel() !== 1) {
      throw new RuntimeError('grad can be implicitly created only for scalar outputs');
    }
    return onesLike(root);
  }
  if (!sameShape(gradient.shape, root.shape)) {
    throw new RuntimeError(
      `Mismatch in shape: grad_output[${i}] has a shape of ${showSize(gradient.shape)} and output[${i}] has a shape of ${showSize(root.shape)}.`,
    );
  }
  return gradient.to(root.dtype);
}

/** Options of `grad`. */
export interface GradOptions {
  /** The gradients of the outputs, in their shapes; null is 1, for an output of one element. */
  gradOutputs?: Tensor | readonly (Tensor | null)[];
  /** Keeps the graph for another pass; as `createGraph` unless given. */
  retainGraph?: boolean;
  /** Records the gradients, so that they can be differentiated. */
  createGraph?: boolean;
  /** Gives null instead of throwing for an input that the outputs do not depend on. */
  allowUnused?: boolean;
}

type Several = Tensor | readonly Tensor[];

const checkGrad = argumentsOf(
  'grad outputs:M inputs:M *gradOutputs:N *retainGraph:b *createGraph:b *allowUnused:b',
);

/**
 * The gradients of the sum of `outputs` for `inputs`, leaves or not: always a list, in their order, shapes and
 * dtypes. No leaf's `grad` changes.
 * Throws RuntimeError if an output or input does not require grad, if an input was not used and `allowUnused` is
 * false, and where `backward` does.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.autograd.grad.html
 */
export function grad(
  outputs: Several,
  inputs: Several,
  options: GradOptions & { allowUnused: true },
): (Tensor | null)[];
export function grad(outputs: Several, inputs: Several, options?: GradOptions): Tensor[];
export function grad(
  outputs: Several,
  inputs: Several,
  options: GradOptions = {},
): (Tensor | null)[] {
  checkGrad(outputs, inputs, options);
  const { createGraph = false, retainGraph = createGraph, allowUnused = false } = options;
  const roots = listOf(outputs);
  const given = options.gradOutputs;
  const seeds = given === undefined ? roots.map(() => null) : listOf(given);
  const wantedInputs = listOf(inputs);
  if (wantedInputs.length === 0) throw new ValueError('grad requires non-empty inputs.');
  if (seeds.length !== roots.length) {
    throw new RuntimeError(`got ${roots.length} tensors and ${seeds.length} gradients`);
  }
  const nodes = roots.map(rootNode);
  const targets = wantedInputs.map(targetNode);
  const found = new Map<Node, Tensor>();
  const wanted = new Set(targets);
  const observe = (node: Node, gradient: Tensor): void => {
    if (wanted.has(node)) found.set(node, gradient);
  };
  const gradients = roots.map((root, i) => seedFor(root, seeds[i] ?? null, i));
  runBackward(nodes, gradients, { retainGraph, createGraph, targets: wanted, observe });
  return targets.map((target) => {
    const gradient = found.get(target) ?? null;
    if (gradient === null && !allowUnused) {
      throw new RuntimeError(
        'One of the differentiated Tensors appears to not have been used in the graph. ' +
          'Set allow_unused=True if this is the desired behavior.',
      );
    }
    return gradient;
  });
}

function targetNode(input: Tensor): Node {
  const node = nodeOf(input);
  if (node === null)
    throw new RuntimeError('One of the differentiated Tensors does not require grad');
  return node;
}

function listOf<Item extends object | null>(items: Item | readonly Item[]): readonly Item[] {
  return Array.isArray(items) ? (items as readonly Item[]) : [items as Item];
}
