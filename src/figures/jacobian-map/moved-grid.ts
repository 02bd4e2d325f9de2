import { lastOf } from '../shared/last-of.ts';
import { type Line, grid } from './grid.ts';
import { type PlaneMap, readMap } from './plane-map.ts';
import { type Bulk, bulkOf } from './square-window.ts';

/** A map and what it makes of the grid: the same wherever the point is. */
export interface MovedGrid {
  map: PlaneMap;
  lines: readonly Line[];
  /** Where most of it lies. */
  bulk: Bulk;
}

/** Throws ExpressionError. */
export const movedGrid: (f: string) => MovedGrid = lastOf(String, (f: string) => {
  const map = readMap(f);
  const lines = grid.map((line) => line.map(map.at));
  return { map, lines, bulk: bulkOf(lines.flat()) };
});
