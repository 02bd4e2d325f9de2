import type { Sample } from '../shared/contract.ts';
import { type TrajectoryPoint, firstDistance } from './methods.ts';

/** The error along each eigenvector of H, as shares of the first distance: along x, λ = 1; along y, λ = κ. */
export interface Split {
  flat: Sample[];
  steep: Sample[];
}

/** The first `steps` steps; an error of zero lies at the foot, one below the foot leaves a gap. */
export function splitOf(
  trajectory: readonly TrajectoryPoint[],
  steps: number,
  foot: number,
): Split {
  const shown = trajectory.slice(0, steps + 1);
  const along = (coordinate: 'x' | 'y'): Sample[] =>
    shown.map((point, step) => ({ x: step, y: drawn(shareOf(point[coordinate]), foot) }));
  return { flat: along('x'), steep: along('y') };
}

/** A coordinate as a share of the first distance, without its sign. */
export const shareOf = (coordinate: number): number => Math.abs(coordinate) / firstDistance;

function drawn(share: number, foot: number): number | null {
  if (share === 0) return foot;
  return share < foot ? null : share;
}
