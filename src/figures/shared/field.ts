import { compile, parse } from '@calculus/expression';
import { at } from './at.ts';
import type { PlotWindow, Table } from './contract.ts';
import { orNull } from './finite.ts';
import { lastOf } from './last-of.ts';
import { places } from './sample-curve.ts';

export { orNull };

type Entry = number | null;

/** f over a window: `values[row * columns + column]`, rows from below; null where f is undefined. */
export interface Field {
  columns: number;
  rows: number;
  values: Entry[];
}

const cells = 64;

/** Samples f on a grid of `count` by `count` that spans the window, ends included. */
export function fieldOf(
  f: (point: { x: number; y: number }) => number,
  window: PlotWindow,
  count = cells,
): Field {
  const across = places(window.x, count);
  const values = places(window.y, count).flatMap((y) => across.map((x) => orNull(f({ x, y }))));
  return { columns: count, rows: count, values };
}

/**
 * The field of a formula in x and y. Sampled once for a formula and a window, so that a figure whose
 * point moves gets the same field again. Throws ExpressionError.
 */
export const formulaField: (formula: string, window: PlotWindow) => Field = lastOf(
  (formula, window) => JSON.stringify([formula, window]),
  (formula, window) => fieldOf(compile(parse(formula, { variables: ['x', 'y'] })), window),
);

/** A grid of ten by ten, ends included, is enough to draw the picture again. */
export function fieldTable({ values }: Field, window: PlotWindow): Table {
  const stride = 7;
  const kept = (_: number, index: number) => index % stride === 0;
  const across = places(window.x, cells).filter(kept);
  return {
    caption: 'f over the picture, on a coarser grid',
    columns: ['x', 'y', 'f'],
    rows: places(window.y, cells)
      .filter(kept)
      .flatMap((y, row) =>
        across.map((x, column) => [x, y, at(values, stride * (row * cells + column))]),
      ),
  };
}
