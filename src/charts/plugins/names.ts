import { at } from '../../figures/shared/at.ts';
import { type Area, inside, type Plot, toPixel } from '../plot.ts';
import type { Theme } from '../style.ts';
import { textWidth } from '../text.ts';
import type { Arrow, BarSeries, Curve, Field, Point, Position } from '../types.ts';
import { cutOff } from './arrow.ts';
import { around, type Placeable } from './place.ts';
import { type Band, bands, gridToPixel } from './trace.ts';

export function pointLabel(point: Point, plot: Plot, theme: Theme): Placeable | null {
  const pixel = toPixel(point, plot);
  if (!point.label || !inside(pixel, plot.area, 1)) return null;
  const width = textWidth(point.label);
  const places = around(pixel, width, 6);
  return { text: point.label, colour: theme.roles[point.role], width, places };
}

/** A bar as Chart.js laid it out: its end at (x, y), its foot at `base`. */
export type BarPixels = Record<'x' | 'y' | 'base' | 'width', number>;

/** Beyond the end of a bar. */
export function barLabel(
  { label, role }: BarSeries,
  bar: BarPixels | undefined,
  theme: Theme,
): Placeable | null {
  if (!label || !bar) return null;
  const beyond = bar.y <= bar.base ? -10 : 10;
  const places = [1, 2.4, 3.8].flatMap((rise) =>
    [0, bar.width, -bar.width].map((shift) => ({ x: bar.x + shift, y: bar.y + rise * beyond })),
  );
  return { text: label, colour: theme.roles[role], width: textWidth(label), places };
}

/** At the tip, else at the middle; where an arrow has no length there is nothing to name. */
export function arrowLabel(arrow: Arrow, plot: Plot, theme: Theme): Placeable | null {
  const from = toPixel(arrow.from, plot);
  const cut = cutOff(from, toPixel(arrow.to, plot), plot.area);
  const to = cut ?? toPixel(arrow.to, plot);
  if (!arrow.label || Math.hypot(to.x - from.x, to.y - from.y) < 3) return null;
  const text = cut ? `${arrow.label}, cut off` : arrow.label;
  const width = textWidth(text);
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const places = [...around(to, width, 3), ...around(middle, width, 3)];
  return { text, colour: theme.roles[arrow.role], width, places };
}

export function curveLabel(
  curve: Curve,
  line: readonly Position[],
  theme: Theme,
): Placeable | null {
  if (!curve.label || line.length === 0) return null;
  const width = textWidth(curve.label);
  const places = shares(curve.labelAt).flatMap((share) => around(along(line, share), width, 2));
  return { text: curve.label, colour: theme.roles[curve.role], width, places };
}

/** A share of the way from the first of these pixels to the last; between two where a curve has few. */
function along(line: readonly Position[], share: number): Position {
  const place = share * (line.length - 1);
  const before = at(line, Math.floor(place));
  const after = at(line, Math.ceil(place));
  const part = place - Math.floor(place);
  return { x: before.x + part * (after.x - before.x), y: before.y + part * (after.y - before.y) };
}

/** Shares of the way along a curve to try, the wanted one first. */
function shares(wanted: Curve['labelAt'] = 'end'): number[] {
  const first = wanted === 'start' ? 0 : wanted === 'end' ? 1 : Math.max(0, Math.min(1, wanted));
  const steps = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7];
  return steps
    .flatMap((step) => (step === 0 ? [first] : [first - step, first + step]))
    .filter((share) => share >= 0 && share <= 1);
}

/** Heights of a field, on about six of its level lines. */
export function levelLabels(field: Field, plot: Plot, theme: Theme): (Placeable | null)[] {
  const toPixel = gridToPixel(field, plot);
  return spread(bands(field)).map(({ level, rings }) =>
    levelLabel(
      level,
      rings.map((ring) => ring.map(toPixel)),
      plot.area,
      theme,
    ),
  );
}

/** About six of the levels, the one nearest to zero among them. */
function spread(bands: readonly Band[]): Band[] {
  const heights = bands.map(({ level }) => Math.abs(level));
  const zero = heights.indexOf(Math.min(...heights));
  const stride = Math.ceil(bands.length / 6);
  return bands.filter((_, i) => (i - zero) % stride === 0);
}

/** A height, written on its longest line where there is room. */
function levelLabel(
  level: number,
  rings: readonly Position[][],
  area: Area,
  theme: Theme,
): Placeable | null {
  const text = String(Number(level.toPrecision(4))).replace('-', '−');
  const edge = {
    left: area.left + 14,
    right: area.right - 14,
    top: area.top + 10,
    bottom: area.bottom - 10,
  };
  const lines = rings.map((ring) => ring.filter((pixel) => inside(pixel, edge)));
  const longest = lines.reduce((a, b) => (b.length > a.length ? b : a), []);
  if (longest.length < 12) return null;
  const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].flatMap(
    (share) => longest[Math.floor(share * (longest.length - 1))] ?? [],
  );
  return { text, colour: theme.soft, width: textWidth(text), places, optional: true };
}
