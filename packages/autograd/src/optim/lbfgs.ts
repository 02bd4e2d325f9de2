import { ValueError } from '../core/errors.ts';
import { enableGrad, noGrad } from '../core/grad-mode.ts';
import { elements } from '../core/make.ts';
import { tensor } from '../create.ts';
import type { Tensor } from '../tensor.ts';
import type { Closure } from './optimizer.ts';
import { strongWolfe } from './strong-wolfe.ts';
import { add, dot, largest, scale, sum, type Vector } from './vector.ts';

export interface LBFGSOptions {
  lr?: number;
  /** Iterations in one step. */
  maxIter?: number;
  /** Evaluations in one step; maxIter · 5/4 unless said otherwise. */
  maxEval?: number;
  /** Ends where no element of the gradient is larger. */
  toleranceGrad?: number;
  /** Ends where neither the step nor the loss changes more. */
  toleranceChange?: number;
  /** How many past steps shape the direction. */
  historySize?: number;
  /** Searches along each direction instead of taking a step of size lr. */
  lineSearchFn?: 'strong_wolfe' | null;
}

/** What one step leaves for the next. */
interface LBFGSState {
  iterations: number;
  evaluations: number;
  direction: Vector;
  rate: number;
  steps: Vector[];
  changes: Vector[];
  curvatures: number[];
  scaling: number;
  lastGradient: Vector;
  lastLoss: number;
}

interface Progress {
  loss: number;
  gradient: Vector;
  evaluations: number;
}

/**
 * Limited-memory BFGS (Nocedal, 1980): Newton's direction from the last few steps and changes of the
 * gradient. It calls the closure several times a step, and has one group of parameters.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.LBFGS.html
 */
export class LBFGS {
  readonly paramGroups: [
    Required<LBFGSOptions> & { params: Tensor[]; lr: number; initialLr?: number },
  ];
  private state: LBFGSState | undefined;

  constructor(params: Iterable<Tensor>, options: LBFGSOptions = {}) {
    const { maxIter = 20, lr = 1 } = options;
    const defaults = {
      lr,
      maxIter,
      maxEval: Math.floor((maxIter * 5) / 4),
      toleranceGrad: 1e-7,
      toleranceChange: 1e-9,
      historySize: 100,
      lineSearchFn: null,
    };
    const list = [...params];
    if (list.length === 0) throw new ValueError('optimizer got an empty parameter list');
    this.paramGroups = [{ ...defaults, ...options, params: list }];
  }

  /** Forgets all gradients. */
  zeroGrad(): void {
    for (const param of this.paramGroups[0].params) param.grad = null;
  }

  /** How often the closure was called, over all steps. */
  get closureCalls(): number {
    return this.state?.evaluations ?? 0;
  }

  private gradient(): Vector {
    return this.paramGroups[0].params.flatMap((param) =>
      param.grad === null ? new Array<number>(param.numel()).fill(0) : [...elements(param.grad)],
    );
  }

  private position(): Vector {
    return this.paramGroups[0].params.flatMap((param) => [...elements(param)]);
  }

  private moveTo(position: Vector): void {
    let offset = 0;
    for (const param of this.paramGroups[0].params) {
      const part = position.slice(offset, offset + param.numel());
      param.copy_(tensor(part, { dtype: param.dtype }).reshape([...param.shape]));
      offset += param.numel();
    }
  }

  /** One step of up to `maxIter` iterations. Returns the loss before it. */
  step(closure: Closure): Tensor {
    return noGrad(() => {
      const { maxIter, maxEval, toleranceGrad } = this.paramGroups[0];
      const first = enableGrad(closure);
      const now: Progress = { loss: first.item(), gradient: this.gradient(), evaluations: 1 };
      const state = (this.state ??= freshState());
      state.evaluations++;
      if (largest(now.gradient) <= toleranceGrad) return first;
      for (let i = 1; i <= maxIter; i++) {
        const goesOn = this.iterate(closure, state, now, i);
        if (!goesOn || i === maxIter || now.evaluations >= maxEval) break;
      }
      return first;
    });
  }

