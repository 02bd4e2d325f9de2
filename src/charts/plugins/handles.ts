import type { Plugin } from 'chart.js';
import { dataOf } from '../course-data.ts';
import { plotOf, toPixel } from '../plot.ts';

/** Points that can be moved are larger than others and stand in a soft disc. */
export const handles: Plugin = {
  id: 'handles',
  afterDatasetsDraw(chart) {
    const { spec, theme } = dataOf(chart);
    const plot = plotOf(chart);
    const context = chart.ctx;
    context.save();
    for (const handle of spec.handles) {
      const { x, y } = toPixel(handle, plot);
      const disc = (radius: number, colour: string, alpha = 1): void => {
        context.globalAlpha = alpha;
        context.fillStyle = colour;
        context.beginPath();
        context.arc(x, y, radius, 0, 2 * Math.PI);
        context.fill();
      };
      disc(13, theme.roles[handle.role], 0.18);
      disc(8, theme.paper);
      disc(6, theme.roles[handle.role]);
    }
    context.restore();
  },
};
