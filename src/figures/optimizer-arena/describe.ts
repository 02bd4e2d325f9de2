import type { Position } from '../shared/contract.ts';
import { formatted } from '../shared/format.ts';
import { formattedVector } from '../shared/text.ts';
import { at } from '../shared/at.ts';
import type { Params, Result } from './experiment.ts';
import { labels } from './optimizers.ts';
import { type Runner, tolerance } from './runner.ts';

/** Who won, then everybody who did not arrive, with step and cause. */
export function describe(params: Params, result: Result): string {
  const { runners } = result;
  if (runners.length === 0) return 'No optimizer is chosen: tick one to let it run.';
  if (runners.every(({ places }) => places.length === 0))
    return `f has no value or no gradient at ${formattedVector([params.x, params.y])}: there is nothing to descend from.`;
  return [winner(result), ...runners.map(remark).filter((words) => words !== '')].join(' ');
}

/** Who is lowest then; one that stopped before is where it stopped. */
export function describeStep({ runners }: Result, step: number): string {
  const [lowest] = runners
    .filter(({ places }) => places.length > 0)
    .map(({ name, places }) => ({ name, place: places[step] ?? at(places, -1) }))
    .toSorted((a, b) => a.place.value - b.place.value);
  if (!lowest) return 'nobody has a place.';
  const { name, place } = lowest;
  return `${labels[name]} is lowest, at ${formattedVector([place.x, place.y])}, where f is ${formatted(place.value)}.`;
}

const steps = (count: number) => `${String(count)} ${count === 1 ? 'step' : 'steps'}`;

function winner({ runners, best, lowest }: Result): string {
  const first = runners.find(({ name }) => name === best);
  if (!first) return 'No optimizer reached the end of its steps.';
  const name = labels[first.name];
  if (first.arrival !== null)
    return `${name} is first: after ${steps(first.arrival)} it stays within ${String(tolerance)} of a minimum.`;
  if (lowest === null)
    return `${name} ends lowest, at f = ${formatted(first.finalValue)}; no minimum is known.`;
  return `None arrives within ${String(tolerance)} of a minimum; ${name} ends nearest, ${formatted(first.distance)} away.`;
}

/** What is worth saying about one that did not arrive, or that Newton's Hessian was indefinite. */
function remark(runner: Runner): string {
  return [failure(runner), indefinite(runner)].filter((words) => words !== '').join(' ');
}

function failure({ name, regime, stopped, places }: Runner): string {
  const label = labels[name];
  const end = places.at(-1);
  const point = end ? formattedVector([end.x, end.y]) : '';
  if (stopped) return `${label} ${cause[stopped.lost](String(stopped.step))}`;
  if (regime === 'diverges')
    return `${label} diverges: ${firstRise(places)}its steps are too long.`;
  if (regime === 'stands at a saddle')
    return `${label} stands at the saddle ${point}, where the gradient is zero and f still falls in one direction.`;
  if (regime === 'stands at a maximum')
    return `${label} stands at the maximum ${point}, where the gradient is zero.`;
  if (regime === 'stands where f is nearly level')
    return `${label} stands at ${point}, where f is nearly level: the gradient is too short to move it.`;
  if (regime === 'bounces around a minimum')
    return `${label} bounces around a minimum: its steps do not shrink.`;
  if (regime === 'falls ever faster')
    return `${label} falls ever faster, as on a slope without a bottom.`;
  if (regime === 'ends higher than it began') return `${label} ends higher than it began.`;
  return '';
}

const cause: Record<'value' | 'gradient' | 'position' | 'singular', (step: string) => string> = {
  value: (step) => `stopped at step ${step}: it led to a point where f has no finite value.`,
  gradient: (step) => `stopped at step ${step}: it led to a point where f has no finite gradient.`,
  position: (step) => `diverged at step ${step}: its position left the range of float64.`,
  singular: (step) => `stopped at step ${step}: the Hessian has no inverse there.`,
};

function firstRise(places: Runner['places']): string {
  const rise = places.findIndex(
    ({ value }, step) => step > 0 && value > at(places, step - 1).value,
  );
  return rise > 0 ? `step ${String(rise - 1)} is the first that ends higher, ` : '';
}

function indefinite({ indefinite: found }: Runner): string {
  const [first] = found;
  if (first === undefined) return '';
  const when =
    found.length === 1
      ? `step ${String(first)}`
      : `${steps(found.length)}, first at step ${String(first)}`;
  return `Newton’s Hessian was not positive definite at ${when}: there its step can lead uphill.`;
}

/** What the coordinates of a step are multiplied by, as the picture's note. */
export function scaleText(scale: Position | null): string {
  if (scale === null) return 'scaled by a matrix';
  if (scale.x === 1 && scale.y === 1) return 'not scaled';
  return `x · ${formatted(scale.x, 3)}, y · ${formatted(scale.y, 3)}`;
}
