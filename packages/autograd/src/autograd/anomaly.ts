import { RuntimeError } from '../core/errors.ts';
import { elements } from '../core/make.ts';
import type { Node } from '../core/node.ts';
import type { Tensor } from '../tensor.ts';

/** Whether anomalies are being watched for. */
export let detecting = false;

/**
 * Runs `body` so that a backward pass which makes a NaN throws, naming the operation that made it,
 * as `with torch.autograd.detect_anomaly()`.
 */
export function detectAnomaly<Result>(body: () => Result): Result {
  const before = detecting;
  detecting = true;
  try {
    return body();
  } finally {
    detecting = before;
  }
}

/** Throws if the gradient for input `i` of `node` holds a NaN. */
export function inspectGradient(node: Node, gradient: Tensor, i: number): void {
  if (!elements(gradient).some((value) => Number.isNaN(value))) return;
  throw new RuntimeError(`Function '${node.name}' returned nan values in its ${i}th output.`);
}
