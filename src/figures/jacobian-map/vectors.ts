import type { Position } from '../shared/contract.ts';

export interface Segment {
  from: Position;
  to: Position;
}

export const sum = (a: Position, b: Position): Position => ({ x: a.x + b.x, y: a.y + b.y });

export const scaled = ({ x, y }: Position, factor: number): Position => ({
  x: factor * x,
  y: factor * y,
});

/** From a point, by a vector. */
export const segment = (from: Position, by: Position): Segment => ({ from, to: sum(from, by) });
