import { clipToPlot, type Painter } from './paint.ts';

/** Level lines over quiet bands: the higher, the deeper. */
export const paintLevels: Painter = (context, scene) => {
  if (scene.bands.length === 0) return;
  clipToPlot(context, scene, 0);
  context.fillStyle = scene.theme.roles.function;
  context.strokeStyle = scene.theme.soft;
  context.lineWidth = 1;
  for (const { rings } of scene.bands) {
    context.beginPath();
    for (const ring of rings) {
      ring.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
      context.closePath();
    }
    context.globalAlpha = 0.15 / scene.bands.length;
    context.fill('evenodd');
    context.globalAlpha = 0.4;
    context.stroke();
  }
};
