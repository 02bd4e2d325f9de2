import { typeName } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { FREED, type Node, OUTPUT, type Operand } from '../core/node.ts';
import { nodeOf, unpackVersions } from '../core/record.ts';
import { showShape } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';

const FREED_MESSAGE =
  'Trying to backward through the graph a second time (or directly access saved tensors after they have ' +
  'already been freed). Saved intermediate values of the graph are freed when you call .backward() or ' +
  'autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if ' +
  'you need to access saved tensors after calling backward.';

/** Throws unless what `node` saved is still there and unchanged. */
export function checkSaved(node: Node): void {
  const { versions, saves } = node;
  if (versions === FREED) throw new RuntimeError(FREED_MESSAGE);
  if (versions === 0 && node.more === null) {
    checkFresh(node, saves);
    return;
  }
  const [first, second, output] = unpackVersions(versions);
  if (saves & 1) checkVersion(node.first, first);
  if (saves & 2) checkVersion(node.second, second);
  if (saves & OUTPUT) checkVersion(node.output, output, node);
  node.more?.operands.forEach((operand, i) => {
    if (saves & (4 << i)) checkVersion(operand, node.more?.versions[i] ?? 0);
  });
}

/** The same when all versions were 0, without unpacking. */
function checkFresh(node: Node, saves: number): void {
  if (saves & 1) checkVersion(node.first, 0);
  if (saves & 2) checkVersion(node.second, 0);
  if (saves & OUTPUT) checkVersion(node.output, 0, node);
}

function checkVersion(operand: Operand | null, expected: number, madeBy?: Node): void {
  if (operand === null || typeof operand === 'number' || operand.version === expected) return;
  throw modifiedError(operand, expected, madeBy);
}

function modifiedError(operand: Tensor, expected: number, madeBy?: Node): RuntimeError {
  const maker = madeBy ?? nodeOf(operand);
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
  if (node.saves !== 0) node.free();
}
