import { ValueError } from '../core/errors.ts';
import { fullLike, zerosLike } from '../create.ts';
import { where } from '../ops/select.ts';
import type { Tensor } from '../tensor.ts';
import { floatRepr } from '../format/python-float.ts';
import { Optimizer, type OptimizerOptions, type ParamGroup, type Params } from './optimizer.ts';

export interface RpropOptions extends Partial<OptimizerOptions> {
  /** Factors of the step size where the sign of the gradient changed, and where it did not. */
  etas?: readonly [number, number];
  /** The smallest and the largest step. */
  stepSizes?: readonly [number, number];
}

type Full = OptimizerOptions & RpropOptions;

interface RpropState {
  previous: Tensor;
  size: Tensor;
}

/**
 * Riedmiller and Braun (1993): only the sign of the gradient counts; each element has its own step,
 * which grows while the sign stays.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.Rprop.html
 */
export class Rprop extends Optimizer<Full, RpropState> {
  constructor(params: Params<Full>, options: RpropOptions = {}) {
    const { lr = 1e-2, etas = [0.5, 1.2], stepSizes = [1e-6, 50] } = options;
    const [minus, plus] = etas;
    if (!(minus > 0 && minus < 1 && plus > 1)) {
      throw new ValueError(`Invalid eta values: ${floatRepr(minus)}, ${floatRepr(plus)}`);
    }
    super(params, { weightDecay: 0, maximize: false, ...options, lr, etas, stepSizes });
  }

  protected initialState(param: Tensor, group: ParamGroup<Full>): RpropState {
    return { previous: zerosLike(param), size: fullLike(param, group.lr) };
  }

  protected update(
    param: Tensor,
    grad: Tensor,
    state: RpropState,
    { etas, stepSizes: [min, max] }: ParamGroup<Full>,
  ): void {
    const agreement = grad.mul(state.previous);
    const [minus, plus] = etas.map((eta) => fullLike(grad, eta)) as [Tensor, Tensor];
    const still = fullLike(grad, 1);
    const factor = where(agreement.gt(0), plus, where(agreement.lt(0), minus, still));
    state.size = state.size.mul(factor).clamp({ min, max });
    state.previous = where(agreement.lt(0), zerosLike(grad), grad);
    param.sub_(state.previous.sign().mul(state.size));
  }
}
