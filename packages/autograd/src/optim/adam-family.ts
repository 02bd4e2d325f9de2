import { zerosLike } from '../ops/constant.ts';
import type { Tensor } from '../tensor.ts';
import { type Moments, freshMoments, updateMoments } from './adam.ts';
import {
  Optimizer,
  type OptimizerOptions,
  type ParamGroup,
  type Params,
  requireBetas,
  requireRange,
} from './optimizer.ts';

export interface MomentOptions extends Partial<OptimizerOptions> {
  betas?: readonly [number, number];
  eps?: number;
}

export interface NAdamOptions extends MomentOptions {
  /** How fast the momentum approaches its final value. */
  momentumDecay?: number;
}

type Full<Options> = OptimizerOptions & Options;

function momentDefaults(options: MomentOptions, rate: number): Required<Full<MomentOptions>> {
  const { betas = [0.9, 0.999], eps = 1e-8, lr = rate } = options;
  requireRange('epsilon value', eps, eps >= 0);
  requireBetas(betas);
  return { weightDecay: 0, maximize: false, ...options, lr, betas, eps };
}

interface NAdamState extends Moments {
  /** The product of all momenta so far. */
  product: number;
}

/**
 * Adam with Nesterov's momentum (Dozat, 2016), by the formula of PyTorch 2; in 1.13 the default path
 * counts the current momentum twice.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.NAdam.html
 */
export class NAdam extends Optimizer<Full<NAdamOptions>, NAdamState> {
  constructor(params: Params<Full<NAdamOptions>>, options: NAdamOptions = {}) {
    const { momentumDecay = 4e-3 } = options;
    requireRange('momentum_decay value', momentumDecay, momentumDecay >= 0);
    super(params, { ...momentDefaults(options, 2e-3), momentumDecay });
  }

  protected initialState(param: Tensor): NAdamState {
    return { ...freshMoments(param), product: 1 };
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    state: NAdamState,
    { lr, betas, eps, momentumDecay }: ParamGroup<Full<NAdamOptions>>,
  ): void {
    updateMoments(state, grad, betas);
    const { step, first, second } = state;
    const momentum = (t: number) => betas[0] * (1 - 0.5 * 0.96 ** (t * momentumDecay));
    const now = momentum(step);
    const next = momentum(step + 1);
    state.product *= now;
    const denominator = second
      .div(1 - betas[1] ** step)
      .sqrt()
      .add_(eps);
    param.sub_(grad.div(denominator), { alpha: (lr * (1 - now)) / (1 - state.product) });
    param.sub_(first.div(denominator), { alpha: (lr * next) / (1 - state.product * next) });
  }
}

/**
 * Adam that waits until its second moment can be trusted (Liu and others, 2020).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.RAdam.html
 */
export class RAdam extends Optimizer<Full<MomentOptions>, Moments> {
  constructor(params: Params<Full<MomentOptions>>, options: MomentOptions = {}) {
    super(params, momentDefaults(options, 1e-3));
  }

  protected initialState(param: Tensor): Moments {
    return freshMoments(param);
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    state: Moments,
    { lr, betas, eps }: ParamGroup<Full<MomentOptions>>,
  ): void {
    updateMoments(state, grad, betas);
    const { step, first, second } = state;
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

interface AdamaxState {
  step: number;
  readonly first: Tensor;
  readonly largest: Tensor;
}

/**
 * Adam with the largest gradient in place of the mean square.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.Adamax.html
 */
export class Adamax extends Optimizer<Full<MomentOptions>, AdamaxState> {
  constructor(params: Params<Full<MomentOptions>>, options: MomentOptions = {}) {
    super(params, momentDefaults(options, 2e-3));
  }

  protected initialState(param: Tensor): AdamaxState {
    return { step: 0, first: zerosLike(param), largest: zerosLike(param) };
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    state: AdamaxState,
    { lr, betas: [beta1, beta2], eps }: ParamGroup<Full<MomentOptions>>,
  ): void {
    state.step++;
    const { first, largest } = state;
    first.mul_(beta1).add_(grad, { alpha: 1 - beta1 });
    largest.copy_(largest.mul(beta2).maximum(grad.abs().add_(eps)));
    param.sub_(first.div(largest), { alpha: lr / (1 - beta1 ** state.step) });
  }
}
