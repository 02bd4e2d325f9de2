import { at } from '../shared/at.ts';
import { formatted } from '../shared/format.ts';
import type { Loss, Params, Result } from './experiment.ts';

/** Where the gradient of W comes from, and what this loss makes of it. */
export function describe(params: Params, result: Result): string {
  const { batch, in: inputs, out, loss } = params;
  return [
    batch === 1
      ? `With a batch of one, ∂loss/∂W has nothing to add up: ${String(out)} times ${String(inputs)} products, one each.`
      : `Each of the ${String(out * inputs)} entries of ∂loss/∂W is a sum over the ${String(batch)} examples of the batch.`,
    lossSentences[loss](params, result),
  ].join(' ');
}

const lossSentences: Record<Loss, (params: Params, result: Result) => string> = {
  sum: ({ batch, out }) =>
    `The loss is a sum, so every entry of ∂loss/∂Y is 1${alike(out)}, and ∂loss/∂b is the batch size, ${String(batch)}.`,
  mean: ({ batch, out }, { db }) =>
    `The loss is a mean of ${String(batch)} · ${String(out)} outputs, so every entry of ∂loss/∂Y is 1/${String(batch * out)}${alike(out)}, and ∂loss/∂b is 1 over the number of outputs, ${formatted(at(db, 0))}.`,
  mse: ({ batch, out }, { loss }) =>
    `The loss, ${formatted(loss)}, is a mean of squared errors, so each entry of ∂loss/∂Y is its own error times 2/${String(batch * out)}.`,
};

const alike = (out: number) => (out > 1 ? ', all rows of ∂loss/∂W are equal' : '');
