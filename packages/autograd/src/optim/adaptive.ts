import { fullLike, zerosLike } from '../create.ts';
import type { Tensor } from '../tensor.ts';
import {
  Optimizer,
  type OptimizerOptions,
  type ParamGroup,
  type Params,
  requireRange,
} from './optimizer.ts';

type Full<Options> = OptimizerOptions & Options;

export interface AdagradOptions extends Partial<OptimizerOptions> {
  /** The rate of step t is lr/(1 + (t − 1) lrDecay). */
  lrDecay?: number;
  initialAccumulatorValue?: number;
  eps?: number;
}

interface AdagradState {
  step: number;
  readonly sum: Tensor;
}

/**
 * Duchi, Hazan and Singer (2011): x ← x − η g / (√Σg² + ε).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.Adagrad.html
 */
export class Adagrad extends Optimizer<Full<AdagradOptions>, AdagradState> {
  constructor(params: Params<Full<AdagradOptions>>, options: AdagradOptions = {}) {
    const { lr = 1e-2, lrDecay = 0, initialAccumulatorValue = 0, eps = 1e-10 } = options;
    requireRange('lr_decay value', lrDecay, lrDecay >= 0);
    requireRange('epsilon value', eps, eps >= 0);
    const own = { lr, lrDecay, initialAccumulatorValue, eps };
    super(params, { weightDecay: 0, maximize: false, ...options, ...own });
  }

  protected initialState(param: Tensor, group: ParamGroup<Full<AdagradOptions>>): AdagradState {
    return { step: 0, sum: fullLike(param, group.initialAccumulatorValue) };
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    state: AdagradState,
    { lr, lrDecay, eps }: ParamGroup<Full<AdagradOptions>>,
  ): void {
    const alpha = lr / (1 + state.step * lrDecay);
    state.step++;
    state.sum.add_(grad.square());
    param.sub_(grad.div(state.sum.sqrt().add_(eps)), { alpha });
  }
}

export interface AdadeltaOptions extends Partial<OptimizerOptions> {
  /** How much of both averages is kept. */
  rho?: number;
  eps?: number;
}

interface AdadeltaState {
  readonly squares: Tensor;
  readonly steps: Tensor;
}

/**
 * Zeiler (2012): each step has the size that past steps had, for the gradient at hand.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.Adadelta.html
 */
export class Adadelta extends Optimizer<Full<AdadeltaOptions>, AdadeltaState> {
  constructor(params: Params<Full<AdadeltaOptions>>, options: AdadeltaOptions = {}) {
    const { lr = 1, rho = 0.9, eps = 1e-6 } = options;
    requireRange('rho value', rho, rho >= 0 && rho <= 1);
    requireRange('epsilon value', eps, eps >= 0);
    super(params, { weightDecay: 0, maximize: false, ...options, lr, rho, eps });
  }

  protected initialState(param: Tensor): AdadeltaState {
    return { squares: zerosLike(param), steps: zerosLike(param) };
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    { squares, steps }: AdadeltaState,
    { lr, rho, eps }: ParamGroup<Full<AdadeltaOptions>>,
  ): void {
    squares.mul_(rho).add_(grad.square(), { alpha: 1 - rho });
    const delta = steps.add(eps).sqrt_().div_(squares.add(eps).sqrt_()).mul_(grad);
    steps.mul_(rho).add_(delta.square(), { alpha: 1 - rho });
    param.sub_(delta, { alpha: lr });
  }
}

export interface RMSpropOptions extends Partial<OptimizerOptions> {
  /** How much of the average of the square is kept. */
  alpha?: number;
  eps?: number;
  momentum?: number;
  /** Divide by an estimate of the standard deviation instead. */
  centered?: boolean;
}

interface RMSpropState {
  readonly squares: Tensor;
  readonly mean: Tensor;
  readonly direction: Tensor;
}

/**
 * Tieleman and Hinton (2012): x ← x − η g / (√v + ε), where v is a running mean of g².
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.RMSprop.html
 */
export class RMSprop extends Optimizer<Full<RMSpropOptions>, RMSpropState> {
  constructor(params: Params<Full<RMSpropOptions>>, options: RMSpropOptions = {}) {
    const { lr = 1e-2, alpha = 0.99, eps = 1e-8, momentum = 0, centered = false } = options;
    requireRange('epsilon value', eps, eps >= 0);
    requireRange('momentum value', momentum, momentum >= 0);
    requireRange('alpha value', alpha, alpha >= 0);
    const own = { lr, alpha, eps, momentum, centered };
    super(params, { weightDecay: 0, maximize: false, ...options, ...own });
  }

  protected initialState(param: Tensor): RMSpropState {
    return { squares: zerosLike(param), mean: zerosLike(param), direction: zerosLike(param) };
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    { squares, mean, direction }: RMSpropState,
    { lr, alpha, eps, momentum, centered }: ParamGroup<Full<RMSpropOptions>>,
  ): void {
    squares.mul_(alpha).add_(grad.square(), { alpha: 1 - alpha });
    if (centered) mean.mul_(alpha).add_(grad, { alpha: 1 - alpha });
    const spread = centered ? squares.sub(mean.square()) : squares;
    const step = grad.div(spread.sqrt().add_(eps));
    const applied = momentum > 0 ? direction.mul_(momentum).add_(step) : step;
    param.sub_(applied, { alpha: lr });
  }
}
