import { storageOf, valueOf } from '../core/base.ts';
import { canCast, round, typeName } from '../core/dtype.ts';
import { writeElements } from '../core/elements.ts';
import { RuntimeError } from '../core/errors.ts';
import { checkFrozen } from '../core/frozen.ts';
import { gradEnabled } from '../core/grad-mode.ts';
import { Node, moveRetaining } from '../core/node.ts';
import { countChange, nodeOf } from '../core/record.ts';
import { sameShape, showShape } from '../core/shape.ts';
import { copyOf } from '../core/make.ts';
import { AS_STRIDED, positionsIn } from './strided.ts';
import { take, zeroAt } from './take.ts';
import type { Tensor } from '../core/tensor.ts';

/** A function that changes its first argument, and returns it. */
type InPlace<Rest extends unknown[]> = (target: Tensor, ...rest: Rest) => Tensor;

/**
 * The function that puts the result of `operation` in place of its first operand. While recording, the operation is
 * given a copy of that with its history: the gradient may need what is overwritten.
 */
/* @__NO_SIDE_EFFECTS__ */
export function replacing<Rest extends unknown[]>(operation: InPlace<Rest>): InPlace<Rest> {
  return (target, ...rest) => {
    if (gradEnabled) checkInPlace(target);
    return replace(target, operation(gradEnabled ? snapshot(target) : target, ...rest), false);
  };
}

/**
 * Replaces the value of `target` by what `compute` gives, whatever it was before, and its history too. Returns `target`.
 * Only where all elements become `alike` may several of them be one number in memory.
 */
export function inPlace(target: Tensor, compute: () => Tensor, alike = false): Tensor {
  if (gradEnabled) checkInPlace(target);
  return replace(target, compute(), alike);
}

function replace(target: Tensor, result: Tensor, alike: boolean): Tensor {
  const node = gradEnabled ? nodeOf(result) : null;
  if (node !== null) checkFrozen(target, 'is being');
  writeValue(target, result, alike);
  // What the gradient needs of the result, the target holds from now on.
  if (node !== null && node.output === result) node.output = target;
  if (gradEnabled) takeHistory(target, node);
  return target;
}

function snapshot(target: Tensor): Tensor {
  const copy = copyOf(target);
  copy.node = nodeOf(target);
  return copy;
}

function checkInPlace(target: Tensor): void {
  const { origin, node } = target;
  const base = origin === null ? target : origin.base;
  if (node === null && base.node === null) return;
  checkFrozen(target, 'is being');
  if (base.isLeaf) {
    const who = origin === null ? 'a leaf' : 'a view of a leaf';
    throw new RuntimeError(
      `${who} Variable that requires grad is being used in an in-place operation.`,
    );
  }
}

function checkOverlap({ shape, strides }: Tensor): void {
  if (!strides.some((stride, d) => stride === 0 && (shape[d] as number) > 1)) return;
  throw new RuntimeError(
    'unsupported operation: more than one element of the written-to tensor refers to a single memory location. ' +
      'Please clone() the tensor before performing the operation.',
  );
}

function writeValue(target: Tensor, result: Tensor, alike: boolean): void {
  if (!sameShape(target.shape, result.shape)) {
    throw new RuntimeError(
      `output with shape ${showShape(target.shape)} doesn't match the broadcast shape ${showShape(result.shape)}`,
    );
  }
  if (!canCast(result.dtype, target.dtype)) {
    throw new RuntimeError(
      `result type ${typeName(result.dtype)} can't be cast to the desired output type ${typeName(target.dtype)}`,
    );
  }
  if (target.storage === null) {
    target.scalar = round(target.dtype, valueOf(result));
    countChange(target);
    return;
  }
  if (!alike) checkOverlap(target);
  const { data } = storageOf(target);
  writeElements(result, data, target.dtype, target.strides, target.offset);
  countChange(target);
}

function takeHistory(target: Tensor, node: Node | null): void {
  const { origin } = target;
  if (origin === null) {
    moveRetaining(target, target.node, node);
    target.node = node;
    return;
  }
  const { base } = origin;
  const baseNode = nodeOf(base);
  if (node === null && baseNode === null) return;
  base.node = copySlices(base, target, baseNode, node);
}

/** The history of a base after a part of it was overwritten: the gradient goes to the part, or around it. */
function copySlices(base: Tensor, part: Tensor, before: Node | null, written: Node | null): Node {
  const { shape: inner } = part;
  const positions = positionsIn(base, part);
  const rule = {
    name: 'torch::autograd::CopySlices',
    vjp: (_: Node, g: Tensor, i: number): Tensor =>
      i === 1 ? take(g, inner, positions, AS_STRIDED) : zeroAt(g, positions, AS_STRIDED),
  };
  return new Node(rule, base, null, before, written, 0, 0);
}
