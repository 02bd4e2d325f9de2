import type { PlotWindow, Position, Sample } from '../shared/contract.ts';
import { joined } from './broken-lines.ts';
import { type Line, crossing } from './grid.ts';
import type { MovedGrid } from './moved-grid.ts';
import { type Matrix2, apply } from './plane-map.ts';
import { type Square, inscribed, outline } from './square.ts';
import { closeUp, windowAround } from './square-window.ts';
import type { Stretch } from './stretching.ts';
import { type Segment, scaled, segment, sum } from './vectors.ts';

/** The plane after the map. What belongs to J is empty where there is none. */
export interface Image {
  window: PlotWindow;
  /** Around the image of the point, as large as what J makes of the square. */
  near: PlotWindow;
  grid: Sample[];
  cross: Sample[];
  square: Sample[];
  parallelogram: Position[];
  /** What J makes of the circle. */
  ellipse: Position[];
  /** The columns of J: what it makes of half a side of the square along x, and along y. */
  columns: Segment[];
  stretched: Segment[];
}

/** J at a point, and what the point is sent to. */
interface Linear {
  centre: Position;
  jacobian: Matrix2;
  stretched: readonly Stretch[];
}

/** `centre` is the image of the middle of the square; null where there is none. */
export function imageOf(
  { map, lines, bulk }: MovedGrid,
  square: Square,
  centre: Position | null,
  linear: Linear | null,
): Image {
  const window = windowAround(bulk, centre ? [centre] : []);
  const ring = outline(square).map(map.at);
  const cross = crossing(square.centre).map((line) => line.map(map.at));
  return {
    window,
    grid: joined(lines, window),
    cross: joined(cross, window),
    square: joined([ring], window),
    ...(linear ? linearPart(square.side, linear) : noLinearPart),
    near: nearWindow(square.side, centre, linear?.jacobian ?? null, ring),
  };
}

type LinearPart = Pick<Image, 'parallelogram' | 'ellipse' | 'columns' | 'stretched'>;

const noLinearPart: LinearPart = { parallelogram: [], ellipse: [], columns: [], stretched: [] };

/** What the linear map J, moved to the image of the point, makes of square, circle and axes. */
function linearPart(side: number, { centre, jacobian, stretched }: Linear): LinearPart {
  const half = side / 2;
  const origin = { centre: { x: 0, y: 0 }, side };
  const map = (point: Position) => sum(centre, apply(jacobian, point));
  return {
    parallelogram: outline(origin).map(map),
    ellipse: inscribed(origin).map(map),
    columns: [
      { from: centre, to: map({ x: half, y: 0 }) },
      { from: centre, to: map({ x: 0, y: half }) },
    ],
    stretched: stretched.map(({ length, image }) => segment(centre, scaled(image, length * half))),
  };
}

/** Room for the parallelogram and, as far as it is not many times larger, for the true image. */
function nearWindow(
  side: number,
  centre: Position | null,
  jacobian: Matrix2 | null,
  ring: Line,
): PlotWindow {
  if (!centre) return closeUp({ x: 0, y: 0 }, side);
  const distances = ring.map(({ x, y }) =>
    Math.max(Math.abs(x - centre.x), Math.abs(y - centre.y)),
  );
  const reach = Math.max(...distances.filter(Number.isFinite), 0);
  const linear = (jacobian ?? []).map(([a, b]) => ((Math.abs(a) + Math.abs(b)) * side) / 2);
  const largest = Math.max(...linear, 0);
  const half = largest > 0 ? Math.max(largest, Math.min(reach, 2 * largest)) : reach;
  return closeUp(centre, 1.15 * (half > 0 ? half : side));
}
