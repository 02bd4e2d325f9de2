import { BasicPlatform } from 'chart.js';
import { configuration } from '../configuration.ts';
import { dataOf } from '../course-data.ts';
import { Chart } from '../engine.ts';
import type { Size } from '../plot.ts';
import type { Theme } from '../style.ts';
import type { ChartSpec } from '../types.ts';
import { SvgContext } from './svg-context.ts';

interface Picture {
  spec: ChartSpec;
  theme: Theme;
  size: Size;
}

/** What stands on a canvas of the page; null where no chart does. */
export function pictureOn(canvas: HTMLCanvasElement): Picture | null {
  const chart = Chart.getChart(canvas);
  if (!chart) return null;
  const { spec, theme } = dataOf(chart);
  return { spec, theme, size: { width: chart.width, height: chart.height } };
}

/**
 * A chart as elements of SVG, drawn by Chart.js from the configuration of the live one. Texts and colours
 * are measured on `real`; ids begin with `prefix`.
 */
export function chartMarkup(
  { spec, theme, size }: Picture,
  real: CanvasRenderingContext2D,
  prefix: string,
): string {
  const context = new SvgContext(size.width, size.height, real, prefix);
  const { options, ...made } = configuration(spec, theme, size);
  // Chart.js asks nothing of a canvas that this one lacks. Without segments it strokes a Path2D.
  const chart = new Chart(context.canvas as unknown as HTMLCanvasElement, {
    ...made,
    platform: BasicPlatform,
    options: {
      ...options,
      devicePixelRatio: 1,
      datasets: { line: { segment: {} } },
    },
  });
  const markup = context.markup();
  chart.destroy();
  return markup;
}
