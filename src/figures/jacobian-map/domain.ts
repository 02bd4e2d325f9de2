import { at } from '../shared/at.ts';
import type { PlotWindow, Position, Sample } from '../shared/contract.ts';
import { joined } from './broken-lines.ts';
import { type Line, crossing, grid, plane } from './grid.ts';
import { type Square, inscribed, outline } from './square.ts';
import type { Stretch } from './stretching.ts';
import { type Segment, scaled, segment } from './vectors.ts';

/** The plane before the map. Lines are separated by gaps. */
export interface Domain {
  window: PlotWindow;
  grid: Sample[];
  /** The two lines through the point. */
  cross: Sample[];
  square: Position[];
  circle: Position[];
  /** The directions stretched most and least, as long as the circle's radius. */
  stretched: Segment[];
}

/** A straight line is drawn by its ends alone. */
const ends = (line: Line): Line => [at(line, 0), at(line, -1)];

const straightGrid = joined(grid.map(ends), plane);

export function domainOf(square: Square, stretched: readonly Stretch[]): Domain {
  const { centre, side } = square;
  return {
    window: plane,
    grid: straightGrid,
    cross: joined(crossing(centre).map(ends), plane),
    square: outline(square),
    circle: inscribed(square),
    stretched: stretched.map(({ direction }) => segment(centre, scaled(direction, side / 2))),
  };
}
