import { type Plot, toPixel } from './plot.ts';
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

/**
 * The handle that a click on the plot moves there: the nearest of the points that are inputs, or of all
 * where none is.
 */
export function handleFor(
  handles: readonly Handle[],
  pixel: Position,
  plot: Plot,
): Handle | undefined {
  const inputs = handles.filter(({ role }) => role === 'input');
  const distance = (handle: Handle): number => {
    const { x, y } = toPixel(handle, plot);
    return Math.hypot(handle.axis === 'y' ? 0 : x - pixel.x, handle.axis === 'x' ? 0 : y - pixel.y);
  };
  return (inputs.length > 0 ? inputs : [...handles]).toSorted(
    (a, b) => distance(a) - distance(b),
  )[0];
}

/** Moves a handle to a place on the plot, on its grid and inside its bounds. */
export function moveTo(handle: Handle, to: Position, plot: Plot): void {
  const step = steps(handle);
  const axes = { min: { x: plot.x.min, y: plot.y.min }, max: { x: plot.x.max, y: plot.y.max } };
  const wanted = { x: snap(to.x, step.x), y: snap(to.y, step.y) };
  const { x, y } = landing(handle, wanted, bounds(handle, axes));
  if (x !== handle.x || y !== handle.y) handle.onmove(x, y);
}
