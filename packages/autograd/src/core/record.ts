import { refreshView } from '../ops/strided.ts';
import type { Tensor } from '../tensor.ts';
import { gradEnabled } from './grad-mode.ts';
import { Node, OUTPUT, type Operand, type Rule } from './node.ts';

/** The node that leads to `tensor`; for a view, after any change made in place to its base. */
export function nodeOf(tensor: Tensor): Node | null {
  const { memory, node } = tensor;
  return memory === null || memory.origin === null ? node : refreshView(tensor, memory.origin);
}

function operandVersion(operand: Operand | null): number {
  return operand === null || typeof operand === 'number' ? 0 : operand.version;
}

const SPAN = 1 << 17;

/** The versions of up to three tensors in one number, each modulo 2^17. */
export function packVersions(first: number, second: number, output: number): number {
  return ((output % SPAN) * SPAN + (second % SPAN)) * SPAN + (first % SPAN);
}

/** The versions that `node` saw of its first and second input and its output. */
export function unpackVersions(versions: number): [first: number, second: number, output: number] {
  const upper = Math.floor(versions / SPAN);
  return [versions % SPAN, upper % SPAN, Math.floor(upper / SPAN)];
}

/** For `Node.single`: only 0-dim tensors made of such tensors, and leaves, are in a graph of numbers. */
export function singleOf(output: Tensor, nextA: Node | null, nextB: Node | null): boolean | null {
  const fromNumbers = nextA?.single !== null && nextB?.single !== null;
  return fromNumbers && output.shape.length === 0 ? output.dtype === 'float32' : null;
}

/** Records on `output` that `rule` made it from `input`. Does nothing where no gradient is wanted. */
export function recordUnary(output: Tensor, rule: Rule, input: Tensor, saves: number): Tensor {
  if (!gradEnabled) return output;
  const next = nodeOf(input);
  if (next === null) return output;
  const versions = saves & 1 ? input.version : 0;
  const node = new Node(
    rule,
    input,
    null,
    next,
    null,
    saves,
    versions,
    singleOf(output, next, null),
  );
  if (saves & OUTPUT) node.output = output;
  output.node = node;
  return output;
}

/** A rule for two operands, and what the gradient for each of them needs. */
export interface BinarySaves extends Rule {
  readonly savesA: number;
  readonly savesB: number;
}

/** Records on `output` that `rule` made it from two operands. */
export function recordBinary(output: Tensor, rule: BinarySaves, a: Operand, b: Operand): Tensor {
  if (!gradEnabled) return output;
  const nextA = typeof a === 'number' ? null : nodeOf(a);
  const nextB = typeof b === 'number' ? null : nodeOf(b);
  if (nextA !== null || nextB !== null) {
    output.node = binaryNode(output, rule, a, b, nextA, nextB);
  }
  return output;
}

/** The node of `output`, which `rule` made from two operands. */
export function binaryNode(
  output: Tensor,
  rule: BinarySaves,
  a: Operand,
  b: Operand,
  nextA: Node | null,
  nextB: Node | null,
): Node {
  const saves = (nextA === null ? 0 : rule.savesA) | (nextB === null ? 0 : rule.savesB);
  const versions = saves === 0 ? 0 : versionsOf(a, b);
  const node = new Node(rule, a, b, nextA, nextB, saves, versions, singleOf(output, nextA, nextB));
  if (saves & OUTPUT) node.output = output;
  return node;
}

function versionsOf(first: Operand | null, second: Operand | null): number {
  const [a, b] = [operandVersion(first), operandVersion(second)];
  return a + b === 0 ? 0 : packVersions(a, b, 0);
}

/** The gradient for input `i` of an operation recorded by `record`. */
export type Vjp = (gradient: Tensor, i: number) => Tensor | null;

/**
 * Records on `output` an operation `name` on `inputs` whose gradients `vjp` gives. Bit i of `saves`
 * says that input i must stay unchanged until then, OUTPUT that the output must.
 */
export function record(
  output: Tensor,
  name: string,
  inputs: readonly Tensor[],
  vjp: Vjp,
  saves = 0,
): Tensor {
  if (!gradEnabled) return output;
  const nodes = inputs.map(nodeOf);
  if (nodes.every((node) => node === null)) return output;
  const rule: Rule = { name, vjp: (_, gradient, i) => vjp(gradient, i) };
  const [first = null, second = null, ...rest] = inputs;
  const versions = versionsOf(first, second);
  const [firstNode = null, secondNode = null, ...moreNodes] = nodes;
  const node = new Node(rule, first, second, firstNode, secondNode, saves, versions, null);
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

/** Gives the last recorded operation the name under which PyTorch records the whole of a composition. */
export function named(output: Tensor, name: string): Tensor {
  const node = output.node;
  if (node !== null && output.origin === null) {
    const { rule } = node;
    node.rule = { name, vjp: (own, gradient, i) => rule.vjp(own, gradient, i) };
    node.single = null;
  }
  return output;
}
