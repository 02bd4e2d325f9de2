import { zerosLike } from '../ops/constant.ts';
import type { Tensor } from '../tensor.ts';
import {
  Optimizer,
  type OptimizerOptions,
  type ParamGroup,
  type Params,
  requireBetas,
  requireRange,
} from './optimizer.ts';

export interface AdamOptions extends Partial<OptimizerOptions> {
  /** How much of the averages of the gradient and of its square is kept. */
  betas?: readonly [number, number];
  /** Added to the denominator. */
  eps?: number;
  /** Divide by the largest average so far. */
  amsgrad?: boolean;
}

/** Averages of a gradient and of its square, and how many steps they have seen. */
export interface Moments {
  step: number;
  readonly first: Tensor;
  readonly second: Tensor;
}

export function freshMoments(param: Tensor): Moments {
  return { step: 0, first: zerosLike(param), second: zerosLike(param) };
}

/** m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g² */
export function updateMoments(
  moments: Moments,
  grad: Tensor,
  [beta1, beta2]: readonly [number, number],
): void {
  moments.step++;
  moments.first.mul_(beta1).add_(grad, { alpha: 1 - beta1 });
  moments.second.mul_(beta2).add_(grad.square(), { alpha: 1 - beta2 });
}

interface AdamState extends Moments {
  readonly largest: Tensor;
}

type FullOptions = OptimizerOptions & AdamOptions;

/**
 * Kingma and Ba (2015): x ← x − η m̂ / (√v̂ + ε), with m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.Adam.html
 */
export class Adam extends Optimizer<FullOptions, AdamState> {
  constructor(params: Params<FullOptions>, options: AdamOptions = {}) {
    const { betas = [0.9, 0.999], eps = 1e-8, lr = 1e-3, amsgrad = false } = options;
    requireRange('epsilon value', eps, eps >= 0);
    requireBetas(betas);
    super(params, { weightDecay: 0, maximize: false, ...options, lr, betas, eps, amsgrad });
  }

  protected initialState(param: Tensor): AdamState {
    return { ...freshMoments(param), largest: zerosLike(param) };
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    state: AdamState,
    { lr, betas, eps, amsgrad }: ParamGroup<FullOptions>,
  ): void {
    updateMoments(state, grad, betas);
    const { step, first, second, largest } = state;
    const [beta1, beta2] = betas;
    if (amsgrad) largest.copy_(largest.maximum(second));
    const scale = Math.sqrt(1 - beta2 ** step);
    const denominator = (amsgrad ? largest : second).sqrt().div_(scale).add_(eps);
    param.sub_(first.div(denominator), { alpha: lr / (1 - beta1 ** step) });
  }
}

/**
 * Adam with weight decay apart from the gradient (Loshchilov and Hutter, 2019): first
 * x ← (1 − η λ) x, then Adam's step; λ is 0.01 unless said otherwise.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.AdamW.html
 */
export class AdamW extends Adam {
  constructor(params: Params<FullOptions>, options: AdamOptions = {}) {
    super(params, { weightDecay: 0.01, ...options });
  }

  protected override get decaysGradient(): boolean {
    return false;
  }

  protected override update(
    param: Tensor,
    grad: Tensor,
    state: AdamState,
    group: ParamGroup<FullOptions>,
  ): void {
    param.mul_(1 - group.lr * group.weightDecay);
    super.update(param, grad, state, group);
  }
}
