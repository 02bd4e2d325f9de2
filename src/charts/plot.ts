import type { Chart } from 'chart.js';
import type { Position } from './types.ts';

export interface Size {
  width: number;
  height: number;
}

/** A rectangle in the picture, in pixels from its top left corner. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What is asked of a scale: Chart.js's own has it. */
export interface PixelScale {
  min: number;
  max: number;
  getPixelForValue: (value: number) => number;
  getValueForPixel: (pixel: number) => number | undefined;
}

/** Where values stand in a drawn chart. */
export interface Plot {
  x: PixelScale;
  y: PixelScale;
  area: Area;
}

/** The plot of a chart, asked of its own scales. */
export function plotOf({ scales, chartArea }: Chart): Plot {
  const { x, y } = scales;
  if (!x || !y) throw new Error('plot: the chart has not laid out its scales x and y');
  return { x, y, area: chartArea };
}

/** The plot as it is now, which later updates of the chart leave as it was. */
export function snapshot({ x, y, area }: Plot): Plot {
  return { x: copy(x), y: copy(y), area: { ...area } };
}

const copy = (scale: PixelScale): PixelScale =>
  Object.assign(Object.create(Object.getPrototypeOf(scale) as object) as PixelScale, scale);

export const toPixel = ({ x, y }: Position, plot: Plot): Position => ({
  x: plot.x.getPixelForValue(x),
  y: plot.y.getPixelForValue(y),
});

/** Whether a pixel lies in an area, or at most `slack` pixels from it. */
export function inside({ x, y }: Position, area: Area, slack = 0): boolean {
  return (
    x >= area.left - slack &&
    x <= area.right + slack &&
    y >= area.top - slack &&
    y <= area.bottom + slack
  );
}
