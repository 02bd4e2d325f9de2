import type { Position } from '../types.ts';

/** A straight arrow in pixels: shaft from start to the head's base, and the head's corners. */
export interface ArrowShape {
  start: Position;
  end: Position;
  /** Tip first; null where there is no room for a head. */
  head: [Position, Position, Position] | null;
}

/** Pixels beyond which canvases lose their precision; a step from or to there says nothing. */
const far = 1e6;

/**
 * Shape of an arrow between two pixels, kept `gap` pixels away from what stands at its tip.
 * Null when nothing of it would be seen. A short arrow has a small head.
 */
export function arrowShape(from: Position, to: Position, gap: number): ArrowShape | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (!(length - gap > 2) || !(Math.hypot(from.x, from.y) < far) || !(length < far)) return null;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const tip = { x: to.x - along.x * gap, y: to.y - along.y * gap };
  const size = Math.min(9, (length - gap) * 0.6);
  if (size < 3) return { start: from, end: tip, head: null };
  const base = { x: tip.x - along.x * size, y: tip.y - along.y * size };
  const half = size * 0.4;
  return {
    start: from,
    end: { x: base.x + along.x, y: base.y + along.y },
    head: [
      tip,
      { x: base.x - along.y * half, y: base.y + along.x * half },
      { x: base.x + along.y * half, y: base.y - along.x * half },
    ],
  };
}
