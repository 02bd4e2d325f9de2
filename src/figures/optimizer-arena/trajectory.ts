import {
  LinAlgError,
  type Tensor,
  enableGrad,
  grad,
  linalg,
  noGrad,
  stack,
  tensor,
} from '@calculus/autograd';
import { type Expression, evaluate, parse } from '@calculus/expression';
import { at } from '../shared/at.ts';
import type { Position, Work } from '../shared/contract.ts';
import { type Name, type Split, decay, stepper } from './optimizers.ts';

/** A place on the way, and the step from there. */
export interface Place extends Position {
  value: number;
  dx: number;
  dy: number;
}

/** Why there is no further step: a number left float64, f has no gradient, or H has no inverse. */
export type Lost = 'value' | 'gradient' | 'position' | 'singular';

export interface Trajectory {
  /** Before every step and after the last; all numbers finite. Empty where f has no value at the start. */
  places: Place[];
  /** Of the step that leads from each place to the next. */
  splits: Split[];
  /** The step that could not be taken, or whose end has no finite value. */
  stopped: { step: number; lost: Lost } | null;
  /** Newton: the steps taken with a Hessian that is not positive definite. */
  indefinite: number[];
  /** How many gradients of f had been asked for at each place. */
  evaluations: number[];
}

/** What a race is run with: one formula in x and y, one start, so many steps. */
export interface Course {
  f: string;
  start: Position;
  steps: number;
}

/** The trajectory of one optimiser in float64, as `torch.optim` takes it. Throws ExpressionError. */
export function trajectoryOf(name: Name, rate: number, course: Course): Work<Trajectory> {
  const expression = parse(course.f, { variables: ['x', 'y'] });
  return follow(moverOf(name, rate, expression, course.start), course.steps);
}

/** Something that stands at a place and can take a step. */
interface Mover {
  /** f and its gradient where it stands. */
  measure: () => Place;
  /** Takes a step from the place that was measured last, and tells its parts; 'singular' where there is none. */
  advance: (from: Place) => Split | 'singular';
  indefinite: () => boolean;
  evaluations: () => number;
}

/** Steps between two rests. */
const stretch = 20;

function* follow(mover: Mover, steps: number): Work<Trajectory> {
  const places: Place[] = [];
  const splits: Split[] = [];
  const indefinite: number[] = [];
  const evaluations: number[] = [];
  let here = enableGrad(mover.measure);
  let stopped = lostAt(here, 0);
  while (!stopped) {
    places.push(here);
    evaluations.push(mover.evaluations());
    const step = places.length - 1;
    if (step === steps) break;
    if (step % stretch === 0) yield step / steps;
    const from = here;
    const split = enableGrad(() => mover.advance(from));
    if (split === 'singular') stopped = { step, lost: split };
    else {
      if (mover.indefinite()) indefinite.push(step);
      here = enableGrad(mover.measure);
      stopped = lostAt(here, step);
      if (!stopped) splits.push(split);
    }
  }
  return { places, splits, stopped, indefinite, evaluations };
}

function lostAt({ x, y, value, dx, dy }: Place, step: number): Trajectory['stopped'] {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return { step, lost: 'position' };
  if (!Number.isFinite(value)) return { step, lost: 'value' };
  return Number.isFinite(dx) && Number.isFinite(dy) ? null : { step, lost: 'gradient' };
}

const moverOf = (name: Name, rate: number, f: Expression, start: Position): Mover =>
  name === 'newton' ? newton(rate, f, start) : optimised(name, rate, f, start);

const leaf = (value: number) => tensor(value, { dtype: 'float64', requiresGrad: true });
const zero = () => tensor(0, { dtype: 'float64' });

function optimised(
  name: Exclude<Name, 'newton'>,
  rate: number,
  f: Expression,
  start: Position,
): Mover {
  const [x, y] = [leaf(start.x), leaf(start.y)];
  const optimizer = stepper(name, [x, y], rate);
  let asked = 0;
  const closure = () => {
    asked += 1;
    x.grad = y.grad = null;
    const value = evaluate(f, { x, y });
    if (value.requiresGrad) value.backward();
    // A variable that the formula lacks has slope 0.
    x.grad ??= zero();
    y.grad ??= zero();
    return value;
  };
  const measure = (): Place => {
    const value = closure().item();
    // The step uses this gradient; only L-BFGS asks for it again.
    if (name === 'lbfgs') asked -= 1;
    return { x: x.item(), y: y.item(), value, dx: slopeOf(x), dy: slopeOf(y) };
  };
  const advance = (from: Place): Split => {
    optimizer.step(closure);
    const shrink = name === 'adamw' ? -rate * decay : 0;
    const decayed = { x: shrink * from.x, y: shrink * from.y };
    const moved = { x: x.item() - from.x - decayed.x, y: y.item() - from.y - decayed.y };
    return { ...optimizer.split({ x: from.dx, y: from.dy }, moved), decay: decayed };
  };
  return { measure, advance, indefinite: () => false, evaluations: () => asked };
}

const slopeOf = ({ grad: slope }: Tensor): number => slope?.item() ?? NaN;

/** x ← x − η H⁻¹ g, with g and H from autograd. */
function newton(rate: number, f: Expression, start: Position): Mover {
  const leaves = [leaf(start.x), leaf(start.y)] as const;
  const [x, y] = leaves;
  let slopes: Tensor[] = [];
  let indefinite = false;
  let evaluations = 0;
  const derivatives = (value: Tensor): Tensor[] =>
    value.requiresGrad
      ? grad(value, [...leaves], { createGraph: true, allowUnused: true }).map(
          (slope) => slope ?? zero(),
        )
      : [zero(), zero()];
  const measure = (): Place => {
    evaluations += 1;
    const value = evaluate(f, { x, y });
    slopes = derivatives(value);
    return {
      x: x.item(),
      y: y.item(),
      value: value.item(),
      dx: at(slopes, 0).item(),
      dy: at(slopes, 1).item(),
    };
  };
  const advance = (from: Place): Split | 'singular' => {
    const hessian = stack(slopes.map((slope) => stack(derivatives(slope)))).detach();
    const direction = solved(hessian, from);
    if (!direction) return 'singular';
    const [low] = linalg.eigvalsh(hessian).tolist() as [number, number];
    indefinite = low <= 0;
    noGrad(() => {
      x.sub_(direction[0], { alpha: rate });
      y.sub_(direction[1], { alpha: rate });
    });
    return {
      gradient: { x: x.item() - from.x, y: y.item() - from.y },
      momentum: { x: 0, y: 0 },
      decay: { x: 0, y: 0 },
      unscaled: { x: -rate * from.dx, y: -rate * from.dy },
      scale: null,
    };
  };
  return { measure, advance, indefinite: () => indefinite, evaluations: () => evaluations };
}

/** H⁻¹ g; null where H has no inverse. */
function solved(hessian: Tensor, { dx, dy }: Place): [Tensor, Tensor] | null {
  try {
    const solution = linalg.solve(hessian, tensor([dx, dy], { dtype: 'float64' }));
    return [solution.at(0), solution.at(1)];
  } catch (error) {
    if (error instanceof LinAlgError) return null;
    throw error;
  }
}
