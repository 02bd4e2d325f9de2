import type { Tensor } from '../core/tensor.ts';
import { blend } from './average.ts';
import { withDefaults, type Full, type OptimizerOptions } from './options.ts';
import { Optimizer, type ParamGroup, type Params } from './optimizer.ts';

/** The options of {@link Adagrad}; the rate is 0.01 unless said otherwise. */
export interface AdagradOptions extends Partial<OptimizerOptions> {
  /** The rate of step t is lr/(1 + (t − 1) lrDecay); 0 unless said otherwise. */
  lrDecay?: number;
  /** What the sum of squares begins with; 0 unless said otherwise. */
  initialAccumulatorValue?: number;
  /** Added to the denominator, ε; 10⁻¹⁰ unless said otherwise. */
  eps?: number;
}

/**
 * Duchi, Hazan and Singer (2011): x ← x − η g / (√Σg² + ε). Throws ValueError if an option is below 0.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.Adagrad.html
 */
export class Adagrad extends Optimizer<Full<AdagradOptions>, [sum: Tensor]> {
  constructor(params: Params<Full<AdagradOptions>>, options: AdagradOptions = {}) {
    const defaults = { lr: 1e-2, lrDecay: 0, initialAccumulatorValue: 0, eps: 1e-10 };
    super(params, withDefaults('Adagrad', { ...defaults }, options), 1);
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    { lr, lrDecay, initialAccumulatorValue, eps }: ParamGroup<Full<AdagradOptions>>,
    [sum]: [Tensor],
    step: number,
  ): void {
    if (step === 1) sum.fill_(initialAccumulatorValue);
    sum.add_(grad.square());
    param.sub_(grad.div(sum.sqrt().add_(eps)), { alpha: lr / (1 + (step - 1) * lrDecay) });
  }
}

/** The options of {@link Adadelta}; the rate is 1 unless said otherwise. */
export interface AdadeltaOptions extends Partial<OptimizerOptions> {
  /** How much of both averages is kept, 0 to 1. */
  rho?: number;
  /** Added under both square roots, ε; 10⁻⁶ unless said otherwise. */
  eps?: number;
}

/**
 * Zeiler (2012): each step has the size that past steps had, for the gradient at hand: η g √(u + ε) / √(v + ε),
 * u and v running averages of the squares of steps and gradients.
 * Throws ValueError if an option is below 0, or rho above 1.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.Adadelta.html
 */
export class Adadelta extends Optimizer<Full<AdadeltaOptions>, [squares: Tensor, steps: Tensor]> {
  constructor(params: Params<Full<AdadeltaOptions>>, options: AdadeltaOptions = {}) {
    super(params, withDefaults('Adadelta', { lr: 1, rho: 0.9, eps: 1e-6 }, options), 2);
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    { lr, rho, eps }: ParamGroup<Full<AdadeltaOptions>>,
    [squares, steps]: [Tensor, Tensor],
  ): void {
    blend(squares, grad.square(), rho);
    const delta = steps.add(eps).sqrt_().div_(squares.add(eps).sqrt_()).mul_(grad);
    blend(steps, delta.square(), rho);
    param.sub_(delta, { alpha: lr });
  }
}

/** The options of {@link RMSprop}; the rate is 0.01 unless said otherwise. */
export interface RMSpropOptions extends Partial<OptimizerOptions> {
  /** How much of the average of the square is kept; 0.99 unless said otherwise. */
  alpha?: number;
  /** Added to the denominator, ε; 10⁻⁸ unless said otherwise. */
  eps?: number;
  /** How much of the last step is kept; 0 unless said otherwise. */
  momentum?: number;
  /** Divide by an estimate of the standard deviation instead. */
  centered?: boolean;
}

/**
 * Tieleman and Hinton (2012): x ← x − η g / (√v + ε), where v is a running mean of g².
 * Throws ValueError if an option is below 0.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.RMSprop.html
 */
export class RMSprop extends Optimizer<
  Full<RMSpropOptions>,
  [squares: Tensor, mean: Tensor, direction: Tensor]
> {
  constructor(params: Params<Full<RMSpropOptions>>, options: RMSpropOptions = {}) {
    const defaults = { lr: 1e-2, eps: 1e-8, momentum: 0, alpha: 0.99, centered: false };
    super(params, withDefaults('RMSprop', { ...defaults }, options), 3);
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    { lr, alpha, eps, momentum, centered }: ParamGroup<Full<RMSpropOptions>>,
    [squares, mean, direction]: [Tensor, Tensor, Tensor],
  ): void {
    blend(squares, grad.square(), alpha);
    const spread = centered ? squares.sub(blend(mean, grad, alpha).square()) : squares;
    const step = grad.div(spread.sqrt().add_(eps));
    param.sub_(momentum > 0 ? direction.mul_(momentum).add_(step) : step, { alpha: lr });
  }
}
