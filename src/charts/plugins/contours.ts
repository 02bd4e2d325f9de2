import type { Plugin } from 'chart.js';
import { mix } from '../colour.ts';
import { dataOf } from '../course-data.ts';
import { plotOf } from '../plot.ts';
import type { Theme } from '../style.ts';
import type { Field, Position } from '../types.ts';
import { clipTo } from './clip.ts';
import { type Context, drawStill } from './still.ts';
import { type Band, bands, gridToPixel, type GridPoint } from './trace.ts';

type ToPixel = (at: GridPoint) => Position;

/** A field below everything else: level lines over quiet bands, or a map of its heat. */
export const contours: Plugin = {
  id: 'contours',
  beforeDraw(chart) {
    const { spec, theme } = dataOf(chart);
    if (!spec.field) return;
    const plot = plotOf(chart);
    const { field } = spec;
    const found = bands(field);
    const { width, height } = chart.canvas;
    const { left, top, right, bottom } = plot.area;
    drawStill(chart, [found, theme, width, height, left, top, right, bottom], (context) => {
      const toPixel = gridToPixel(field, plot);
      context.save();
      clipTo(context, plot.area, 0);
      if (field.style === 'heat') drawHeat(context, found, toPixel, field, theme);
      else drawContours(context, found, toPixel, theme);
      context.restore();
    });
  },
};

/** The higher, the deeper. */
function drawContours(
  context: Context,
  found: readonly Band[],
  toPixel: ToPixel,
  { paper, soft, roles }: Theme,
): void {
  context.strokeStyle = soft;
  context.lineWidth = 1;
  found.forEach((band, i) => {
    outline(context, band, toPixel);
    context.globalAlpha = 1;
    context.fillStyle = mix(paper, roles.function, (0.15 * (i + 1)) / found.length);
    context.fill('evenodd');
    context.globalAlpha = 0.4;
    context.stroke();
  });
}

function drawHeat(
  context: Context,
  found: readonly Band[],
  toPixel: ToPixel,
  { middle = 0, reach = Math.max(...found.map(({ level }) => Math.abs(level - middle))) }: Field,
  theme: Theme,
): void {
  for (const band of found) {
    outline(context, band, toPixel);
    // A band holds the values from its level to the next, a twelfth of the reach higher.
    context.fillStyle = heatColour((band.level - middle) / (reach || 1) + 1 / 24, theme);
    context.fill('evenodd');
  }
  const boundary = found.find(({ level }) => level === middle);
  if (!boundary) return;
  context.strokeStyle = theme.roles.function;
  context.lineWidth = 1.5;
  outline(context, boundary, toPixel);
  context.stroke();
}

/** From input blue at −1 through paper to gradient orange at 1. */
export function heatColour(share: number, { paper, roles }: Theme): string {
  const depth = 0.05 + 0.7 * Math.min(1, Math.abs(share));
  return mix(paper, share < 0 ? roles.input : roles.gradient, depth);
}

function outline(context: Context, { rings }: Band, toPixel: ToPixel): void {
  context.beginPath();
  for (const ring of rings) {
    ring.forEach((at, i) => {
      const { x, y } = toPixel(at);
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    context.closePath();
  }
}
