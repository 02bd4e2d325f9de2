import type { Size } from './frame.ts';
import { paint } from './paint.ts';
import { scene } from './scene.ts';
import type { Theme } from './style.ts';
import type { ChartSpec } from './types.ts';

/**
 * Paints a chart on a canvas of the page, as the still pictures are painted. Loaded only when a figure
 * comes near the viewport.
 */
export function paintLive(
  canvas: HTMLCanvasElement,
  spec: ChartSpec,
  theme: Theme,
  size: Size,
): void {
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('chart: the browser gave no canvas to paint on');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  paint(context, scene(spec, theme, size));
}
