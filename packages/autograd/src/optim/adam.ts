import type { Tensor } from '../core/tensor.ts';
import { blend } from './average.ts';
import { withDefaults, type Full, type OptimizerOptions } from './options.ts';
import { Optimizer, type ParamGroup, type Params } from './optimizer.ts';

/** The options of {@link Adam} and {@link AdamW}; the rate is 0.001 unless said otherwise. */
export interface AdamOptions extends Partial<OptimizerOptions> {
  /** How much of the averages of the gradient and of its square is kept, β₁ and β₂ in [0, 1). */
  betas?: readonly [number, number];
  /** Added to the denominator, ε. */
  eps?: number;
  /** Divide by the largest average of the square so far. */
  amsgrad?: boolean;
}

/** The options that all of Adam's family have, and their defaults. */
export const MOMENT_DEFAULTS = { lr: 1e-3, eps: 1e-8, betas: [0.9, 0.999] } as const;

/** m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g² */
export function updateMoments(
  first: Tensor,
  second: Tensor,
  grad: Tensor,
  [beta1, beta2]: readonly [number, number],
): void {
  blend(first, grad, beta1);
  blend(second, grad.square(), beta2);
}

/**
 * Kingma and Ba (2015): x ← x − η m̂ / (√v̂ + ε), with m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ), where m and v are
 * running averages of the gradient and of its square.
 * Throws ValueError if an option is below 0, or a beta not in [0, 1).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.Adam.html
 */
export class Adam extends Optimizer<
  Full<AdamOptions>,
  [first: Tensor, second: Tensor, largest: Tensor]
> {
  constructor(params: Params<Full<AdamOptions>>, options: AdamOptions = {}) {
    super(params, withDefaults('Adam', { ...MOMENT_DEFAULTS, amsgrad: false }, options), 3);
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    { lr, betas, eps, amsgrad }: ParamGroup<Full<AdamOptions>>,
    [first, second, largest]: [Tensor, Tensor, Tensor],
    step: number,
  ): void {
    updateMoments(first, second, grad, betas);
    if (amsgrad) largest.copy_(largest.maximum(second));
    const scale = Math.sqrt(1 - betas[1] ** step);
    const denominator = (amsgrad ? largest : second).sqrt().div_(scale).add_(eps);
    param.sub_(first.div(denominator), { alpha: lr / (1 - betas[0] ** step) });
  }
}

/**
 * Adam with weight decay apart from the gradient (Loshchilov and Hutter, 2019): first
 * x ← (1 − η λ) x, then Adam's step; λ is 0.01 unless said otherwise.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.AdamW.html
 */
export class AdamW extends Adam {
  constructor(params: Params<Full<AdamOptions>>, options: AdamOptions = {}) {
    super(params, { weightDecay: 0.01, ...options });
  }

  protected override decay(
    param: Tensor,
    grad: Tensor,
    { lr, weightDecay }: Required<OptimizerOptions>,
  ): Tensor {
    param.mul_(1 - lr * weightDecay);
    return grad;
  }
}
