import { argumentsOf } from '../core/check.ts';
import { Tensor } from '../core/tensor.ts';

const checkParameter = argumentsOf('Parameter data:T requiresGrad:b');

/**
 * A tensor that a module learns: it requires grad from the start and is found by `parameters()`. Floating.
 * Throws RuntimeError for whole numbers, unless they are not to require grad.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.parameter.Parameter.html
 */
export class Parameter extends Tensor {
  /** Tells it from other tensors. */
  readonly isParameter = true;

  /** Shares memory with `data`, but not its history. */
  constructor(data: Tensor, requiresGrad = true) {
    checkParameter(data, requiresGrad);
    const { shape, dtype, memory } = data.detach();
    super(shape, dtype, 0, memory);
    if (requiresGrad) this.requiresGrad_();
  }
}
