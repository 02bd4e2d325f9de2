import { mix } from './colour.ts';
import { clipToPlot, type Painter } from './paint.ts';

/** Level lines over quiet bands: the higher, the deeper. */
export const paintLevels: Painter = (context, scene) => {
  if (scene.bands.length === 0) return;
  clipToPlot(context, scene, 0);
  context.strokeStyle = scene.theme.soft;
  context.lineWidth = 1;
  scene.bands.forEach(({ rings }, i) => {
    context.beginPath();
    for (const ring of rings) {
      ring.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
      context.closePath();
    }
    const depth = (0.15 * (i + 1)) / scene.bands.length;
    context.globalAlpha = 1;
    context.fillStyle = mix(scene.theme.paper, scene.theme.roles.function, depth);
    context.fill('evenodd');
    context.globalAlpha = 0.4;
    context.stroke();
  });
};
