import { refreshView } from '../ops/strided.ts';
import type { Tensor } from '../tensor.ts';
import { gradEnabled } from './grad-mode.ts';
import { Node, OUTPUT, type Operand, type Rule } from './node.ts';

/** The node that leads to `tensor`; for a view, after any change made in place to its base. */
export function nodeOf(tensor: Tensor): Node | null {
  return tensor.origin === null ? tensor.node : refreshView(tensor, tensor.origin);
}

function operandNode(operand: Operand): Node | null {
  return typeof operand === 'number' ? null : nodeOf(operand);
}

function operandVersion(operand: Operand | null): number {
  return operand === null || typeof operand === 'number' ? 0 : operand.version;
}

const SPAN = 1 << 17;

/** The versions of up to three tensors in one number, each modulo 2^17. */
function packVersions(first: number, second: number, output: number): number {
  return ((output % SPAN) * SPAN + (second % SPAN)) * SPAN + (first % SPAN);
}

/** The versions that `node` saw of its first and second input and its output. */
export function unpackVersions(versions: number): [first: number, second: number, output: number] {
  const upper = Math.floor(versions / SPAN);
  return [versions % SPAN, upper % SPAN, Math.floor(upper / SPAN)];
}

/** Records on `output` that `rule` made it from `input`. Does nothing where no gradient is wanted. */
export function recordUnary(output: Tensor, rule: Rule, input: Tensor, saves: number): Tensor {
  if (!gradEnabled) return output;
  const next = input.origin === null ? input.node : nodeOf(input);
  if (next === null) return output;
  const node = new Node(rule, input, null, next, null, saves, saves & 1 ? input.version : 0);
  if (saves & OUTPUT) node.output = output;
  output.node = node;
  return output;
}

/** Records on `output` that `rule` made it from two operands; `savesA` is what the first one's gradient needs. */
export function recordBinary(
  output: Tensor,
  rule: Rule,
  a: Operand,
  b: Operand,
  savesA: number,
  savesB: number,
): Tensor {
  if (!gradEnabled) return output;
  const nextA = operandNode(a);
  const nextB = operandNode(b);
  if (nextA === null && nextB === null) return output;
  const saves = (nextA === null ? 0 : savesA) | (nextB === null ? 0 : savesB);
  const versionA = operandVersion(a);
  const versionB = operandVersion(b);
  const versions = versionA + versionB === 0 ? 0 : packVersions(versionA, versionB, 0);
  const node = new Node(rule, a, b, nextA, nextB, saves, versions);
  if (saves & OUTPUT) node.output = output;
  output.node = node;
  return output;
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
  const versions = packVersions(operandVersion(first), operandVersion(second), 0);
  const node = new Node(rule, first, second, nodes[0] ?? null, nodes[1] ?? null, saves, versions);
  if (rest.length > 0) {
    node.more = { operands: rest, nodes: nodes.slice(2), versions: rest.map(operandVersion) };
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
  }
  return output;
}
