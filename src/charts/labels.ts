import { drawnBars, type DrawnBar } from './bars.ts';
import type { Band } from './contour.ts';
import type { Area, Frame } from './frame.ts';
import { around, type Placeable, placeLabels, type PlacedLabel } from './place.ts';
import { drawableSamples } from './samples.ts';
import type { Theme } from './style.ts';
import { textWidth } from './text.ts';
import type { Arrow, Bar, ChartSpec, Curve, Point, Position } from './types.ts';

/** Names of points, arrows, curves and level lines, each where it hides least. */
export function directLabels(
  spec: ChartSpec,
  frame: Frame,
  theme: Theme,
  bands: readonly Band[],
): PlacedLabel[] {
  const lines = spec.curves.map((curve) => visible(curve, frame));
  const arrows = spec.arrows.map((arrow) => arrowPixels(arrow, frame));
  const marks = [...spec.points, ...spec.handles].flatMap((mark) => blob(toPixel(mark, frame)));
  const drawn = [...lines.flatMap(dense), ...arrows.flatMap(dense), ...marks];
  const bounds = { ...frame.area, right: frame.size.width, top: frame.area.top - 6 };
  const named = [
    ...drawnBars(spec.bars ?? [], frame, theme).flatMap((bar, i) => barLabel(bar, spec.bars?.[i])),
    ...spec.points.flatMap((point) => pointLabel(point, frame, theme)),
    ...spec.arrows.flatMap((arrow, i) => arrowLabel(arrow, arrows[i] ?? [], theme)),
    ...spec.curves.flatMap((curve, i) => curveLabel(curve, lines[i] ?? [], theme)),
    ...spread(bands).flatMap((band) => levelLabel(band, frame.area, theme)),
  ];
  return placeLabels(named, drawn, bounds);
}

function toPixel({ x, y }: Position, frame: Frame): Position {
  return { x: frame.x.toPixel(x), y: frame.y.toPixel(y) };
}

/** Pixels of a curve inside the plot, in order. */
function visible(curve: Curve, frame: Frame): Position[] {
  return drawableSamples(curve, frame).flatMap(({ x, y }) => {
    const pixel = y === null ? null : toPixel({ x, y }, frame);
    return pixel && inside(pixel, frame.area) ? [pixel] : [];
  });
}

function arrowPixels({ from, to }: Arrow, frame: Frame): Position[] {
  return [toPixel(from, frame), toPixel(to, frame)];
}

function inside({ x, y }: Position, area: Area): boolean {
  const slack = 1;
  return (
    x >= area.left - slack &&
    x <= area.right + slack &&
    y >= area.top - slack &&
    y <= area.bottom + slack
  );
}

/** A line as pixels about four apart; longer gaps than a plot is wide are gaps. */
function dense(line: readonly Position[]): Position[] {
  const found: Position[] = [];
  let last: Position | undefined;
  for (const pixel of line) {
    const length = last ? Math.hypot(pixel.x - last.x, pixel.y - last.y) : Infinity;
    if (length < 3) continue;
    if (last && length < 1600) found.push(...between(last, pixel, Math.ceil(length / 4)));
    found.push(pixel);
    last = pixel;
  }
  return found;
}

function between(from: Position, to: Position, parts: number): Position[] {
  return Array.from({ length: parts - 1 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * (i + 1)) / parts,
    y: from.y + ((to.y - from.y) * (i + 1)) / parts,
  }));
}

/** A mark hides more than a line does: nine pixels stand for it. */
function blob({ x, y }: Position): Position[] {
  return [-4, 0, 4].flatMap((dx) => [-4, 0, 4].map((dy) => ({ x: x + dx, y: y + dy })));
}

function pointLabel(point: Point, frame: Frame, theme: Theme): Placeable[] {
  const pixel = toPixel(point, frame);
  if (!point.label || !inside(pixel, frame.area)) return [];
  const width = textWidth(point.label);
  const places = around(pixel, width, 6);
  return [{ text: point.label, colour: theme.roles[point.role], width, places }];
}

/** Beyond the end of a bar. */
function barLabel({ left, width, foot, end, colour }: DrawnBar, bar?: Bar): Placeable[] {
  if (!bar?.label) return [];
  const beyond = end <= foot ? -10 : 10;
  const middle = left + width / 2;
  const places = [1, 2.4, 3.8].flatMap((rise) =>
    [0, width, -width].map((shift) => ({ x: middle + shift, y: end + rise * beyond })),
  );
  return [{ text: bar.label, colour, width: textWidth(bar.label), places }];
}

function arrowLabel(arrow: Arrow, [from, to]: readonly Position[], theme: Theme): Placeable[] {
  if (!arrow.label || !from || !to) return [];
  // Where an arrow has no length there is nothing to name.
  if (Math.hypot(to.x - from.x, to.y - from.y) < 3) return [];
  const width = textWidth(arrow.label);
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const places = [...around(to, width, 3), ...around(middle, width, 3)];
  return [{ text: arrow.label, colour: theme.roles[arrow.role], width, places }];
}

function curveLabel(curve: Curve, line: readonly Position[], theme: Theme): Placeable[] {
  if (!curve.label || line.length === 0) return [];
  const width = textWidth(curve.label);
  const places = shares(curve.labelAt).flatMap((share) => {
    const pixel = line[Math.round(share * (line.length - 1))];
    return pixel ? around(pixel, width, 2) : [];
  });
  return [{ text: curve.label, colour: theme.roles[curve.role], width, places }];
}

/** Shares of the way along a curve to try, the wanted one first. */
function shares(wanted: Curve['labelAt'] = 'end'): number[] {
  const first = wanted === 'start' ? 0 : wanted === 'end' ? 1 : Math.max(0, Math.min(1, wanted));
  const steps = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7];
  return steps
    .flatMap((step) => (step === 0 ? [first] : [first - step, first + step]))
    .filter((share) => share >= 0 && share <= 1);
}

/** About six of the levels, the one nearest to zero among them. */
function spread(bands: readonly Band[]): Band[] {
  const heights = bands.map(({ level }) => Math.abs(level));
  const zero = heights.indexOf(Math.min(...heights));
  const stride = Math.ceil(bands.length / 6);
  return bands.filter((_, i) => (i - zero) % stride === 0);
}

/** A height, written on its longest line. */
function levelLabel({ level, rings }: Band, area: Area, theme: Theme): Placeable[] {
  const text = String(Number(level.toPrecision(4))).replace('-', '−');
  const width = textWidth(text);
  const edge = {
    left: area.left + 14,
    right: area.right - 14,
    top: area.top + 10,
    bottom: area.bottom - 10,
  };
  const lines = rings.map((ring) => ring.filter((pixel) => inside(pixel, edge)));
  const longest = lines.reduce((a, b) => (b.length > a.length ? b : a), []);
  if (longest.length < 12) return [];
  const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].flatMap(
    (share) => longest[Math.floor(share * (longest.length - 1))] ?? [],
  );
  return [{ text, colour: theme.soft, width, places, optional: true }];
}
