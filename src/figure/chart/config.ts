import type { ChartConfiguration, ChartData } from 'chart.js';
import { datasets } from './datasets.ts';
import type { FramedAxis, Size } from './frame.ts';
import { paint } from './paint.ts';
import { scene, type Scene } from './scene.ts';
import type { Theme } from './style.ts';
import type { ChartSpec } from './types.ts';

type Samples = { x: number; y: number | null }[];

/** Chart.js's data with the scene beside it, where the paint plugin finds it after every update. */
export interface SceneData extends ChartData<'scatter', Samples> {
  scene: Scene;
}

export type FigureConfig = Omit<ChartConfiguration<'scatter', Samples>, 'data'> & {
  data: SceneData;
};

/**
 * The one configuration behind every chart, live or still. Chart.js draws curves and points on fixed
 * scales; axes, arrows, level lines and labels are painted around them from the scene.
 */
export function config(
  spec: ChartSpec,
  theme: Theme,
  size: Size,
  pixelRatio: number,
): FigureConfig {
  const made = scene(spec, theme, size);
  const { area, x, y } = made.frame;
  return {
    type: 'scatter',
    data: { datasets: datasets(spec, made.frame, theme), scene: made },
    options: {
      ...{ responsive: false, animation: false, parsing: false, normalized: true, events: [] },
      devicePixelRatio: pixelRatio,
      layout: {
        autoPadding: false,
        padding: {
          ...{ left: area.left, top: area.top },
          ...{ right: size.width - area.right, bottom: size.height - area.bottom },
        },
      },
      scales: { x: fixed(x), y: fixed(y) },
    },
    plugins: [paint],
  };
}

function fixed({ min, max, log }: FramedAxis) {
  return { type: log ? 'logarithmic' : 'linear', display: false, min, max } as const;
}
