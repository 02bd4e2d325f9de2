import type { Area } from '../plot.ts';
import type { Context } from './still.ts';

/** Limits drawing to an area, with some pixels around it. */
export function clipTo(context: Context, area: Area, around: number): void {
  const { left, top, right, bottom } = area;
  context.beginPath();
  context.rect(left - around, top - around, right - left + 2 * around, bottom - top + 2 * around);
  context.clip();
}
