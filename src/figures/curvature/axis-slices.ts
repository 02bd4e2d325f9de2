import type { PlotWindow, Position, Sample } from '../shared/contract.ts';
import { niceRange } from '../shared/nice-range.ts';
import { sampleCurve } from '../shared/sample-curve.ts';
import type { Axis, PrincipalAxes } from './principal-axes.ts';
import { type Quadratic, heightOf } from './quadratic.ts';

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
  slices: [Slice, Slice];
  sliceWindow: PlotWindow;
}

/** Half the length of the lines, more than any picture is wide. */
const far = 8;

/** Both slices, in a window that holds the point and where each is level. */
export function slicesOf(
  quadratic: Quadratic,
  from: Position,
  [dfdx, dfdy]: readonly [number, number],
  [low, high]: PrincipalAxes['axes'],
): Slices {
  const height = heightOf(quadratic);
  const line = ({ eigenvalue, direction: u }: Axis) => {
    const along = (t: number) => height({ x: from.x + t * u.x, y: from.y + t * u.y });
    const slope = dfdx * u.x + dfdy * u.y;
    const level = eigenvalue === 0 ? null : 0 - slope / eigenvalue;
    return { slope, level, levelLoss: level === null ? null : along(level), along };
  };
  const lines = [line(low), line(high)] as const;
  const losses = [height(from), ...lines.flatMap(({ levelLoss }) => levelLoss ?? [])];
  const steepest = Math.max(Math.abs(low.eigenvalue), Math.abs(high.eigenvalue));
  const sliceWindow = windowOf(losses, steepest);
  const slice = (axis: Axis, { along, ...found }: (typeof lines)[number]): Slice => ({
    ...axis,
    ...found,
    line: [-far, far].map((t) => ({ x: t * axis.direction.x, y: t * axis.direction.y })),
    curve: sampleCurve(along, sliceWindow),
  });
  return { slices: [slice(low, lines[0]), slice(high, lines[1])], sliceWindow };
}

/** As much room above and below the losses as lies between them, or as the steeper slice bends. */
function windowOf(losses: readonly number[], curvature: number): PlotWindow {
  const low = Math.min(...losses);
  const high = Math.max(...losses);
  const room = Math.max(0.7 * (high - low), curvature, 0.5);
  return { x: { min: -5, max: 5 }, y: niceRange(low - room, high + room) };
}
