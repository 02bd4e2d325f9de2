import { joined } from './broken-lines.ts';
import type { PlotWindow, Sample } from '../shared/contract.ts';
import { type Matrix2, type PlaneMap, apply } from './plane-map.ts';
import { places } from '../shared/sample-curve.ts';
import type { Position } from '../shared/slope-at.ts';
import { type Square, inscribed, outline } from './square.ts';
import { closeUp, windowAround } from './square-window.ts';
import type { Stretch } from './stretching.ts';

export interface Segment {
  from: Position;
  to: Position;
}

/** The plane before the map. Lines are separated by gaps. */
export interface Domain {
  window: PlotWindow;
  grid: Sample[];
  /** The two lines through the point. */
  cross: Sample[];
  square: Sample[];
  circle: Sample[];
  /** The directions stretched most and least, as long as the circle's radius. */
  stretched: Segment[];
}

/** The plane after it. What belongs to J is empty where there is none. */
export interface Image {
  window: PlotWindow;
  /** Around the image of the point, as large as what J makes of the square. */
  near: PlotWindow;
  grid: Sample[];
  cross: Sample[];
  square: Sample[];
  parallelogram: Sample[];
  /** What J makes of the circle. */
  ellipse: Sample[];
  /** The columns of J: what it makes of half a side of the square along x, and along y. */
  columns: Segment[];
  stretched: Segment[];
}

const plane: PlotWindow = { x: { min: -3, max: 3 }, y: { min: -3, max: 3 } };
const perLine = 41;
const lines = places(plane.x, 13);

type Line = Position[];

const across = (y: number, count = perLine): Line => places(plane.x, count).map((x) => ({ x, y }));
const upwards = (x: number, count = perLine): Line => places(plane.y, count).map((y) => ({ x, y }));
const grid: Line[] = [...lines.map((y) => across(y)), ...lines.map((x) => upwards(x))];
/** Fine enough for the magnifying glass. */
const crossing = ({ x, y }: Position): Line[] => [across(y, 241), upwards(x, 241)];

export function domainOf({ centre, side }: Square, stretched: readonly Stretch[]): Domain {
  const ends = (line: Line): Line => [line[0] ?? centre, line.at(-1) ?? centre];
  return {
    window: plane,
    grid: joined(grid.map(ends), plane),
    cross: joined(crossing(centre).map(ends), plane),
    square: outline({ centre, side }),
    circle: inscribed({ centre, side }),
    stretched: stretched.map(({ direction }) => from(centre, scaled(direction, side / 2))),
  };
}

export function imageOf(
  { at }: PlaneMap,
  square: Square,
  centre: Position | null,
  linear: { jacobian: Matrix2; stretched: readonly Stretch[] } | null,
): Image {
  const moved = grid.map((line) => line.map(at));
  const window = windowAround(moved.flat(), centre ? [centre] : []);
  const cross = crossing(square.centre).map((line) => line.map(at));
  const ring = outline(square).map(at);
  return {
    window,
    grid: joined(moved, window),
    cross: joined(cross, window),
    square: joined([ring], window),
    ...linearPart(square, centre, linear),
    near: nearWindow(square, centre, linear?.jacobian, ring),
  };
}

/** What the linear map J, moved to the image of the point, makes of square, circle and axes. */
function linearPart(
  square: Square,
  centre: Position | null,
  linear: { jacobian: Matrix2; stretched: readonly Stretch[] } | null,
): Pick<Image, 'parallelogram' | 'ellipse' | 'columns' | 'stretched'> {
  if (!centre || !linear) return { parallelogram: [], ellipse: [], columns: [], stretched: [] };
  const { jacobian, stretched } = linear;
  const half = square.side / 2;
  const origin = { centre: { x: 0, y: 0 }, side: square.side };
  const map = (point: Position) => sum(centre, apply(jacobian, point));
  return {
    parallelogram: outline(origin).map(map),
    ellipse: inscribed(origin).map(map),
    columns: [
      { from: centre, to: map({ x: half, y: 0 }) },
      { from: centre, to: map({ x: 0, y: half }) },
    ],
    stretched: stretched.map(({ length, image }) => from(centre, scaled(image, length * half))),
  };
}

/** Room for the parallelogram and, as far as it is not many times larger, for the true image. */
function nearWindow(
  { side }: Square,
  centre: Position | null,
  jacobian: Matrix2 | undefined,
  ring: Line,
): PlotWindow {
  if (!centre) return closeUp({ x: 0, y: 0 }, side);
  const reach = (points: Line) =>
    Math.max(
      ...points
        .map(({ x, y }) => Math.max(Math.abs(x - centre.x), Math.abs(y - centre.y)))
        .filter(Number.isFinite),
      0,
    );
  const linear = (jacobian ?? []).map(([a, b]) => ((Math.abs(a) + Math.abs(b)) * side) / 2);
  const largest = Math.max(...linear, 0);
  const half = largest > 0 ? Math.max(largest, Math.min(reach(ring), 2 * largest)) : reach(ring);
  return closeUp(centre, 1.15 * (half > 0 ? half : side));
}

const sum = (a: Position, b: Position): Position => ({ x: a.x + b.x, y: a.y + b.y });
const scaled = ({ x, y }: Position, factor: number): Position => ({ x: factor * x, y: factor * y });
const from = (start: Position, step: Position): Segment => ({ from: start, to: sum(start, step) });
