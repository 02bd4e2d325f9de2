import { checked } from '../core/check.ts';
import { noGrad } from '../core/grad-mode.ts';
import { tensor } from '../create.ts';
import { stack } from '../ops/join.ts';
import { norm } from '../ops/statistics.ts';
import type { Tensor } from '../core/tensor.ts';

function gradients(parameters: Tensor | Iterable<Tensor>): Tensor[] {
  const list = 'shape' in parameters ? [parameters] : [...parameters];
  return list.flatMap(({ grad }) => (grad === null ? [] : [grad]));
}

/**
 * Scales all gradients in place by one factor so that together their norm is at most `maxNorm`; gives the norm
 * they had, 0-dim, and 0 where there is no gradient. The factor is maxNorm / (norm + 10⁻⁶), never above 1.
 * `normType` is the order of the norm, Infinity for the largest absolute value; a norm that is not finite passes.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html
 */
export const clipGradNorm = checked(
  'clipGradNorm parameters:? maxNorm:n *normType:n',
  (
    parameters: Tensor | Iterable<Tensor>,
    maxNorm: number,
    { normType = 2 }: { normType?: number } = {},
  ): Tensor => {
    return noGrad(() => {
      const grads = gradients(parameters);
      if (grads.length === 0) return tensor(0);
      const total = norm(stack(grads.map((grad) => norm(grad.detach(), normType))), normType);
      const factor = tensor(maxNorm, { dtype: total.dtype }).div(total.add(1e-6)).clamp({ max: 1 });
      for (const grad of grads) grad.mul_(factor);
      return total;
    });
  },
);

/**
 * Cuts every element of every gradient to [−limit, limit], in place.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_value_.html
 */
export const clipGradValue = checked(
  'clipGradValue parameters:? clipValue:n',
  (parameters: Tensor | Iterable<Tensor>, limit: number): void => {
    noGrad(() => {
      for (const grad of gradients(parameters)) grad.clamp_({ min: -limit, max: limit });
    });
  },
);