  /** One direction and the step along it; whether there is more to gain. */
  private iterate(closure: Closure, state: LBFGSState, now: Progress, i: number): boolean {
    const { lr, historySize, toleranceGrad, toleranceChange, lineSearchFn } = this.paramGroups[0];
    state.iterations++;
    updateDirection(state, now.gradient, historySize);
    state.lastGradient = now.gradient;
    state.lastLoss = now.loss;
    state.rate =
      state.iterations === 1 ? Math.min(1, 1 / sum(now.gradient.map(Math.abs))) * lr : lr;
    const slope = dot(now.gradient, state.direction);
    if (slope > -toleranceChange) return false;
    if (lineSearchFn === 'strong_wolfe') this.search(closure, state, now, slope);
    else this.fixedStep(closure, state, now, i);
    if (largest(now.gradient) <= toleranceGrad) return false;
    if (largest(scale(state.direction, state.rate)) <= toleranceChange) return false;
    return Math.abs(now.loss - state.lastLoss) >= toleranceChange;
  }

  private fixedStep(closure: Closure, state: LBFGSState, now: Progress, i: number): void {
    this.moveTo(add(this.position(), state.direction, state.rate));
    if (i === this.paramGroups[0].maxIter) return;
    now.loss = enableGrad(closure).item();
    now.gradient = this.gradient();
    this.count(state, now, 1);
  }

  private search(closure: Closure, state: LBFGSState, now: Progress, slope: number): void {
    const start = this.position();
    const evaluate = (rate: number) => {
      this.moveTo(add(start, state.direction, rate));
      const loss = enableGrad(closure).item();
      return { loss, gradient: this.gradient() };
    };
    const { toleranceChange } = this.paramGroups[0];
    const found = strongWolfe(evaluate, {
      rate: state.rate,
      direction: state.direction,
      loss: now.loss,
      gradient: now.gradient,
      slope,
      toleranceChange,
    });
    this.moveTo(add(start, state.direction, found.rate));
    state.rate = found.rate;
    now.loss = found.loss;
    now.gradient = found.gradient;
    this.count(state, now, found.evaluations);
  }

  private count(state: LBFGSState, now: Progress, evaluations: number): void {
    now.evaluations += evaluations;
    state.evaluations += evaluations;
  }
}

function freshState(): LBFGSState {
  return {
    iterations: 0,
    evaluations: 0,
    direction: [],
    rate: 0,
    steps: [],
    changes: [],
    curvatures: [],
    scaling: 1,
    lastGradient: [],
    lastLoss: 0,
  };
}

/** The two-loop recursion: −H g for the inverse Hessian that the remembered steps describe. */
function updateDirection(state: LBFGSState, gradient: Vector, historySize: number): void {
  if (state.iterations === 1) {
    state.direction = scale(gradient, -1);
    return;
  }
  remember(state, gradient, historySize);
  const { steps, changes, curvatures } = state;
  const weights = new Array<number>(steps.length);
  let direction = scale(gradient, -1);
  for (let k = steps.length - 1; k >= 0; k--) {
    const weight = dot(steps[k] as Vector, direction) * (curvatures[k] as number);
    weights[k] = weight;
    direction = add(direction, changes[k] as Vector, -weight);
  }
  direction = scale(direction, state.scaling);
  for (let k = 0; k < steps.length; k++) {
    const back = dot(changes[k] as Vector, direction) * (curvatures[k] as number);
    direction = add(direction, steps[k] as Vector, (weights[k] as number) - back);
  }
  state.direction = direction;
}

function remember(state: LBFGSState, gradient: Vector, historySize: number): void {
  const change = add(gradient, state.lastGradient, -1);
  const step = scale(state.direction, state.rate);
  const curvature = dot(change, step);
  if (curvature <= 1e-10) return;
  if (state.steps.length === historySize) {
    state.steps.shift();
    state.changes.shift();
    state.curvatures.shift();
  }
  state.steps.push(step);
  state.changes.push(change);
  state.curvatures.push(1 / curvature);
  state.scaling = curvature / dot(change, change);
}
