import { kindOf } from '../core/check.ts';
import { ValueError } from '../core/errors.ts';
import { enableGrad, noGrad } from '../core/grad-mode.ts';
import { typeName } from '../core/dtype.ts';
import { zerosLike } from '../core/constant.ts';
import { Tensor } from '../core/tensor.ts';
import type { OptimizerOptions } from './options.ts';

/** Parameters that share their options. Schedulers write to `lr` and remember it in `initialLr`. */
export type ParamGroup<Options> = Required<Options> & { params: Tensor[]; initialLr?: number };

/** A group of parameters as it is given, with options of its own. */
export type GivenGroup<Options> = { params: Tensor | Iterable<Tensor> } & Partial<Options>;

/** Parameters, or groups of them. */
export type Params<Options> = Iterable<Tensor> | Iterable<GivenGroup<Options>>;

/** Forgets the gradients, computes the loss anew, goes back from it, and gives it. */
export type Closure = () => Tensor;

/** What is kept for a parameter: how many steps it took, and averages of its gradients or the like. */
export interface ParamState<Buffers> {
  step: number;
  readonly buffers: Buffers;
}

/**
 * What all optimisers share: groups of parameters, and one state for each parameter.
 * Throws TypeError if given a tensor instead of a list, ValueError if the list is empty, or as `addParamGroup`.
 *
 * @see https://docs.pytorch.org/docs/stable/optim.html#torch.optim.Optimizer
 */
export abstract class Optimizer<Options extends OptimizerOptions, Buffers = unknown> {
  /** The parameters with their options, which the next step reads: set `lr` here to change the rate. */
  readonly paramGroups: ParamGroup<Options>[] = [];
  /** What is kept for each parameter that has taken a step. */
  readonly state = new Map<Tensor, ParamState<Buffers>>();
  /** The options of groups that have none of their own. */
  readonly defaults: Required<Options>;
  readonly #bufferCount: number;

  /** Each parameter has `bufferCount` buffers like itself, at first zero. */
  constructor(params: Params<Options>, defaults: Required<Options>, bufferCount = 0) {
    this.defaults = defaults;
    this.#bufferCount = bufferCount;
    if (params instanceof Tensor) {
      throw new TypeError(
        'params argument given to the optimizer should be an iterable of Tensors or dicts, but got ' +
          `torch.${typeName(params.dtype)}Tensor`,
      );
    }
    const list = [...params];
    if (list.length === 0) throw new ValueError('optimizer got an empty parameter list');
    const groups = list[0] instanceof Tensor ? [{ params: list }] : list;
    for (const group of groups as GivenGroup<Options>[]) this.addParamGroup(group);
  }

  /** Adds parameters with options of their own. Throws ValueError if one is no leaf, or in another group. */
  addParamGroup(group: GivenGroup<Options>): void {
    const params = group.params instanceof Tensor ? [group.params] : [...group.params];
    const known = new Set(this.paramGroups.flatMap((other) => other.params));
    for (const param of params) {
      if (!(param instanceof Tensor)) {
        throw new TypeError(
          `optimizer can only optimize Tensors, but one of the params is ${kindOf(param)}`,
        );
      }
      if (!param.isLeaf) throw new ValueError("can't optimize a non-leaf Tensor");
      if (known.has(param)) {
        throw new ValueError('some parameters appear in more than one parameter group');
      }
    }
    const full = { ...this.defaults, ...group, params };
    if (Number.isNaN(full.lr)) {
      throw new ValueError(
        "parameter group didn't specify a value of required optimization parameter lr",
      );
    }
    this.paramGroups.push(full);
  }

  /** Forgets all gradients: they are null. */
  zeroGrad(): void {
    for (const { params } of this.paramGroups) for (const param of params) param.grad = null;
  }

  /** Changes one parameter in place. `grad` has weight decay already; `step` counts from 1. */
  protected abstract update(
    param: Tensor,
    grad: Tensor,
    group: ParamGroup<Options>,
    buffers: Buffers,
    step: number,
  ): void;

  /** The gradient with weight decay. */
  protected decay(
    param: Tensor,
    grad: Tensor,
    { weightDecay }: Required<OptimizerOptions>,
  ): Tensor {
    return grad.add(param, { alpha: weightDecay });
  }

  /**
   * Takes one step with the gradients as they are, after calling `closure`, whose loss it returns. Parameters
   * change in place; those without a gradient stay.
   */
  step(closure?: Closure): Tensor | undefined {
    const loss = closure && enableGrad(closure);
    noGrad(() => {
      for (const group of this.paramGroups) {
        for (const param of group.params) this.#stepParameter(param, group);
      }
    });
    return loss;
  }

  #stepParameter(param: Tensor, group: ParamGroup<Options>): void {
    if (param.grad === null) return;
    let grad: Tensor = param.grad.detach();
    const shared = group as Required<OptimizerOptions>;
    if (shared.maximize) grad = grad.neg();
    if (shared.weightDecay !== 0) grad = this.decay(param, grad, shared);
    let state = this.state.get(param);
    if (state === undefined) {
      const buffers = Array.from({ length: this.#bufferCount }, () => zerosLike(param));
      state = { step: 0, buffers: buffers as Buffers };
      this.state.set(param, state);
    }
    this.update(param, grad, group, state.buffers, ++state.step);
  }
}
