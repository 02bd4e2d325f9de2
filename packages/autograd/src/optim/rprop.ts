import { ValueError } from '../core/errors.ts';
import { floatRepr } from '../format/python-float.ts';
import { onesLike } from '../core/constant.ts';
import type { Tensor } from '../core/tensor.ts';
import { withDefaults, type Full, type OptimizerOptions } from './options.ts';
import { Optimizer, type ParamGroup, type Params } from './optimizer.ts';

/** The options of {@link Rprop}; the rate, the size of the first step, is 0.01 unless said otherwise. */
export interface RpropOptions extends Partial<OptimizerOptions> {
  /** Factors of the step size where the sign of the gradient changed, in (0, 1), and where it did not, above 1. */
  etas?: readonly [number, number];
  /** The smallest and the largest step; 10⁻⁶ and 50 unless said otherwise. */
  stepSizes?: readonly [number, number];
}

/**
 * Riedmiller and Braun (1993): only the sign of the gradient counts; each element has its own step,
 * which grows while the sign stays. Throws ValueError if the etas are out of range, or the rate below 0.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.Rprop.html
 */
export class Rprop extends Optimizer<Full<RpropOptions>, [previous: Tensor, size: Tensor]> {
  constructor(params: Params<Full<RpropOptions>>, options: RpropOptions = {}) {
    const { etas = [0.5, 1.2], stepSizes = [1e-6, 50] } = options;
    const [minus, plus] = etas;
    if (!(minus > 0 && minus < 1 && plus > 1)) {
      throw new ValueError(`Invalid eta values: ${floatRepr(minus)}, ${floatRepr(plus)}`);
    }
    super(params, withDefaults('Rprop', { lr: 1e-2, etas, stepSizes }, options), 2);
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    { lr, etas: [minus, plus], stepSizes: [min, max] }: ParamGroup<Full<RpropOptions>>,
    [previous, size]: [Tensor, Tensor],
    step: number,
  ): void {
    if (step === 1) size.fill_(lr);
    const agreement = grad.mul(previous);
    const turned = agreement.lt(0);
    const factor = onesLike(grad).maskedFill(agreement.gt(0), plus).maskedFill(turned, minus);
    size.copy_(size.mul(factor).clamp({ min, max }));
    previous.copy_(grad.maskedFill(turned, 0));
    param.sub_(previous.sign().mul(size));
  }
}
