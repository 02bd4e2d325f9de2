import type { Handle, Position } from './types.ts';

export interface Bounds {
  min: Position;
  max: Position;
}

/** Bounds of a handle: its own where it has them, else the ends of the axes. */
export function bounds(handle: Pick<Handle, 'axis' | 'min' | 'max'>, axes: Bounds): Bounds {
  return { min: bound(handle, 'min', axes), max: bound(handle, 'max', axes) };
}

function bound(handle: Pick<Handle, 'axis' | 'min' | 'max'>, end: 'min' | 'max', axes: Bounds) {
  const own = handle[end];
  if (typeof own !== 'number') return { ...axes[end], ...own };
  return {
    x: handle.axis === 'y' ? axes[end].x : own,
    y: handle.axis === 'x' ? axes[end].y : own,
  };
}

/** Where a handle lands: only along its axis, inside its bounds. */
export function landing(from: Handle, to: Position, { min, max }: Bounds): Position {
  return {
    x: from.axis === 'y' ? from.x : Math.max(min.x, Math.min(max.x, to.x)),
    y: from.axis === 'x' ? from.y : Math.max(min.y, Math.min(max.y, to.y)),
  };
}

/** A value on the nearest multiple of a step, without the dust of binary fractions. */
export function snap(value: number, step: number): number {
  if (!(step > 0)) return value;
  return Number((Math.round(value / step) * step).toPrecision(12));
}

const directions: Record<string, Position> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowDown: { x: 0, y: -1 },
  ArrowUp: { x: 0, y: 1 },
};

/**
 * Where a key takes a handle, or null for a key that moves nothing. Shift is ten steps, Alt a tenth
 * of one. On a single axis all four arrows work, as on a slider.
 */
export function keyTarget(
  handle: Handle,
  key: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>,
): Position | null {
  const direction = directions[key.key];
  if (!direction) return null;
  const times = key.shiftKey ? 10 : key.altKey ? 0.1 : 1;
  const step = steps(handle);
  const along = direction.x + direction.y;
  const way = handle.axis === 'both' ? direction : { x: along, y: along };
  return {
    x: tidy(handle.x + way.x * step.x * times),
    y: tidy(handle.y + way.y * step.y * times),
  };
}

/** Steps of a handle along each axis. */
export function steps({ step }: Pick<Handle, 'step'>): Position {
  return typeof step === 'number' ? { x: step, y: step } : step;
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
