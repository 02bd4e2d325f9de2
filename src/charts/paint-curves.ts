import type { DrawnCurve } from './drawn-curves.ts';
import { clipToPlot, type Painter } from './paint.ts';
import { paintMark } from './paint-points.ts';

/** Lines first, then the markers of each curve over its own line. */
export const paintCurves: Painter = (context, scene) => {
  for (const curve of scene.curves) {
    context.save();
    clipToPlot(context, scene, curve.marks.length > 0 ? 8 : 1);
    stroke(context, curve);
    for (const mark of curve.marks) paintMark(context, mark);
    context.restore();
  }
};

function stroke(
  context: CanvasRenderingContext2D,
  { lines, colour, width, dash }: DrawnCurve,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.setLineDash(dash);
  context.beginPath();
  for (const line of lines)
    line.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
  context.setLineDash([]);
}
