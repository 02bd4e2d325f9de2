import type { DrawnMark } from './drawn-curves.ts';
import type { Painter } from './paint.ts';
import type { Shape } from './types.ts';

export const paintPoints: Painter = (context, { points }) => {
  for (const point of points) paintMark(context, point);
};

/** Corners of each shape around its middle, for a radius of 1; a circle has none. */
const corners: Record<Shape, readonly (readonly [x: number, y: number])[]> = {
  circle: [],
  square: [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x = 0, y = 0]) => [x * Math.SQRT1_2, y * Math.SQRT1_2]), // prettier-ignore
  triangle: [0, 1, 2].map((third) => [
    Math.sin((2 * Math.PI * third) / 3),
    -Math.cos((2 * Math.PI * third) / 3),
  ]),
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]], // prettier-ignore
};

export function paintMark(context: CanvasRenderingContext2D, mark: DrawnMark): void {
  const { x, y, radius } = mark;
  context.beginPath();
  if (mark.shape === 'circle') context.arc(x, y, radius, 0, 2 * Math.PI);
  for (const [across, down] of corners[mark.shape])
    context.lineTo(x + radius * across, y + radius * down);
  context.closePath();
  context.fillStyle = mark.inside;
  context.fill();
  context.strokeStyle = mark.ring;
  context.lineWidth = mark.ringWidth;
  context.stroke();
}
