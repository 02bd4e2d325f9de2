import type { Plugin } from 'chart.js';
import { dataOf } from '../course-data.ts';
import { plotOf } from '../plot.ts';
import type { ChartSpec } from '../types.ts';

/** A thin line at the current step, below the curves. */
export const cursor: Plugin = {
  id: 'cursor',
  beforeDatasetsDraw(chart) {
    const { spec, theme } = dataOf(chart);
    const { x, area } = plotOf(chart);
    const at = cursorValue(spec);
    if (at === null || at < x.min || at > x.max) return;
    const pixel = Math.round(x.getPixelForValue(at)) + 0.5;
    const context = chart.ctx;
    context.save();
    context.strokeStyle = theme.soft;
    context.globalAlpha = 0.45;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(pixel, area.top);
    context.lineTo(pixel, area.bottom);
    context.stroke();
    context.restore();
  },
};

/** Where the current sample of the first curve with markers stands. */
export function cursorValue({ cursor: index, curves }: ChartSpec): number | null {
  if (index === undefined) return null;
  return curves.find(({ markers }) => markers)?.points[index]?.x ?? index;
}
