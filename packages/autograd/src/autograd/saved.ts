import { typeName } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import {
  FIRST,
  FREED,
  type MoreInputs,
  type Node,
  OUTPUT,
  type Operand,
  SAVES,
  SECOND,
} from '../core/node.ts';
import { VERSION_BITS, VERSION_MASK, cameRound, nodeOf } from '../core/record.ts';
import { showShape } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';

const FREED_MESSAGE =
  'Trying to backward through the graph a second time (or directly access saved tensors after they have ' +
  'already been freed). Saved intermediate values of the graph are freed when you call .backward() or ' +
  'autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if ' +
  'you need to access saved tensors after calling backward.';

/** Throws unless what `node` saved is still there and unchanged. */
export function checkSaved(node: Node): void {
  const { versions, flags, more } = node;
  if (versions === FREED) throw new RuntimeError(FREED_MESSAGE);
  if (flags & FIRST && !isAt(node.first, versions)) checkVersion(node, node.first, versions);
  if (flags & SECOND && !isAt(node.second, versions >> VERSION_BITS)) {
    checkVersion(node, node.second, versions >> VERSION_BITS);
  }
  if (flags & OUTPUT && !isAt(node.output, node.outputVersion)) {
    checkVersion(node, node.output, node.outputVersion, node);
  }
  if (more !== null) checkMore(node, more);
}

function checkMore(node: Node, { operands, versions }: MoreInputs): void {
  operands.forEach((operand, i) => {
    if (node.flags & (4 << i)) checkVersion(node, operand, versions[i] as number);
  });
}

/** Whether `operand` was never changed since version `expected`, which counts modulo 2^VERSION_BITS. Short, to be inlined. */
function isAt(operand: Operand | null, expected: number): boolean {
  if (operand === null || typeof operand === 'number') return true;
  const { version } = operand;
  return ((version - expected) & VERSION_MASK) === 0 && version <= VERSION_MASK;
}

function checkVersion(node: Node, operand: Operand | null, expected: number, madeBy?: Node): void {
  if (operand === null || typeof operand === 'number') return;
  const since = (operand.version - expected) & VERSION_MASK;
  if (cameRound(operand, node)) throw modifiedError(operand, expected & VERSION_MASK, madeBy);
  if (since !== 0) throw modifiedError(operand, operand.version - since, madeBy);
}

function modifiedError(operand: Tensor, expected: number, madeBy?: Node): RuntimeError {
  // A view has its history anew from its base.
  const maker = operand.origin === null ? (madeBy ?? nodeOf(operand)) : nodeOf(operand);
  const origin =
    maker === null || maker.rule.name === 'AccumulateGrad'
      ? ''
      : `, which is output 0 of ${maker.name},`;
  return new RuntimeError(
    'one of the variables needed for gradient computation has been modified by an inplace operation: ' +
      `[torch.${typeName(operand.dtype)}Tensor ${showShape(operand.shape)}]${origin} is at version ` +
      `${operand.version}; expected version ${expected} instead. Hint: enable anomaly detection to find the ` +
      'operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True).',
  );
}

/** Lets go of what a node keeps for its gradient. */
export function release(node: Node): void {
  if (node.flags & SAVES) node.free();
}
