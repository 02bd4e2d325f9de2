import type { Chart } from 'chart.js';

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

interface Still {
  /** What it shows. */
  of: readonly unknown[];
  picture?: OffscreenCanvas;
}

const stills = new WeakMap<Chart, Still>();

/**
 * Draws a part of a chart that seldom changes. What is shown a second time is kept as a picture: one
 * drawing then does for all of its shapes. `of` holds all that the part depends on.
 */
export function drawStill(
  chart: Chart,
  of: readonly unknown[],
  draw: (context: Context) => void,
): void {
  const last = stills.get(chart);
  const same = last?.of.every((value, i) => value === of[i]) ?? false;
  if (!last || !same || !('OffscreenCanvas' in globalThis)) {
    stills.set(chart, { of });
    draw(chart.ctx);
    return;
  }
  last.picture ??= pictureOf(chart, draw);
  chart.ctx.save();
  chart.ctx.resetTransform();
  chart.ctx.drawImage(last.picture, 0, 0);
  chart.ctx.restore();
}

function pictureOf({ canvas, ctx }: Chart, draw: (context: Context) => void): OffscreenCanvas {
  const picture = new OffscreenCanvas(canvas.width, canvas.height);
  const context = picture.getContext('2d');
  if (!context) throw new Error('still: the browser gave no canvas to draw on');
  context.setTransform(ctx.getTransform());
  draw(context);
  return picture;
}
