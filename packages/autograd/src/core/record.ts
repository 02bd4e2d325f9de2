import type { Tensor } from './tensor.ts';
import { gradEnabled } from './grad-mode.ts';
import {
  NUMBERS,
  Node,
  OUTPUT,
  type Operand,
  type Rule,
  SINGLE,
  UNCHECKED,
  nextSequence,
} from './node.ts';
import type { Storage } from './storage.ts';

/** The node that leads to `tensor`; for a view, after any change made in place to its base. */
export function nodeOf(tensor: Tensor): Node | null {
  const { memory, node } = tensor;
  if (memory === null || memory.origin === null) return node;
  const { origin } = memory;
  return origin.version === tensor.version ? node : origin.refresh(tensor, origin);
}

function operandVersion(operand: Operand | null): number {
  return operand === null || typeof operand === 'number' ? 0 : operand.version;
}

/** The `sequence` of the next node when a version last passed a multiple of 2^VERSION_BITS. */
const wraps = new WeakMap<Storage | Tensor, number>();

/** Counts a change in place of what `x` sees. */
export function countChange(x: Tensor): void {
  const { memory } = x;
  const version = memory === null ? ++x.scalarVersion : ++memory.storage.version;
  if ((version & VERSION_MASK) === 0)
    wraps.set(memory === null ? x : memory.storage, nextSequence());
}

/** Whether `x` has changed so often since `node` was recorded that its packed version came round again. */
export function cameRound(x: Tensor, node: Node): boolean {
  return x.version > VERSION_MASK && node.sequence < (wraps.get(x.storage ?? x) ?? 0);
}

export const VERSION_BITS = 15;
export const VERSION_MASK = (1 << VERSION_BITS) - 1;

/** The versions of two tensors in one small integer, each modulo 2^VERSION_BITS. */
export function packVersions(first: number, second: number): number {
  return (first & VERSION_MASK) | ((second & VERSION_MASK) << VERSION_BITS);
}

/** NUMBERS and SINGLE for the node of `output`: only 0-dim tensors made of such tensors, and leaves, are numbers. */
export function numbersBits(output: Tensor, nextA: Node | null, nextB: Node | null): number {
  if (output.shape.length > 0 || isTensors(nextA) || isTensors(nextB)) return 0;
  return output.dtype === 'float32' ? NUMBERS | SINGLE : NUMBERS;
}

function isTensors(node: Node | null): boolean {
  return node !== null && (node.flags & NUMBERS) === 0;
}

/** A rule for one or two operands, and what the gradient for each of them needs. */
export interface ElementwiseSaves extends Rule {
  readonly savesA: number;
  readonly savesB: number;
}

/**
 * Records on `output` that `rule` made it from `a` and, unless that is null, `b`. Does nothing where no
 * gradient is wanted.
 */
export function recordElementwise(
  output: Tensor,
  rule: ElementwiseSaves,
  a: Operand,
  b: Operand | null,
): Tensor {
  if (!gradEnabled) return output;
  const nextA = typeof a === 'number' ? null : nodeOf(a);
  const nextB = typeof b === 'number' || b === null ? null : nodeOf(b);
  if (nextA === null && nextB === null) return output;
  const saves = (nextA === null ? 0 : rule.savesA) | (nextB === null ? 0 : rule.savesB);
  const flags = saves | numbersBits(output, nextA, nextB);
  const node = new Node(rule, a, b, nextA, nextB, flags, versionsOf(a, b));
  if (saves & OUTPUT) node.output = output;
  output.node = node;
  return output;
}

function versionsOf(first: Operand | null, second: Operand | null): number {
  return packVersions(operandVersion(first), operandVersion(second));
}

/** The gradient for input `i` of an operation recorded by `record`. */
export type Vjp = (gradient: Tensor, i: number) => Tensor | null;

/**
 * Records on `output` an operation `name` on `inputs` whose gradients `vjp` gives. Bit i of `saves`
 * says that input i must stay unchanged until then, OUTPUT that the output must; `addTo` is that of the {@link Rule}.
 */
export function record(
  output: Tensor,
  name: string,
  inputs: readonly Tensor[],
  vjp: Vjp,
  saves = 0,
  addTo?: NonNullable<Rule['addTo']>,
): Tensor {
  if (!gradEnabled) return output;
  const nodes = inputs.map(nodeOf);
  if (nodes.every((node) => node === null)) return output;
  const rule: Rule = { name, vjp: (_, gradient, i) => vjp(gradient, i) };
  if (addTo !== undefined) rule.addTo = addTo;
  const [first = null, second = null, ...rest] = inputs;
  const versions = versionsOf(first, second);
  const [firstNode = null, secondNode = null, ...moreNodes] = nodes;
  const node = new Node(rule, first, second, firstNode, secondNode, saves, versions);
  if (rest.length > 0) {
    node.more = { operands: rest, nodes: moreNodes, versions: rest.map(operandVersion) };
  }
  if (saves & OUTPUT) node.output = output;
  output.node = node;
  return output;
}

/** Whether a gradient for `operand` would be recorded now. */
export function needsGrad(operand: Operand): boolean {
  return gradEnabled && typeof operand !== 'number' && nodeOf(operand) !== null;
}

/**
 * Marks the operation that made `output` as saving something else than inputs and output, a mask or an index: it can
 * be gone back through once, unless the graph is retained.
 */
export function saveForBackward(output: Tensor): Tensor {
  if (output.node !== null) output.node.flags |= UNCHECKED;
  return output;
}

/** Gives the last recorded operation the name under which PyTorch records the whole of a composition. */
export function named(output: Tensor, name: string): Tensor {
  const node = output.node;
  if (node !== null && output.origin === null) {
    const { rule } = node;
    node.rule = { name, vjp: (own, gradient, i) => rule.vjp(own, gradient, i) };
    node.flags &= ~NUMBERS;
  }
  return output;
}
