/** A field as a surface seen from one side, in units of half its base. */

import { at } from '../at.ts';
import type { PlotWindow, Position, Range } from '../contract.ts';
import type { Field } from '../field.ts';

/** From where a surface is seen, in degrees: round the vertical axis, and up from the level. */
export interface View {
  turn: number;
  tilt: number;
}

/** A place above the square: across and back from −1 to 1, height from 0 to 1. */
export interface Place extends Position {
  height: number;
}

/** A place on paper, and how far behind it lies. */
export interface Seen extends Position {
  depth: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
/** How tall the surface is, where its base is 2 wide. */
const tall = 1.1;

/** Parallel projection: what stands upright stays upright on paper, whose y grows downwards. */
export function seen({ x, y, height }: Place, { turn, tilt }: View): Seen {
  const [c, s] = [Math.cos(radians(turn)), Math.sin(radians(turn))];
  const across = c * x - s * y;
  const back = s * x + c * y;
  const [lift, level] = [Math.cos(radians(tilt)), Math.sin(radians(tilt))];
  return {
    x: across,
    y: -(back * level + (height - 0.5) * tall * lift),
    depth: back * lift - height * tall * level,
  };
}

/** A patch of the surface: its corners on paper, as SVG has them, its mean height, and its furthest depth. */
export interface Patch {
  points: string;
  height: number;
  depth: number;
}

/** A short stretch of a line: as SVG has it, with the length on paper of what comes before it. */
export interface Stretch {
  points: string;
  before: number;
  depth: number;
}

const paper = ({ x, y }: Position): string => `${x.toFixed(3)},${y.toFixed(3)}`;

/** Heights from 0, the lowest of the field, to 1, the highest. */
export function heights({ values }: Field): (value: number) => number {
  const finite = values.filter((value) => value !== null);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  return (value) => (high > low ? (value - low) / (high - low) : 0);
}

/** How many samples apart the corners of patches lie, so that the last patch ends where the field does. */
const strideOf = ({ columns }: Field): number =>
  [2, 3].find((stride) => (columns - 1) % stride === 0) ?? 1;

/** The surface in patches. Columns and rows are as many. */
export function patches(field: Field, view: View): Patch[] {
  const { columns, rows, values } = field;
  const stride = strideOf(field);
  const height = heights(field);
  const place = (column: number, row: number): Place | null => {
    const value = at(values, row * columns + column);
    return value === null
      ? null
      : {
          x: (2 * column) / (columns - 1) - 1,
          y: (2 * row) / (rows - 1) - 1,
          height: height(value),
        };
  };
  const found: Patch[] = [];
  for (let row = 0; row + stride < rows; row += stride)
    for (let column = 0; column + stride < columns; column += stride) {
      const corners = [
        place(column, row),
        place(column + stride, row),
        place(column + stride, row + stride),
        place(column, row + stride),
      ].filter((corner) => corner !== null);
      if (corners.length < 4) continue;
      const drawn = corners.map((corner) => seen(corner, view));
      found.push({
        points: drawn.map(paper).join(' '),
        height: corners.reduce((sum, corner) => sum + corner.height, 0) / 4,
        depth: Math.max(...drawn.map(({ depth }) => depth)),
      });
    }
  return found;
}

/** The furthest first: what is nearer is drawn over it. */
export const backToFront = <T extends { depth: number }>(shapes: readonly T[]): T[] =>
  shapes.toSorted((a, b) => b.depth - a.depth);

/** A place of the window, at a height of its own or else on the surface. */
export interface Above extends Position {
  z?: number | null;
}

/** Places in their order, on paper; null outside the window and where there is no value. */
export function onPaper(
  line: readonly Above[],
  field: Field,
  window: PlotWindow,
  view: View,
): (Seen | null)[] {
  const height = heights(field);
  return line.map(({ x, y, z }) => {
    const place = { x: share(x, window.x), y: share(y, window.y) };
    if (Math.max(Math.abs(place.x), Math.abs(place.y)) > 1) return null;
    const value = z ?? valueAt(field, place);
    return value === null ? null : seen({ ...place, height: Math.min(1.2, height(value)) }, view);
  });
}

/** No longer than this is a stretch, in units of half the base: about as long as a patch. */
const LONGEST = 0.1;

/** A line in stretches, each of which is hidden or not; a gap where a place is missing. */
export function stretches(line: readonly (Seen | null)[]): Stretch[] {
  const found: Stretch[] = [];
  let before = 0;
  for (const [index, to] of line.entries()) {
    const from = index > 0 ? at(line, index - 1) : null;
    if (!from || !to) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const count = Math.ceil(Math.hypot(length, to.depth - from.depth) / LONGEST);
    for (let part = 0; part < count; part++) {
      const ends = [between(from, to, part / count), between(from, to, (part + 1) / count)];
      found.push({
        points: ends.map(paper).join(' '),
        before: before + (part / count) * length,
        depth: Math.min(...ends.map(({ depth }) => depth)),
      });
    }
    before += length;
  }
  return found;
}

const between = (from: Seen, to: Seen, part: number): Seen => ({
  x: mix(from.x, to.x, part),
  y: mix(from.y, to.y, part),
  depth: mix(from.depth, to.depth, part),
});

/** From −1 at the lower end to 1 at the upper. */
const share = (value: number, { min, max }: Range): number => (2 * (value - min)) / (max - min) - 1;

/** Between the four samples around a place, in proportion; null where one of them is. */
export function valueAt({ columns, rows, values }: Field, { x, y }: Position): number | null {
  const across = ((x + 1) / 2) * (columns - 1);
  const up = ((y + 1) / 2) * (rows - 1);
  const column = Math.min(columns - 2, Math.floor(across));
  const row = Math.min(rows - 2, Math.floor(up));
  const along = (line: number): number | null => {
    const left = at(values, line * columns + column);
    const right = at(values, line * columns + column + 1);
    return left === null || right === null ? null : mix(left, right, across - column);
  };
  const lower = along(row);
  const upper = along(row + 1);
  return lower === null || upper === null ? null : mix(lower, upper, up - row);
}

const mix = (from: number, to: number, part: number): number => from + part * (to - from);

/** A straight line from the first place to the last, in so many steps that it can follow the surface. */
export function straight(ends: readonly Position[], steps = 32): Position[] {
  const from = at(ends, 0);
  const to = at(ends, -1);
  return Array.from({ length: steps + 1 }, (_, step) => ({
    x: mix(from.x, to.x, step / steps),
    y: mix(from.y, to.y, step / steps),
  }));
}

/** The two edges of the base that are nearest, with their names. */
export function axes(
  view: View,
  [across, back]: readonly [string, string],
): { name: string; from: Position; to: Position }[] {
  const corner = (x: number, y: number) => seen({ x, y, height: 0 }, view);
  const x = Math.sin(radians(view.turn)) > 0 ? -1 : 1;
  const y = Math.cos(radians(view.turn)) > 0 ? -1 : 1;
  return [
    { name: across, from: corner(-1, y), to: corner(1, y) },
    { name: back, from: corner(x, -1), to: corner(x, 1) },
  ];
}
