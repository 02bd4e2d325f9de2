import type { Plugin } from 'chart.js';
import { dataOf } from '../course-data.ts';
import { plotOf, toPixel } from '../plot.ts';
import { roleDashes } from '../style.ts';
import { type ArrowShape, arrowShape, cutOff } from './arrow.ts';
import { clipTo } from './clip.ts';

/** Arrows over the curves and below the points. One that leaves the plot ends at its edge, with a hollow head. */
export const arrows: Plugin = {
  id: 'arrows',
  beforeDatasetDraw(chart, { index }) {
    // The points are the first datasets and the last to be drawn.
    const types = chart.data.datasets.map(({ type }) => type);
    if (index !== types.lastIndexOf('scatter')) return;
    const { spec, theme } = dataOf(chart);
    const plot = plotOf(chart);
    const marks = [...spec.points, ...spec.handles].map((mark) => toPixel(mark, plot));
    const context = chart.ctx;
    context.save();
    clipTo(context, plot.area, 1);
    context.lineWidth = 1.75;
    for (const { from, to, role, dash } of spec.arrows) {
      const start = toPixel(from, plot);
      const cut = cutOff(start, toPixel(to, plot), plot.area);
      const tip = cut ?? toPixel(to, plot);
      const marked = marks.some(({ x, y }) => Math.hypot(x - tip.x, y - tip.y) < 2);
      const shape = arrowShape(start, tip, marked && !cut ? 6 : 0);
      context.strokeStyle = context.fillStyle = theme.roles[role];
      context.setLineDash(dash ? roleDashes.gradient : []);
      if (shape) draw(context, shape, cut ? theme.paper : null);
    }
    context.restore();
  },
};

function draw(
  context: CanvasRenderingContext2D,
  { start, end, head }: ArrowShape,
  hollow: string | null,
): void {
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.lineTo(end.x, end.y);
  context.stroke();
  if (!head) return;
  context.beginPath();
  for (const { x, y } of head) context.lineTo(x, y);
  context.closePath();
  if (hollow) context.fillStyle = hollow;
  context.fill();
  context.setLineDash([]);
  if (hollow) context.stroke();
}
