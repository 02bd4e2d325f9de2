import type { Frame } from './frame.ts';
import { drawableSamples } from './samples.ts';
import { roleDashes, roleShapes, type Theme } from './style.ts';
import type { ChartSpec, Curve, Point, Position, Sample, Shape } from './types.ts';

/** A mark in pixels: its inside in one colour, its ring in another. */
export interface DrawnMark extends Position {
  shape: Shape;
  radius: number;
  inside: string;
  ring: string;
  ringWidth: number;
}

export interface DrawnCurve {
  /** In pixels; a gap in the curve ends one line and begins the next. */
  lines: Position[][];
  colour: string;
  width: number;
  dash: number[];
  marks: DrawnMark[];
}

/** Shapes of the same weight for the eye: a square of radius r covers less than a triangle of it. */
const radii: Record<Shape, number> = { circle: 4.5, square: 5, triangle: 5.5, diamond: 5.5 };

/** More markers than this along one curve are small. */
const crowd = 45;

/** A curve in the pixels of a frame, with its markers where it has them. */
export function drawnCurve(
  curve: Curve,
  cursor: number | undefined,
  frame: Frame,
  theme: Theme,
): DrawnCurve {
  const samples = drawableSamples(curve, frame);
  const ownDash = curve.markers ? [] : roleDashes[curve.role];
  return {
    lines: linesThrough(samples, frame),
    colour: theme.roles[curve.role],
    width: curve.width ?? (curve.markers ? 1.5 : 2),
    dash: curve.dash === undefined ? ownDash : curve.dash ? [6, 4] : [],
    marks: curve.markers ? markers(curve, samples, cursor, frame, theme) : [],
  };
}

function linesThrough(samples: readonly Sample[], frame: Frame): Position[][] {
  const lines: Position[][] = [[]];
  for (const { x, y } of samples) {
    if (y === null) lines.push([]);
    else lines.at(-1)?.push(pixels(frame, x, y));
  }
  return lines.filter((line) => line.length > 1);
}

/** A mark at every sample; those after the cursor are hollow. */
function markers(
  { role }: Curve,
  samples: readonly Sample[],
  cursor: number | undefined,
  frame: Frame,
  { roles, paper }: Theme,
): DrawnMark[] {
  const colour = roles[role];
  const shape = roleShapes[role];
  const crowded = samples.length > crowd;
  return samples.flatMap(({ x, y }, i) => {
    if (y === null) return [];
    const reached = cursor === undefined || i <= cursor;
    const radius = i === cursor ? radii[shape] + 0.5 : crowded ? 2 : radii[shape] - 0.75;
    return [
      {
        ...pixels(frame, x, y),
        ...{ shape, radius, ringWidth: crowded ? 0.75 : 1.5 },
        ...{ inside: reached ? colour : paper, ring: reached ? paper : colour },
      },
    ];
  });
}

/** Points inside the plot, with a ring of paper, so that they stand apart from the curves they lie on. */
export function drawnPoints({ points }: ChartSpec, frame: Frame, theme: Theme): DrawnMark[] {
  return points
    .filter(({ x, y }) => contains(frame, x, y))
    .map((point) => drawnPoint(point, frame, theme));
}

function drawnPoint(point: Point, frame: Frame, { roles, paper }: Theme): DrawnMark {
  const colour = roles[point.role];
  const shape = point.shape ?? roleShapes[point.role];
  return {
    ...pixels(frame, point.x, point.y),
    shape,
    radius: radii[shape] - (point.hollow ? 0.5 : 0),
    inside: point.hollow ? paper : colour,
    ring: point.hollow ? colour : paper,
    ringWidth: point.hollow ? 2 : 1.5,
  };
}

const pixels = (frame: Frame, x: number, y: number): Position => ({
  x: frame.x.toPixel(x),
  y: frame.y.toPixel(y),
});

function contains({ x, y }: Frame, atX: number, atY: number): boolean {
  return atX >= x.min && atX <= x.max && atY >= y.min && atY <= y.max;
}
