import { at } from '../shared/at.ts';
import type { Position } from '../shared/contract.ts';
import type { Field } from '../shared/field.ts';

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
interface Seen extends Position {
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

/** A patch of the surface: its corners on paper, as SVG has them, and its mean height. */
export interface Patch {
  points: string;
  height: number;
}

const paper = ({ x, y }: Position): string => `${x.toFixed(3)},${y.toFixed(3)}`;

/** Heights from 0, the lowest of the field, to 1, the highest. */
export function heights({ values }: Field): (value: number) => number {
  const finite = values.filter((value) => value !== null);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  return (value) => (high > low ? (value - low) / (high - low) : 0);
}

/** The surface in patches that lie `stride` samples apart, the furthest first. */
export function patches(field: Field, view: View, stride = 2): Patch[] {
  const { columns, rows, values } = field;
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
  const found: (Patch & { depth: number })[] = [];
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
        depth: drawn.reduce((sum, { depth }) => sum + depth, 0) / 4,
      });
    }
  return found
    .toSorted((a, b) => b.depth - a.depth)
    .map(({ points, height: mean }) => ({ points, height: mean }));
}

/** Places along a path at their own loss, on paper; those outside the square are left out. */
export function pathOnPaper(
  path: readonly (Position & { loss: number })[],
  field: Field,
  range: number,
  view: View,
): Position[] {
  const height = heights(field);
  return path
    .map(({ x, y, loss }) => ({ x: x / range, y: y / range, height: Math.min(1.2, height(loss)) }))
    .filter(({ x, y }) => Math.abs(x) <= 1 && Math.abs(y) <= 1)
    .map((place) => seen(place, view));
}

export const polyline = (points: readonly Position[]): string => points.map(paper).join(' ');

/** Two axes of the base and their ends, for names. */
export function axes(view: View): { name: string; from: Position; to: Position }[] {
  const corner = (x: number, y: number) => seen({ x, y, height: 0 }, view);
  return [
    { name: 'first', from: corner(-1, -1), to: corner(1, -1) },
    { name: 'second', from: corner(-1, -1), to: corner(-1, 1) },
  ];
}
