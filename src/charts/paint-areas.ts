import { clipToPlot, type Painter } from './paint.ts';

/** A quiet tint of what a filled curve goes around; what it goes around twice is tinted once. */
export const paintAreas: Painter = (context, scene) => {
  clipToPlot(context, scene, 0);
  context.globalAlpha = 0.16;
  for (const { ring, colour } of scene.areas) {
    context.fillStyle = colour;
    context.beginPath();
    ring.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.closePath();
    context.fill();
  }
};
