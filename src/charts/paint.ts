import { paintAreas } from './paint-areas.ts';
import { paintArrows } from './paint-arrows.ts';
import { paintAxes } from './paint-axes.ts';
import { paintBars } from './paint-bars.ts';
import { paintCurves } from './paint-curves.ts';
import { paintLabels } from './paint-labels.ts';
import { paintLevels } from './paint-levels.ts';
import { paintCursor, paintHandles } from './paint-marks.ts';
import { paintPoints } from './paint-points.ts';
import type { Scene } from './scene.ts';

/** A painter draws one kind of thing of the scene. It may leave the context changed. */
export type Painter = (context: CanvasRenderingContext2D, scene: Scene) => void;

/** From the bottom to the top. */
const layers: readonly Painter[] = [
  paintLevels,
  paintAreas,
  paintAxes,
  paintBars,
  paintCursor,
  paintCurves,
  paintArrows,
  paintPoints,
  paintHandles,
  paintLabels,
];

/** Paints a chart on an empty canvas, in a browser or on a server. */
export const paint: Painter = (context, scene) => {
  for (const layer of layers) {
    context.save();
    layer(context, scene);
    context.restore();
  }
};

/** Limits drawing to the plot, with some pixels around it. */
export function clipToPlot(context: CanvasRenderingContext2D, scene: Scene, around: number): void {
  const { left, top, right, bottom } = scene.frame.area;
  context.beginPath();
  context.rect(left - around, top - around, right - left + 2 * around, bottom - top + 2 * around);
  context.clip();
}
