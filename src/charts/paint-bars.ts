import { mix } from './colour.ts';
import type { Painter } from './paint.ts';

/** Bars on a baseline; a hollow one is an outline around a faint tint. */
export const paintBars: Painter = (context, { bars, theme, frame }) => {
  for (const { left, width, foot, end, colour, hollow } of bars) {
    const [top, height] = [Math.min(foot, end), Math.abs(foot - end)];
    context.fillStyle = hollow ? mix(theme.paper, colour, 0.15) : colour;
    context.fillRect(left, top, width, height);
    if (!hollow || height < 2) continue;
    context.strokeStyle = colour;
    context.lineWidth = 1.5;
    context.strokeRect(left + 0.75, top + 0.75, width - 1.5, height - 1.5);
  }
  const base = bars[0]?.foot;
  if (base === undefined) return;
  const { left, right } = frame.area;
  context.strokeStyle = theme.soft;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(left, Math.round(base) + 0.5);
  context.lineTo(right, Math.round(base) + 0.5);
  context.stroke();
};
