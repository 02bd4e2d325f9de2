import type { Chart } from 'chart.js';

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

interface Still {
  /** What it shows. */
  of: readonly unknown[];
  /** How often that was drawn. */
  times: number;
  picture?: OffscreenCanvas;
}

const stills = new WeakMap<Chart, Still>();

/** A picture costs more than the shapes in it: only what is drawn so often is worth one. */
const often = 3;

/**
 * Draws a part of a chart that may stay while the rest moves. What is drawn again and again is kept as a
 * picture: one drawing then does for all of its shapes. `of` holds all that the part depends on.
 */
export function drawStill(
  chart: Chart,
  of: readonly unknown[],
  draw: (context: Context) => void,
): void {
  const last = stills.get(chart);
  const same = last?.of.every((value, i) => value === of[i]) ?? false;
  const still: Still = last && same ? last : { of, times: 0 };
  stills.set(chart, still);
  still.times += 1;
  if (still.times < often || !('OffscreenCanvas' in globalThis)) {
    draw(chart.ctx);
    return;
  }
  still.picture ??= pictureOf(chart, draw);
  chart.ctx.save();
  chart.ctx.resetTransform();
  chart.ctx.drawImage(still.picture, 0, 0);
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
