import { argumentsOf } from '../core/check.ts';
import { RuntimeError } from '../core/errors.ts';
import { elements } from '../core/make.ts';
import type { Node } from '../core/node.ts';
import type { Tensor } from '../core/tensor.ts';

/** Whether anomalies are being watched for. */
export let detecting = false;

const checkBody = argumentsOf('detectAnomaly body:f');

/**
 * Runs `body`, gives what it gives, and watches the backward passes in it, which take longer so. Throws RuntimeError as
 * soon as one makes a gradient with a NaN, naming the operation that made it.
 *
 * @see https://docs.pytorch.org/docs/stable/autograd.html#torch.autograd.detect_anomaly
 */
export function detectAnomaly<Result>(body: () => Result): Result {
  checkBody(body);
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
