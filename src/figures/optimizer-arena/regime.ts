import { at } from '../shared/at.ts';
import { type CriticalPoint, criticalPointNear } from '../shared/critical-point.ts';
import type { Place, Trajectory } from './trajectory.ts';

/** What became of an optimiser, as the figure answers. */
export type Regime =
  | 'undefined at the start'
  | 'no Newton step'
  | 'diverges'
  | 'leaves the domain of f'
  | 'arrives at a minimum'
  | 'stands at a saddle'
  | 'stands at a maximum'
  | 'stands where f is nearly level'
  | 'bounces around a minimum'
  | 'falls ever faster'
  | 'ends higher than it began'
  | 'still on its way';

/** A gradient shorter than this moves nobody who follows it. */
const flat = 1e-3;
/** Further than any picture. */
const far = 50;

/** The regime, given whether it arrived, and its distance to the nearest known minimum at each place. */
export function regimeOf(
  f: string,
  { places, stopped }: Trajectory,
  arrived: boolean,
  distances: readonly number[],
): Regime {
  const [first] = places;
  if (!first) return 'undefined at the start';
  const last = at(places, -1);
  if (stopped) return lost(last, stopped.lost);
  if (arrived) return 'arrives at a minimum';
  if (last.value > 100 * Math.max(Math.abs(first.value), 1)) return 'diverges';
  const norm = Math.hypot(last.dx, last.dy);
  if (norm < flat) return standing[criticalPointNear(f, last)];
  if (Math.hypot(last.x, last.y) > far && last.value < first.value) return 'falls ever faster';
  if (last.value > first.value) return 'ends higher than it began';
  return bounces(places, distances) ? 'bounces around a minimum' : 'still on its way';
}

function lost(last: Place, cause: string): Regime {
  if (cause === 'singular') return 'no Newton step';
  const ran = cause === 'position' || Math.hypot(last.x, last.y) > far || last.value > 1e6;
  return ran ? 'diverges' : 'leaves the domain of f';
}

const standing: Record<CriticalPoint, Regime> = {
  minimum: 'arrives at a minimum',
  saddle: 'stands at a saddle',
  maximum: 'stands at a maximum',
  'nearly level': 'stands where f is nearly level',
};

/** In its last quarter it comes no nearer than before, though every step or other turns back. */
function bounces(places: readonly Place[], distances: readonly number[]): boolean {
  const quarter = Math.floor(places.length / 4);
  if (quarter < 4 || distances.length === 0 || at(distances, -1) > 1) return false;
  const before = Math.min(...distances.slice(-2 * quarter, -quarter));
  const turns = places.slice(-quarter).filter(({ dx, dy }, index, all) => {
    const previous = all[index - 1];
    return previous !== undefined && dx * previous.dx + dy * previous.dy < 0;
  });
  return Math.min(...distances.slice(-quarter)) > 0.9 * before && turns.length > quarter / 3;
}
