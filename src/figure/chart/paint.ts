import type { Chart, Plugin } from 'chart.js';
import type { SceneData } from './config.ts';
import { paintAreas } from './paint-areas.ts';
import { paintArrows } from './paint-arrows.ts';
import { paintAxes } from './paint-axes.ts';
import { paintBars } from './paint-bars.ts';
import { paintCursor, paintHandles } from './paint-marks.ts';
import { paintLabels } from './paint-labels.ts';
import { paintLevels } from './paint-levels.ts';
import type { Scene } from './scene.ts';

/** A painter draws one kind of thing of the scene. It may leave the context changed. */
export type Painter = (context: CanvasRenderingContext2D, scene: Scene) => void;

/** Order of layers: levels, areas, axes, bars, cursor, curves (Chart.js), arrows, points (Chart.js), handles, labels. */
export const paint: Plugin<'scatter'> = {
  id: 'paint',
  beforeDatasetsDraw: (chart) =>
    layer(chart, paintLevels, paintAreas, paintAxes, paintBars, paintCursor),
  beforeDatasetDraw: (chart, { index }) => {
    if (index === chart.data.datasets.length - 1) layer(chart, paintArrows);
  },
  afterDatasetsDraw: (chart) => layer(chart, paintHandles, paintLabels),
};

function layer(chart: Chart, ...painters: Painter[]): void {
  const { scene } = chart.data as SceneData;
  for (const painter of painters) {
    chart.ctx.save();
    painter(chart.ctx, scene);
    chart.ctx.restore();
  }
}

/** Limits drawing to the plot, with some pixels around it. */
export function clipToPlot(context: CanvasRenderingContext2D, scene: Scene, around: number): void {
  const { left, top, right, bottom } = scene.frame.area;
  context.beginPath();
  context.rect(left - around, top - around, right - left + 2 * around, bottom - top + 2 * around);
  context.clip();
}
