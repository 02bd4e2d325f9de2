import type { PlotWindow, Sample } from '../shared/contract.ts';
import { niceRange } from '../shared/nice-range.ts';
import type { Axis } from './principal-axes.ts';
import { type Quadratic, heightOf } from './quadratic.ts';
import { sampleCurve } from '../shared/sample-curve.ts';
import type { Position } from '../shared/slope-at.ts';

/** A quadratic along one of its principal axes, through a point. */
export interface Slice extends Axis {
  /** The slope g·u at the point. */
  slope: number;
  /** How far along u that slope has become zero, −(g·u)/λ; null where λ is zero. */
  level: number | null;
  levelLoss: number | null;
  /** The axis itself, through the middle, across any picture. */
  line: Position[];
  curve: Sample[];
}

export interface Slices {
  slices: Slice[];
  sliceWindow: PlotWindow;
}

const far = 8;

/** Both slices, in a window that holds the point and the level places. */
export function slicesOf(
  quadratic: Quadratic,
  from: Position,
  gradient: readonly [number, number],
  axes: readonly Axis[],
): Slices {
  const height = heightOf(quadratic);
  const lines = axes.map((axis) => lineAlong(axis, height, from, gradient));
  const losses = [height(from), ...lines.flatMap(({ levelLoss }) => levelLoss ?? [])];
  const bends = axes.map(({ eigenvalue }) => Math.abs(eigenvalue));
  const sliceWindow = windowOf(losses, Math.max(...bends));
  const slices = lines.map(({ along, ...line }) => ({
    ...line,
    curve: sampleCurve(along, sliceWindow),
  }));
  return { slices, sliceWindow };
}

function lineAlong(
  axis: Axis,
  height: (point: Position) => number,
  from: Position,
  gradient: readonly [number, number],
) {
  const { eigenvalue, direction: u } = axis;
  const along = (t: number) => height({ x: from.x + t * u.x, y: from.y + t * u.y });
  const slope = gradient[0] * u.x + gradient[1] * u.y;
  const level = eigenvalue === 0 ? null : 0 - slope / eigenvalue;
  const levelLoss = level === null ? null : along(level);
  const line = [-far, far].map((t) => ({ x: t * u.x, y: t * u.y }));
  return { ...axis, slope, level, levelLoss, line, along };
}

/** As much room above and below the losses as lies between them, or as the steeper slice bends. */
function windowOf(losses: readonly number[], bend: number): PlotWindow {
  const [low, high] = [Math.min(...losses), Math.max(...losses)];
  const room = Math.max(0.7 * (high - low), bend, 0.5);
  return { x: { min: -5, max: 5 }, y: niceRange(low - room, high + room) };
}
