import type { Data } from '../core/dtype.ts';
import { type Shape, numel, sizeAt } from '../core/shape.ts';

/** A tensor of `shape` seen along one dimension: `outer` × `size` × `inner` elements. */
export interface Lines {
  outer: number;
  size: number;
  inner: number;
}

export function linesOf(shape: Shape, dim: number): Lines {
  return {
    outer: numel(shape.slice(0, dim)),
    size: sizeAt(shape, dim),
    inner: numel(shape.slice(dim + 1)),
  };
}

/** Calls `visit` for each line along a dimension: its first element, the step within it, its number. */
export function forEachLine(
  { outer, size, inner }: Lines,
  visit: (start: number, step: number, line: number) => void,
): void {
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) visit(o * size * inner + i, inner, o * inner + i);
  }
}

/** Fills `out` with what `combine` makes of each line along a dimension: its first element, the step, its size. */
export function combineLines(
  shape: Shape,
  dim: number,
  out: Data,
  combine: (start: number, step: number, size: number) => number,
): Data {
  const lines = linesOf(shape, dim);
  forEachLine(lines, (start, step, line) => (out[line] = combine(start, step, lines.size)));
  return out;
}
