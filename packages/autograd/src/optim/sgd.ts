import { ValueError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';
import { withDefaults, type OptimizerOptions } from './options.ts';
import { Optimizer, type ParamGroup, type Params } from './optimizer.ts';

/** The options of {@link SGD}. */
export interface SGDOptions extends OptimizerOptions {
  /** How much of the last direction is kept, μ; 0 unless said otherwise. */
  momentum?: number;
  /** How much less of a new gradient enters the direction, τ; 0 unless said otherwise. */
  dampening?: number;
  /** Look ahead along the direction. */
  nesterov?: boolean;
}

/**
 * Gradient descent: v ← μ v + (1 − τ) g, x ← x − η v; with Nesterov's momentum x ← x − η (g + μ v). The first v
 * is g. Throws ValueError if there is no rate, an option is below 0 (dampening may be), or Nesterov's momentum
 * meets no momentum, or dampening.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html
 */
export class SGD extends Optimizer<SGDOptions, [direction?: Tensor]> {
  /** The rate may be left out where each group has one. */
  constructor(params: Params<SGDOptions>, options: Partial<SGDOptions> = {}) {
    const all = withDefaults('SGD', { momentum: 0, dampening: 0, nesterov: false }, options);
    if (all.nesterov && (all.momentum <= 0 || all.dampening !== 0)) {
      throw new ValueError('Nesterov momentum requires a momentum and zero dampening');
    }
    super(params, all);
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    { lr, momentum, dampening, nesterov }: ParamGroup<SGDOptions>,
    buffers: [direction?: Tensor],
  ): void {
    let direction = grad;
    if (momentum !== 0) {
      direction = buffers[0]?.mul_(momentum).add_(grad, { alpha: 1 - dampening }) ?? grad.clone();
      buffers[0] = direction;
      if (nesterov) direction = grad.add(direction, { alpha: momentum });
    }
    param.sub_(direction, { alpha: lr });
  }
}
