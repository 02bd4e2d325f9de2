import { arrowShape, type ArrowShape } from './arrow.ts';
import { drawnBars, type DrawnBar } from './bars.ts';
import { type Band, bands } from './contour.ts';
import { type DrawnCurve, type DrawnMark, drawnCurve, drawnPoints } from './drawn-curves.ts';
import { frame, type Frame, type Size } from './frame.ts';
import { directLabels } from './labels.ts';
import type { PlacedLabel } from './place.ts';
import { roleDashes, type Theme } from './style.ts';
import type { Arrow, ChartSpec, Curve, Position } from './types.ts';

/** Everything that a chart draws, in pixels and colours. */
export interface Scene {
  frame: Frame;
  theme: Theme;
  bands: Band[];
  /** What filled curves go around. */
  areas: { ring: Position[]; colour: string }[];
  bars: DrawnBar[];
  curves: DrawnCurve[];
  points: DrawnMark[];
  arrows: { shape: ArrowShape; colour: string; dash: number[] }[];
  labels: PlacedLabel[];
  handles: { at: Position; colour: string }[];
  /** Pixel of the current step. */
  cursor: number | null;
}

/**
 * Lays a chart out, live or still. Pure, and the only configuration there is: what it holds is painted
 * as it is.
 */
export function scene(spec: ChartSpec, theme: Theme, size: Size): Scene {
  const framed = frame(spec, size);
  const levels = spec.field ? bands(spec.field, framed) : [];
  return {
    frame: framed,
    theme,
    bands: levels,
    areas: spec.curves.filter(({ filled }) => filled).map((curve) => area(curve, framed, theme)),
    bars: drawnBars(spec.bars ?? [], framed, theme),
    curves: spec.curves.map((curve) => drawnCurve(curve, spec.cursor, framed, theme)),
    points: drawnPoints(spec, framed, theme),
    arrows: spec.arrows.flatMap((arrow) => drawnArrow(arrow, spec, framed, theme)),
    labels: directLabels(spec, framed, theme, levels),
    handles: spec.handles.map(({ x, y, role }) => ({
      at: { x: framed.x.toPixel(x), y: framed.y.toPixel(y) },
      colour: theme.roles[role],
    })),
    cursor: cursorPixel(spec, framed),
  };
}

function drawnArrow(arrow: Arrow, spec: ChartSpec, { x, y }: Frame, theme: Theme): Scene['arrows'] {
  const from = { x: x.toPixel(arrow.from.x), y: y.toPixel(arrow.from.y) };
  const to = { x: x.toPixel(arrow.to.x), y: y.toPixel(arrow.to.y) };
  const marked = [...spec.points, ...spec.handles].some(
    (mark) => Math.hypot(x.toPixel(mark.x) - to.x, y.toPixel(mark.y) - to.y) < 2,
  );
  const shape = arrowShape(from, to, marked ? 6 : 0);
  const dash = arrow.dash ? roleDashes.gradient : [];
  return shape ? [{ shape, colour: theme.roles[arrow.role], dash }] : [];
}

function area({ points, role }: Curve, { x, y }: Frame, theme: Theme): Scene['areas'][number] {
  const ring = points.flatMap((sample) =>
    sample.y === null ? [] : [{ x: x.toPixel(sample.x), y: y.toPixel(sample.y) }],
  );
  return { ring, colour: theme.roles[role] };
}

function cursorPixel({ cursor, curves }: ChartSpec, { x }: Frame): number | null {
  if (cursor === undefined) return null;
  const at = curves.find((curve) => curve.markers)?.points[cursor]?.x ?? cursor;
  return at >= x.min && at <= x.max ? x.toPixel(at) : null;
}
