import { contours } from 'd3-contour';
import type { Frame } from './frame.ts';
import { levels } from './levels.ts';
import type { Field, Position } from './types.ts';

/** Everything at least as high as `level`: closed rings in pixels, outer rings and holes alike. */
export interface Band {
  level: number;
  rings: Position[][];
}

interface GridBand {
  level: number;
  rings: [number, number][][];
}

/** A field is traced once; moving a point or resizing the chart only maps it again. */
const traced = new WeakMap<Field['values'], GridBand[]>();

/** Bands of a field, low to high, in the pixels of a frame whose axes the field spans. */
export function bands(field: Field, { x, y }: Frame): Band[] {
  const column = (x.toPixel(x.max) - x.toPixel(x.min)) / (field.columns - 1);
  const row = (y.toPixel(y.max) - y.toPixel(y.min)) / (field.rows - 1);
  // d3-contour has the sample of column i and row j at (i + ½, j + ½).
  const toPixel = ([i, j]: [number, number]): Position => ({
    x: x.toPixel(x.min) + (i - 0.5) * column,
    y: y.toPixel(y.min) + (j - 0.5) * row,
  });
  return trace(field).map(({ level, rings }) => ({
    level,
    rings: rings.map((ring) => ring.map(toPixel)),
  }));
}

function trace(field: Field): GridBand[] {
  const known = traced.get(field.values);
  if (known) return known;
  const { columns, rows, values } = field;
  if (values.length !== columns * rows) {
    throw new RangeError(
      `contour: a field of ${columns} columns and ${rows} rows needs ${columns * rows} values, got ${values.length}`,
    );
  }
  const heights = values.map((value) => value ?? NaN);
  const generator = contours().size([columns, rows]).thresholds(levels(heights, 16));
  const found = generator(heights).map(({ value, coordinates }) => ({
    level: value,
    rings: coordinates.flat() as [number, number][][],
  }));
  traced.set(field.values, found);
  return found;
}
