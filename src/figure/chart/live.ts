import { config } from './config.ts';
import { Chart } from './engine.ts';
import type { Size } from './frame.ts';
import type { Theme } from './style.ts';
import type { ChartSpec } from './types.ts';

/** A chart on a canvas of the page. Loaded only when a figure comes near the viewport. */
export interface LiveChart {
  show: (spec: ChartSpec, theme: Theme, size: Size) => void;
  destroy: () => void;
}

export function liveChart(
  canvas: HTMLCanvasElement,
  spec: ChartSpec,
  theme: Theme,
  size: Size,
): LiveChart {
  setSize(canvas, size);
  const chart = new Chart(canvas, config(spec, theme, size, window.devicePixelRatio));
  let shown = size;
  return {
    show(nextSpec, nextTheme, nextSize) {
      const { data, options } = config(nextSpec, nextTheme, nextSize, window.devicePixelRatio);
      chart.data = data;
      chart.options = options ?? {};
      if (shown.width !== nextSize.width || shown.height !== nextSize.height) {
        shown = nextSize;
        chart.resize(nextSize.width, nextSize.height);
      }
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
}

function setSize(canvas: HTMLCanvasElement, { width, height }: Size): void {
  canvas.width = width;
  canvas.height = height;
}
