import { type Area, inside } from '../plot.ts';
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

/**
 * The part of an arrow that starts inside an area and ends at its edge, where the arrow goes on beyond
 * it; null for an arrow that does not leave.
 */
export function cutOff(from: Position, to: Position, area: Area): Position | null {
  if (!inside(from, area, 1) || inside(to, area, 1)) return null;
  const share = Math.min(
    shareWithin(from.x, to.x, area.left, area.right),
    shareWithin(from.y, to.y, area.top, area.bottom),
  );
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

/** How far one can go from a value to another, as a share of the way, before one leaves an interval. */
function shareWithin(from: number, to: number, low: number, high: number): number {
  if (to > high) return Math.max(0, (high - from) / (to - from));
  if (to < low) return Math.max(0, (low - from) / (to - from));
  return 1;
}
