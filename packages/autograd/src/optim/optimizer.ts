import { ValueError } from '../core/errors.ts';
import { enableGrad, noGrad } from '../core/grad-mode.ts';
import { typeName } from '../core/dtype.ts';
import { floatRepr } from '../format/python-float.ts';
import { Tensor } from '../tensor.ts';

/** What every optimiser has. */
export interface OptimizerOptions {
  /** The learning rate. */
  lr: number;
  /** A multiple of the parameter that is added to its gradient. */
  weightDecay?: number;
  /** Ascend instead of descend. */
  maximize?: boolean;
}

/** Parameters that share their options. Schedulers write to `lr` and remember it in `initialLr`. */
export type ParamGroup<Options> = Required<Options> & { params: Tensor[]; initialLr?: number };

/** Parameters, or groups of them with options of their own. */
export type Params<Options> =
  Iterable<Tensor> | Iterable<{ params: Tensor | Iterable<Tensor> } & Partial<Options>>;

/** Computes the loss anew, with gradients. */
export type Closure = () => Tensor;

function toList(params: Tensor | Iterable<Tensor>): Tensor[] {
  return params instanceof Tensor ? [params] : [...params];
}

/** Throws what PyTorch throws where a number lies outside its range. */
export function requireRange(name: string, value: number, holds: boolean): void {
  if (!holds) throw new ValueError(`Invalid ${name}: ${floatRepr(value)}`);
}

/** Both betas of an optimiser of Adam's family lie in [0, 1). */
export function requireBetas(betas: readonly number[]): void {
  betas.forEach((beta, i) => {
    requireRange(`beta parameter at index ${i}`, beta, beta >= 0 && beta < 1);
  });
}

/**
 * What all optimisers share: groups of parameters, and one state for each parameter.
 *
 * @see https://docs.pytorch.org/docs/stable/optim.html
 */
export abstract class Optimizer<Options extends OptimizerOptions, State> {
  readonly paramGroups: ParamGroup<Options>[] = [];
  readonly state = new Map<Tensor, State>();
  readonly defaults: Required<Options>;

  constructor(params: Params<Options>, defaults: Required<Options>) {
    this.defaults = defaults;
    if (defaults.lr === undefined) {
      throw new ValueError(
        "parameter group didn't specify a value of required optimization parameter lr",
      );
    }
    requireRange('learning rate', defaults.lr, defaults.lr >= 0);
    const { weightDecay } = defaults as Required<OptimizerOptions>;
    requireRange('weight_decay value', weightDecay, weightDecay >= 0);
    if (params instanceof Tensor) {
      throw new TypeError(
        'params argument given to the optimizer should be an iterable of Tensors or dicts, but got ' +
          `torch.${typeName(params.dtype)}Tensor`,
      );
    }
    const list = [...params];
    if (list.length === 0) throw new ValueError('optimizer got an empty parameter list');
    const tensors = list.filter((item) => item instanceof Tensor);
    if (tensors.length === list.length) this.addGroup(tensors, {});
    else {
      for (const group of list) {
        if (!(group instanceof Tensor)) this.addParamGroup(group);
      }
    }
  }

  /** Adds parameters with options of their own. */
  addParamGroup(group: { params: Tensor | Iterable<Tensor> } & Partial<Options>): void {
    const { params, ...options } = group;
    this.addGroup(toList(params), options as unknown as Partial<Options>);
  }

  private addGroup(params: Tensor[], options: Partial<Options>): void {
    const known = new Set(this.paramGroups.flatMap((group) => group.params));
    for (const param of params) {
      if (!param.isLeaf) throw new ValueError("can't optimize a non-leaf Tensor");
      if (known.has(param)) {
        throw new ValueError('some parameters appear in more than one parameter group');
      }
    }
    this.paramGroups.push({ ...this.defaults, ...options, params });
  }

  /** Forgets all gradients. */
  zeroGrad(): void {
    for (const { params } of this.paramGroups) for (const param of params) param.grad = null;
  }

  /** What is kept for a parameter before its first step. */
  protected abstract initialState(param: Tensor, group: ParamGroup<Options>): State;

  /** Changes one parameter in place. `grad` has weight decay already, unless `decaysGradient` says no. */
  protected abstract update(
    param: Tensor,
    grad: Tensor,
    state: State,
    group: ParamGroup<Options>,
  ): void;

  /** Whether weight decay is part of the gradient. */
  protected get decaysGradient(): boolean {
    return true;
  }

  /** Takes one step with the gradients as they are, after calling `closure`, whose loss it returns. */
  step(closure?: Closure): Tensor | undefined {
    const loss = closure === undefined ? undefined : enableGrad(closure);
    noGrad(() => {
      for (const group of this.paramGroups) {
        for (const param of group.params) this.stepParameter(param, group);
      }
    });
    return loss;
  }

  private stepParameter(param: Tensor, group: ParamGroup<Options>): void {
    if (param.grad === null) return;
    let grad: Tensor = param.grad.detach();
    if (group.maximize) grad = grad.neg();
    const { weightDecay } = group as Required<OptimizerOptions>;
    if (this.decaysGradient && weightDecay !== 0) grad = grad.add(param, { alpha: weightDecay });
    let state = this.state.get(param);
    if (state === undefined) {
      state = this.initialState(param, group);
      this.state.set(param, state);
    }
    this.update(param, grad, state, group);
  }
}
