import { clipToPlot, type Painter } from './paint.ts';

export const paintArrows: Painter = (context, scene) => {
  clipToPlot(context, scene, 8);
  context.lineWidth = 1.75;
  for (const { shape, colour, dash } of scene.arrows) {
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.setLineDash(dash);
    context.beginPath();
    context.moveTo(shape.start.x, shape.start.y);
    context.lineTo(shape.end.x, shape.end.y);
    context.stroke();
    if (!shape.head) continue;
    const [tip, left, right] = shape.head;
    context.beginPath();
    context.moveTo(tip.x, tip.y);
    context.lineTo(left.x, left.y);
    context.lineTo(right.x, right.y);
    context.closePath();
    context.fill();
  }
};
