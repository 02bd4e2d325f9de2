import { contours } from 'd3-contour';
import type { Plot } from '../plot.ts';
import type { Field, Position } from '../types.ts';
import { heatLevels, levels } from './levels.ts';

/** Everything at least as high as `level`: closed rings in columns and rows, outer rings and holes alike. */
export interface Band {
  level: number;
  rings: GridPoint[][];
}

export type GridPoint = [column: number, row: number];

interface Traced {
  field: Field;
  bands: Band[];
}

/** Fields traced last, the latest first: as many as charts of fields are moved at a time, and more. */
const known: Traced[] = [];
const kept = 8;

/**
 * Bands of a field, low to high. A field is traced again only when its values changed: a new array of
 * the same numbers is the same field.
 */
export function bands(field: Field): Band[] {
  const found = known.findIndex((traced) => isSame(traced.field, field));
  const traced = known[found] ?? { field, bands: contour(field) };
  if (found !== -1) known.splice(found, 1);
  known.unshift(traced);
  known.length = Math.min(known.length, kept);
  return traced.bands;
}

/** Unequal fields differ near their beginning: finding out is cheap either way. */
function isSame(a: Field, b: Field): boolean {
  return (
    a.columns === b.columns &&
    a.rows === b.rows &&
    a.style === b.style &&
    a.middle === b.middle &&
    a.reach === b.reach &&
    (a.values === b.values ||
      (a.values.length === b.values.length &&
        a.values.every((value, i) => Object.is(value, b.values[i]))))
  );
}

function contour({ columns, rows, values, style, middle = 0, reach }: Field): Band[] {
  if (values.length !== columns * rows) {
    throw new RangeError(
      `contour: a field of ${String(columns)} columns and ${String(rows)} rows needs ` +
        `${String(columns * rows)} values, got ${String(values.length)}`,
    );
  }
  const heights = values.map((value) => value ?? NaN);
  const thresholds = style === 'heat' ? heatLevels(heights, middle, reach) : levels(heights, 16);
  const generator = contours().size([columns, rows]).thresholds(thresholds);
  return generator(heights).map(({ value, coordinates }) => ({
    level: value,
    rings: coordinates.flat() as GridPoint[][],
  }));
}

/**
 * From a field's columns and rows to the pixels of the plot whose axes it spans. d3-contour has the sample
 * of column i and row j at (i + ½, j + ½).
 */
export function gridToPixel({ columns, rows }: Field, { x, y }: Plot): (at: GridPoint) => Position {
  const left = x.getPixelForValue(x.min);
  const foot = y.getPixelForValue(y.min);
  const column = (x.getPixelForValue(x.max) - left) / (columns - 1);
  const row = (y.getPixelForValue(y.max) - foot) / (rows - 1);
  return ([i, j]) => ({ x: left + (i - 0.5) * column, y: foot + (j - 0.5) * row });
}
