import type { ChartDataset } from 'chart.js';
import type { Frame } from './frame.ts';
import { drawableSamples, isSorted } from './samples.ts';
import { roleDashes, roleShapes, type Theme } from './style.ts';
import type { ChartSpec, Curve, Point, Shape } from './types.ts';

export type Dataset = ChartDataset<'scatter', { x: number; y: number | null }[]>;

const pointStyles = {
  circle: 'circle',
  square: 'rect',
  triangle: 'triangle',
  diamond: 'rectRot',
} as const;
/** Shapes of the same weight for the eye: a square of radius r covers less than a triangle of it. */
const radii: Record<Shape, number> = { circle: 4.5, square: 5, triangle: 5.5, diamond: 5.5 };

/** Chart.js's datasets: one per curve, then one for all points. Always copies, never the spec's own arrays. */
export function datasets(spec: ChartSpec, frame: Frame, theme: Theme): Dataset[] {
  // Chart.js draws a larger order first.
  const curves = spec.curves.map((curve, i) => ({
    ...(curve.markers ? series(curve, spec.cursor, frame, theme) : line(curve, frame, theme)),
    order: 1 + spec.curves.length - i,
  }));
  return [...curves, marks(spec.points, frame, theme)];
}

function line(curve: Curve, frame: Frame, theme: Theme): Dataset {
  const data = drawableSamples(curve, frame);
  const dash = curve.dash === undefined ? roleDashes[curve.role] : curve.dash ? [6, 4] : [];
  return {
    data,
    parsing: isSorted(data) ? false : { xAxisKey: 'x', yAxisKey: 'y' },
    showLine: true,
    borderColor: theme.roles[curve.role],
    borderWidth: curve.width ?? 2,
    borderDash: dash,
    borderCapStyle: 'round',
    borderJoinStyle: 'round',
    pointRadius: 0,
    clip: 1,
  };
}

/** A point at every sample; those after the cursor are hollow. */
function series(curve: Curve, cursor: number | undefined, frame: Frame, theme: Theme): Dataset {
  const colour = theme.roles[curve.role];
  const shape = roleShapes[curve.role];
  const data = drawableSamples(curve, frame);
  const crowded = data.length > 45;
  const reached = data.map((_, i) => cursor === undefined || i <= cursor);
  return {
    ...line({ ...curve, width: curve.width ?? 1.5, dash: curve.dash ?? false }, frame, theme),
    pointStyle: pointStyles[shape],
    pointRadius: data.map((_, i) =>
      i === cursor ? radii[shape] + 0.5 : crowded ? 2 : radii[shape] - 0.75,
    ),
    pointBackgroundColor: reached.map((filled) => (filled ? colour : theme.paper)),
    pointBorderColor: reached.map((filled) => (filled ? theme.paper : colour)),
    pointBorderWidth: reached.map((filled) => (crowded ? 0.75 : filled ? 1.5 : 1.5)),
    clip: 8,
  };
}

/** Points with a ring of paper, so that they stand apart from the curves they lie on. */
function marks(points: readonly Point[], frame: Frame, theme: Theme): Dataset {
  const shown = points.filter(({ x, y }) => contains(frame, x, y));
  const shapes = shown.map(({ role, shape }) => shape ?? roleShapes[role]);
  const colours = shown.map(({ role }) => theme.roles[role]);
  return {
    data: shown.map(({ x, y }) => ({ x, y })),
    parsing: { xAxisKey: 'x', yAxisKey: 'y' },
    showLine: false,
    pointStyle: shapes.map((shape) => pointStyles[shape]),
    pointRadius: shapes.map((shape, i) => radii[shape] - (shown[i]?.hollow ? 0.5 : 0)),
    pointBackgroundColor: colours.map((colour, i) => (shown[i]?.hollow ? theme.paper : colour)),
    pointBorderColor: colours.map((colour, i) => (shown[i]?.hollow ? colour : theme.paper)),
    pointBorderWidth: shown.map(({ hollow }) => (hollow ? 2 : 1.5)),
    clip: false,
    order: 0,
  };
}

function contains({ x, y }: Frame, atX: number, atY: number): boolean {
  return atX >= x.min && atX <= x.max && atY >= y.min && atY <= y.max;
}
