import type { Tensor } from '../core/tensor.ts';
import { MOMENT_DEFAULTS, updateMoments } from './adam.ts';
import { blend } from './average.ts';
import { withDefaults, type Full, type OptimizerOptions } from './options.ts';
import { Optimizer, type ParamGroup, type Params } from './optimizer.ts';

/** The options of {@link RAdam} (rate 0.001 unless said otherwise) and {@link Adamax} (0.002). */
export interface MomentOptions extends Partial<OptimizerOptions> {
  /** How much of both averages is kept, β₁ and β₂ in [0, 1). */
  betas?: readonly [number, number];
  /** Added to the denominator, ε; Adamax adds it to the gradient's absolute value. */
  eps?: number;
}

/** The options of {@link NAdam}; the rate is 0.002 unless said otherwise. */
export interface NAdamOptions extends MomentOptions {
  /** How fast the momentum approaches its final value β₁, ψ: it is β₁ (1 − 0.96^(t ψ) / 2) at step t. */
  momentumDecay?: number;
}

/** Averages of the gradient and of its square, and the product of all momenta so far. */
type NAdamBuffers = [first: Tensor, second: Tensor, product?: number];

/**
 * Adam with Nesterov's momentum (Dozat, 2016), by the formula of PyTorch 2; in 1.13 the default path
 * counts the current momentum twice. Throws ValueError as Adam does.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.NAdam.html
 */
export class NAdam extends Optimizer<Full<NAdamOptions>, NAdamBuffers> {
  constructor(params: Params<Full<NAdamOptions>>, options: NAdamOptions = {}) {
    super(
      params,
      withDefaults('NAdam', { ...MOMENT_DEFAULTS, lr: 2e-3, momentumDecay: 4e-3 }, options),
      2,
    );
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    { lr, betas, eps, momentumDecay }: ParamGroup<Full<NAdamOptions>>,
    buffers: NAdamBuffers,
    step: number,
  ): void {
    const [first, second, before = 1] = buffers;
    updateMoments(first, second, grad, betas);
    const momentum = (t: number) => betas[0] * (1 - 0.5 * 0.96 ** (t * momentumDecay));
    const now = momentum(step);
    const next = momentum(step + 1);
    const product = before * now;
    buffers[2] = product;
    const denominator = second
      .div(1 - betas[1] ** step)
      .sqrt()
      .add_(eps);
    param.sub_(grad.div(denominator), { alpha: (lr * (1 - now)) / (1 - product) });
    param.sub_(first.div(denominator), { alpha: (lr * next) / (1 - product * next) });
  }
}

/**
 * Adam that does without its second moment until that can be trusted, after a few steps (Liu and others, 2020).
 * Throws ValueError as Adam does.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.RAdam.html
 */
export class RAdam extends Optimizer<Full<MomentOptions>, [first: Tensor, second: Tensor]> {
  constructor(params: Params<Full<MomentOptions>>, options: MomentOptions = {}) {
    super(params, withDefaults('RAdam', { ...MOMENT_DEFAULTS }, options), 2);
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    { lr, betas, eps }: ParamGroup<Full<MomentOptions>>,
    [first, second]: [Tensor, Tensor],
    step: number,
  ): void {
    updateMoments(first, second, grad, betas);
    const [beta1, beta2] = betas;
    const correction = 1 - beta2 ** step;
    const limit = 2 / (1 - beta2) - 1;
    const length = limit - (2 * step * beta2 ** step) / correction;
    const rate = lr / (1 - beta1 ** step);
    if (length <= 5) {
      param.sub_(first, { alpha: rate });
      return;
    }
    const top = (length - 4) * (length - 2) * limit;
    const rectification = Math.sqrt(top / ((limit - 4) * (limit - 2) * length));
    const alpha = rate * rectification * Math.sqrt(correction);
    param.sub_(first.div(second.sqrt().add_(eps)), { alpha });
  }
}

/**
 * Adam with the largest gradient in place of the mean square (Kingma and Ba, 2015): x ← x − η m / (u (1 − β₁ᵗ)),
 * u ← max(β₂ u, |g| + ε). Throws ValueError as Adam does.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.Adamax.html
 */
export class Adamax extends Optimizer<Full<MomentOptions>, [first: Tensor, largest: Tensor]> {
  constructor(params: Params<Full<MomentOptions>>, options: MomentOptions = {}) {
    super(params, withDefaults('Adamax', { ...MOMENT_DEFAULTS, lr: 2e-3 }, options), 2);
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    { lr, betas: [beta1, beta2], eps }: ParamGroup<Full<MomentOptions>>,
    [first, largest]: [Tensor, Tensor],
    step: number,
  ): void {
    blend(first, grad, beta1);
    largest.copy_(largest.mul(beta2).maximum(grad.abs().add_(eps)));
    param.sub_(first.div(largest), { alpha: lr / (1 - beta1 ** step) });
  }
}
