import { ValueError } from '../core/errors.ts';
import { enableGrad, noGrad } from '../core/grad-mode.ts';
import type { Tensor } from '../core/tensor.ts';
import { type Closure, Optimizer, type ParamGroup, type Params } from './optimizer.ts';
import { type OptimizerOptions, requireKinds } from './options.ts';
import { type Point, strongWolfe } from './strong-wolfe.ts';
import { add, dot, gradientOf, largest, moveTo, positionOf, scale, type Vector } from './vector.ts';

/** The options of {@link LBFGS}. */
export interface LBFGSOptions {
  /** How far to go along a direction, or to begin the search there; 1 unless said otherwise. */
  lr?: number;
  /** Iterations in one step; 20 unless said otherwise. */
  maxIter?: number;
  /** Evaluations in one step; maxIter · 5/4 unless said otherwise. */
  maxEval?: number;
  /** Ends where no element of the gradient is larger; 10⁻⁷ unless said otherwise. */
  toleranceGrad?: number;
  /** Ends where the step, the change of the loss or the slope is no larger; 10⁻⁹ unless said otherwise. */
  toleranceChange?: number;
  /** How many past steps shape the direction; 100 unless said otherwise. */
  historySize?: number;
  /** Searches along each direction instead of taking a step of size lr. */
  lineSearchFn?: 'strong_wolfe' | null;
}

/** The loss and its gradient. */
type Here = readonly [loss: number, gradient: Vector];

type Full = LBFGSOptions & Pick<OptimizerOptions, 'lr'>;

/** A past step, the change of the gradient along it, and 1 over the product of both. */
type Past = readonly [step: Vector, change: Vector, inverse: number];

/**
 * Limited-memory BFGS (Nocedal, 1980): Newton's direction from the last few steps and changes of the
 * gradient. It calls the closure several times a step. Throws ValueError for more than one group of parameters.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.LBFGS.html
 */
export class LBFGS extends Optimizer<Full> {
  declare readonly paramGroups: [ParamGroup<Full>];
  #closureCalls = 0;
  #past: Past[] = [];
  #scaling = 1;
  #direction: Vector = [];
  #rate = 0;
  #lastGradient: Vector | undefined;

  constructor(params: Params<Full>, options: LBFGSOptions = {}) {
    const { maxIter = 20 } = options;
    const defaults = {
      lr: 1,
      maxIter,
      maxEval: Math.floor((maxIter * 5) / 4),
      toleranceGrad: 1e-7,
      toleranceChange: 1e-9,
      historySize: 100,
      lineSearchFn: null,
    };
    requireKinds('LBFGS', defaults, options);
    super(params, {
      ...defaults,
      ...options,
    });
    const groups: readonly unknown[] = this.paramGroups;
    if (groups.length !== 1) {
      throw new ValueError("LBFGS doesn't support per-parameter options (parameter groups)");
    }
  }

  /** How often the closure was called, over all steps. */
  get closureCalls(): number {
    return this.#closureCalls;
  }

  // All parameters move together, in `step`.
  protected update(): void {}

  /** One step of up to `maxIter` iterations. Returns the loss before it. */
  override step(closure: Closure): Tensor {
    const [{ params, maxIter, maxEval }] = this.paramGroups;
    const mostCalls = this.#closureCalls + maxEval;
    const evaluate = () => {
      this.#closureCalls++;
      return enableGrad(closure);
    };
    return noGrad(() => {
      const first = evaluate();
      let here: Here | undefined = [first.item(), gradientOf(params)];
      for (let left = maxIter; left > 0 && here !== undefined; left--) {
        here = this.#iterate(evaluate, here, left === 1);
        if (this.#closureCalls >= mostCalls) break;
      }
      return first;
    });
  }

  /** One direction and the step along it; nothing where there is no more to gain. */
  #iterate(evaluate: Closure, [loss, gradient]: Here, isLast: boolean): Here | undefined {
    const [{ params, toleranceGrad, toleranceChange, lineSearchFn }] = this.paramGroups;
    if (largest(gradient) <= toleranceGrad) return undefined;
    this.#turn(gradient);
    const direction = this.#direction;
    const slope = dot(gradient, direction);
    if (slope > -toleranceChange) return undefined;
    const start = positionOf(params);
    const at = (rate: number): Point => {
      moveTo(params, add(start, direction, rate));
      const found = evaluate().item();
      const there = gradientOf(params);
      return [rate, found, dot(there, direction), there];
    };
    let end: Point = [this.#rate, loss, slope, gradient];
    if (lineSearchFn === 'strong_wolfe') {
      const size = largest(direction);
      const isShort = (span: number) => Math.abs(span) * size < toleranceChange;
      end = strongWolfe(at, [0, loss, slope, gradient], this.#rate, isShort);
    } else if (!isLast) end = at(this.#rate);
    const [rate, endLoss, , endGradient] = end;
    this.#rate = rate;
    moveTo(params, add(start, direction, rate));
    const isStill = largest(scale(direction, rate)) <= toleranceChange;
    if (isStill || Math.abs(endLoss - loss) < toleranceChange) return undefined;
    return [endLoss, endGradient];
  }

  /** The two-loop recursion: −H g for the inverse Hessian that the remembered steps describe. */
  #turn(gradient: Vector): void {
    const [{ lr }] = this.paramGroups;
    if (this.#lastGradient === undefined) {
      this.#rate = Math.min(1, 1 / gradient.reduce((sum, x) => sum + Math.abs(x), 0)) * lr;
    } else {
      this.#remember(add(gradient, this.#lastGradient, -1));
      this.#rate = lr;
    }
    this.#lastGradient = gradient;
    const weights: number[] = [];
    const inner = this.#past.reduceRight(
      (direction, [step, change, inverse], k) => {
        weights[k] = dot(step, direction) * inverse;
        return add(direction, change, -weights[k]);
      },
      scale(gradient, -1),
    );
    this.#direction = this.#past.reduce(
      (direction, [step, change, inverse], k) => {
        const back = dot(change, direction) * inverse;
        return add(direction, step, (weights[k] as number) - back);
      },
      scale(inner, this.#scaling),
    );
  }

  /** Keeps the last step and the change of the gradient along it, if the loss curves upward. */
  #remember(change: Vector): void {
    const step = scale(this.#direction, this.#rate);
    const curvature = dot(change, step);
    if (curvature <= 1e-10) return;
    if (this.#past.length === this.paramGroups[0].historySize) this.#past.shift();
    this.#past.push([step, change, 1 / curvature]);
    this.#scaling = curvature / dot(change, change);
  }
}
