import type { Painter } from './paint.ts';
import { fontSize } from './text.ts';

/** Names at the things themselves, on a halo of paper. */
export const paintLabels: Painter = (context, { labels, theme }) => {
  context.font = `500 ${fontSize}px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = theme.paper;
  for (const { text, colour, x, y } of labels) {
    context.globalAlpha = 0.85;
    context.strokeText(text, x, y);
    context.globalAlpha = 1;
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }
};
