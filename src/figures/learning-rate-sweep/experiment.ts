import { parse } from '@calculus/expression';
import { at } from '../shared/at.ts';
import type { Control, Position, Range, Sample, Work } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { decades, niceRange } from '../shared/nice-range.ts';
import { secondDerivatives } from '../shared/second-derivatives.ts';
import { exhaust } from '../shared/work.ts';
import { landscapes, startOn } from './landscapes.ts';
import { isSchedule, schedules } from './schedules.ts';
import { type Edge, type Sweep, rateRange, sweep } from './sweep.ts';
import { type Course, type Descent, descend } from './trajectory.ts';

export interface Params {
  f: string;
  schedule: string;
  steps: number;
  rate: number;
  x: number;
  y: number;
}

export const defaults: Params = {
  f: '(x^2+10y^2)/2',
  schedule: 'constant',
  steps: 100,
  rate: 0.05,
  x: 2,
  y: 1,
};

export const controls = {
  f: { label: 'Landscape', symbol: 'f', role: 'function', options: landscapes, own: ['x', 'y'] },
  schedule: {
    label: 'Schedule',
    role: 'rate',
    options: Object.entries(schedules).map(([value, { label }]) => ({ value, label })),
  },
  steps: { label: 'Steps', min: 10, max: 200, step: 10 },
  rate: { label: 'Learning rate', symbol: 'η', ...rateRange, scale: 'log', role: 'rate' },
  x: { label: 'Start x', min: -4, max: 4, step: 0.1, role: 'input' },
  y: { label: 'Start y', min: -4, max: 4, step: 0.1, role: 'input' },
} as const satisfies Record<keyof Params, Control>;

/** Each landscape has its own start until a reader chooses another; a formula of one's own has that of the bowl. */
export const follow = ({ f }: Params): Pick<Params, 'x' | 'y'> =>
  startOn(f) ?? { x: defaults.x, y: defaults.y };

/** Where every rate of the sweep ends. */
export interface Outcome {
  rate: number;
  /** Null where a number was lost. */
  loss: number | null;
  lostAt: number | null;
}

/** The largest eigenvalue of the Hessian at a point, and 2/λ where that is positive. */
export interface Curvature {
  point: Position;
  lambda: number;
  limit: number | null;
}

export interface Result {
  outcomes: Outcome[];
  edge: Edge;
  /** At the lowest point that a run ended at, and at the start; null where f cannot be differentiated twice. */
  predicted: Curvature | null;
  predictedAtStart: Curvature | null;
  /** The run with the chosen rate. */
  chosen: Descent;
  /** Final loss against rate as drawn: null, a gap, where a number was lost; zero lies at the foot. */
  curve: Sample[];
  lossScale: 'log' | 'linear';
  lossRange: Range;
  /** The chosen run's losses and rates over its steps, as drawn. */
  lossCurve: Sample[];
  rateCurve: Sample[];
  stepRange: Range;
  scheduleRange: Range;
}

export const run = (params: Params): Result => exhaust(work(params));

/** Gradient descent with every rate, in float64. Throws ExpressionError, RangeError. */
export function* work(params: Params): Work<Result> {
  const course = courseOf(params);
  const swept = yield* sweepOnce(course, JSON.stringify({ ...params, rate: null }));
  const chosen = descend(course, params.rate);
  const outcomes = swept.descents.map(outcomeOf);
  return {
    outcomes,
    edge: swept.edge,
    predicted: swept.lowest && curvatureAt(params.f, swept.lowest.end),
    predictedAtStart: curvatureAt(params.f, course.start),
    chosen,
    ...pictureOf(outcomes, chosen),
    stepRange: { min: 0, max: course.steps },
    rateCurve: chosen.rates.map((y, x) => ({ x, y })),
    scheduleRange: niceRange(0, Math.max(params.rate, ...chosen.rates)),
  };
}

function courseOf(params: Params): Course {
  requireFinite('learning-rate-sweep', params);
  const { f, schedule, x, y } = params;
  if (!isSchedule(schedule))
    throw new RangeError(
      `learning-rate-sweep: schedule must be one of ${Object.keys(schedules).join(', ')}, got ${schedule}`,
    );
  const expression = parse(f, { variables: ['x', 'y'] });
  return { expression, start: { x, y }, schedule, steps: Math.round(params.steps) };
}

let last: { key: string; swept: Sweep } | null = null;

/** The sweep does not depend on the rate that is looked at, so it is kept while that moves. */
function* sweepOnce(course: Course, key: string): Work<Sweep> {
  if (last?.key === key) return last.swept;
  const swept = yield* sweep(course);
  last = { key, swept };
  return swept;
}

const outcomeOf = ({ rate, losses, lostAt }: Descent): Outcome => ({
  rate,
  loss: lostAt === null ? at(losses, -1) : null,
  lostAt,
});

function curvatureAt(f: string, point: Position): Curvature | null {
  const { eigenvalues } = secondDerivatives(f, { x: point.x, y: point.y });
  const lambda = at(eigenvalues, -1);
  if (!Number.isFinite(lambda)) return null;
  return { point, lambda, limit: lambda > 0 ? 2 / lambda : null };
}

/** Loss axes: powers of ten while no loss is negative, at most 14 of them below the first. */
function pictureOf(
  outcomes: readonly Outcome[],
  { losses }: Descent,
): Pick<Result, 'curve' | 'lossCurve' | 'lossScale' | 'lossRange'> {
  const finals = outcomes.flatMap(({ loss }) => (loss === null ? [] : [loss]));
  const first = losses[0] ?? 1;
  const known = [...finals, ...losses];
  const log = first > 0 && !known.some((loss) => loss < 0);
  const ceiling = log ? 1000 * first : first + 2 * Math.abs(first - Math.min(...known)) + 1;
  const seen = known.filter((loss) => loss <= ceiling);
  const lowest = Math.max(1e-14 * first, Math.min(first, ...seen.filter((loss) => loss > 0)));
  const lossRange = log ? decades([lowest, ceiling]) : niceRange(Math.min(...seen), ceiling);
  const drawn = (loss: number) => (log ? Math.max(lossRange.min, loss) : loss);
  return {
    lossScale: log ? 'log' : 'linear',
    lossRange,
    curve: outcomes.map(({ rate, loss }) => ({ x: rate, y: loss === null ? null : drawn(loss) })),
    lossCurve: losses.map((loss, x) => ({ x, y: drawn(loss) })),
  };
}
