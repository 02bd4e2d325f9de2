import { ValueError } from '../core/errors.ts';
import type { Tensor } from '../tensor.ts';
import {
  Optimizer,
  type OptimizerOptions,
  type ParamGroup,
  type Params,
  requireRange,
} from './optimizer.ts';

export interface SGDOptions extends OptimizerOptions {
  /** How much of the last direction is kept. */
  momentum?: number;
  /** How much less of a new gradient enters the direction. */
  dampening?: number;
  /** Look ahead along the direction. */
  nesterov?: boolean;
}

interface SGDState {
  direction: Tensor | null;
}

/**
 * Gradient descent: v ← μ v + (1 − τ) g, x ← x − η v; with Nesterov's momentum x ← x − η (g + μ v).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html
 */
export class SGD extends Optimizer<SGDOptions, SGDState> {
  constructor(params: Params<SGDOptions>, options: SGDOptions) {
    const { momentum = 0, dampening = 0, nesterov = false } = options;
    requireRange('momentum value', momentum, momentum >= 0);
    if (nesterov && (momentum <= 0 || dampening !== 0)) {
      throw new ValueError('Nesterov momentum requires a momentum and zero dampening');
    }
    const defaults = { momentum, dampening, nesterov, weightDecay: 0, maximize: false };
    super(params, { ...defaults, ...options });
  }

  protected initialState(): SGDState {
    return { direction: null };
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    state: SGDState,
    { lr, momentum, dampening, nesterov }: ParamGroup<SGDOptions>,
  ): void {
    if (momentum === 0) {
      param.sub_(grad, { alpha: lr });
      return;
    }
    if (state.direction === null) state.direction = grad.clone();
    else state.direction.mul_(momentum).add_(grad, { alpha: 1 - dampening });
    const { direction } = state;
    param.sub_(nesterov ? grad.add(direction, { alpha: momentum }) : direction, { alpha: lr });
  }
}
