import type { Painter } from './paint.ts';

/** A thin line at the current step. */
export const paintCursor: Painter = (context, scene) => {
  if (scene.cursor === null) return;
  const at = Math.round(scene.cursor) + 0.5;
  context.strokeStyle = scene.theme.soft;
  context.globalAlpha = 0.45;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(at, scene.frame.area.top);
  context.lineTo(at, scene.frame.area.bottom);
  context.stroke();
};

/** Points that can be moved are larger and stand in a soft disc. */
export const paintHandles: Painter = (context, scene) => {
  for (const { at, colour } of scene.handles) {
    context.fillStyle = colour;
    context.globalAlpha = 0.18;
    disc(context, at.x, at.y, 13);
    context.globalAlpha = 1;
    context.fillStyle = scene.theme.paper;
    disc(context, at.x, at.y, 8);
    context.fillStyle = colour;
    disc(context, at.x, at.y, 6);
  }
};

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}
