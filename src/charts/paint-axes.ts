import type { Painter } from './paint.ts';
import type { Scene } from './scene.ts';
import { exponentSize, fontSize, tickWidth } from './text.ts';
import type { TickLabel } from './tick-label.ts';

/** Hairlines at the heights, a baseline, tick numbers, and both names set level with the page. */
export const paintAxes: Painter = (context, scene) => {
  const { x, y, area } = scene.frame;
  context.lineWidth = 1;
  y.values.forEach((value, i) => {
    const height = Math.round(y.toPixel(value)) + 0.5;
    const onBase = Math.abs(height - area.bottom) < 1;
    if (scene.bands.length === 0 || onBase) {
      rule(context, onBase ? scene.theme.line : scene.theme.hair, height, area.left, area.right);
    }
    const label = y.labels[i] ?? { text: '' };
    write(context, scene, label, { right: area.left - 10 }, y.toPixel(value));
  });
  x.values.forEach((value, i) => {
    const label = x.labels[i] ?? { text: '' };
    write(context, scene, label, { centre: x.toPixel(value) }, area.bottom + 15);
  });
  names(context, scene);
};

function rule(
  context: CanvasRenderingContext2D,
  colour: string,
  height: number,
  left: number,
  right: number,
): void {
  context.strokeStyle = colour;
  context.beginPath();
  context.moveTo(left, height);
  context.lineTo(right, height);
  context.stroke();
}

function write(
  context: CanvasRenderingContext2D,
  { theme }: Scene,
  { text, exponent }: TickLabel,
  at: { right: number } | { centre: number },
  middle: number,
): void {
  const small = `${exponentSize}px ${theme.font}`;
  const normal = `${fontSize}px ${theme.font}`;
  context.font = small;
  const raised = exponent ? context.measureText(exponent).width + 1 : 0;
  context.font = normal;
  const width = context.measureText(text).width;
  const left = 'right' in at ? at.right - width - raised : at.centre - (width + raised) / 2;
  context.fillStyle = theme.soft;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillText(text, left, middle);
  if (!exponent) return;
  context.font = small;
  context.fillText(exponent, left + width + 1, middle - 5);
}

function names(context: CanvasRenderingContext2D, { theme, frame }: Scene): void {
  const { area, size, x, y } = frame;
  context.fillStyle = theme.soft;
  context.font = `500 ${fontSize}px ${theme.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const indent = Math.min(...y.labels.map((label) => area.left - 10 - tickWidth(label)));
  context.fillText(y.name, indent, area.top - 17);
  context.textAlign = 'right';
  context.fillText(x.name, area.right, size.height - 9);
}
