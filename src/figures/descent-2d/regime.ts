import type { Position } from '../shared/contract.ts';
import type { LocalGeometry } from './local-geometry.ts';
import type { Step, Trajectory } from './trajectory.ts';

/** What became of a descent, as the figure answers. */
export type Regime =
  | 'undefined at the start'
  | 'no gradient at the start'
  | 'diverges'
  | 'leaves the domain of f'
  | 'arrives at a minimum'
  | 'stops at a saddle'
  | 'stops at a maximum'
  | 'stops where f is nearly level'
  | 'stops at a kink'
  | 'bounces forever'
  | 'zigzags downhill'
  | 'falls ever faster'
  | 'ends higher than it began'
  | 'still descending';

const halts: Record<LocalGeometry, Regime> = {
  minimum: 'arrives at a minimum',
  saddle: 'stops at a saddle',
  maximum: 'stops at a maximum',
  'nearly level': 'stops where f is nearly level',
  kink: 'stops at a kink',
};

/** The regime of a descent, given the local geometry where it arrived, if it did. */
export function regimeOf(trajectory: Trajectory, geometry: LocalGeometry | null): Regime {
  const { path, final, stopped } = trajectory;
  const [first] = path;
  if (!first) return final.value === null ? 'undefined at the start' : 'no gradient at the start';
  if (stopped || final.value === null || final.norm === null) return lost(trajectory);
  if (geometry) return halts[geometry];
  if (bounces(path)) return 'bounces forever';
  const steeper = final.norm > Math.hypot(first.dx, first.dy);
  if (final.value >= first.value) return steeper ? 'diverges' : 'ends higher than it began';
  if (steeper && far(final)) return 'falls ever faster';
  return zigzags(path) ? 'zigzags downhill' : 'still descending';
}

/** Without a number to go on, far from the picture it ran away; close by it found a point without f. */
function lost({ path, final, stopped }: Trajectory): Regime {
  if (stopped?.where === 'step' || far(final)) return 'diverges';
  return path.some(({ value }) => Math.abs(value) > 1e6) ? 'diverges' : 'leaves the domain of f';
}

const far = ({ x, y }: Position) => Math.hypot(x, y) > 50;

/** The last two steps cancel, although each is long. */
function bounces(path: readonly Step[]): boolean {
  const [before, last] = path.slice(-2);
  if (!before || !last) return false;
  const step = Math.hypot(last.nextX - last.x, last.nextY - last.y);
  return Math.hypot(last.nextX - before.x, last.nextY - before.y) < 1e-3 * step;
}

/** Most gradients point against the one before. */
function zigzags(path: readonly Step[]): boolean {
  const turns = path.slice(1).filter(({ dx, dy }, index) => {
    const before = path[index];
    return before !== undefined && dx * before.dx + dy * before.dy < 0;
  });
  return path.length > 2 && turns.length > (path.length - 1) / 2;
}
