import { lastOf } from '../shared/last-of.ts';
import { type Line, grid } from './grid.ts';
import { none } from './maps.ts';
import { type FormulaMap, type PlaneMap, composed, readMap } from './plane-map.ts';
import { type Bulk, bulkOf } from './square-window.ts';

/** A map and what it makes of the grid: the same wherever the point is. */
export interface MovedGrid {
  map: PlaneMap;
  lines: readonly Line[];
  /** Where most of it lies. */
  bulk: Bulk;
}

const gridMovedBy = (map: PlaneMap): MovedGrid => {
  const lines = grid.map((line) => line.map(map.at));
  return { map, lines, bulk: bulkOf(lines.flat()) };
};

/** Two maps one after the other, each with what becomes of the grid; null in place of a second that is none. */
export interface Moved {
  first: MovedGrid & { map: FormulaMap };
  second: FormulaMap | null;
  /** After both maps; the same as `first` where there is no second. */
  whole: MovedGrid;
}

/** The same as long as only the point moves. Throws ExpressionError. */
export const movedBy: (f: string, g: string) => Moved = lastOf(
  (f, g) => JSON.stringify([f, g]),
  (f, g) => {
    const map = readMap(f);
    const first = { ...gridMovedBy(map), map };
    const second = g === none ? null : readMap(g);
    return { first, second, whole: second ? gridMovedBy(composed(second, map)) : first };
  },
);
