import type { ChartDataset } from 'chart.js';
import type { Ends } from './ends.ts';
import { pointStyles, radii, roleShapes, type Theme } from './style.ts';
import type { Point, Position } from './types.ts';

export type PointDataset = ChartDataset<'scatter', Position[]>;

/** More points than this are small: a cloud of data, not marks to look at one by one. */
const crowd = 45;

/**
 * Points inside the plot, one dataset for each look, so that hundreds of them cost what a few do. A ring
 * of paper sets them apart from the curves they lie on. Never empty: arrows are drawn below the points.
 */
export function pointDatasets(
  points: readonly Point[],
  x: Ends,
  y: Ends,
  theme: Theme,
): PointDataset[] {
  const looks = new Map<string, Point[]>();
  for (const point of points) {
    if (!within(point.x, x) || !within(point.y, y)) continue;
    const look = `${point.role} ${shapeOf(point)} ${String(point.hollow ?? false)}`;
    const alike = looks.get(look);
    if (alike) alike.push(point);
    else looks.set(look, [point]);
  }
  const crowded = points.length > crowd;
  const groups = [...looks.values()].map((alike) => pointDataset(alike, crowded, theme));
  return groups.length > 0 ? groups.reverse() : [{ type: 'scatter', data: [] }];
}

const within = (value: number, { min, max }: Ends): boolean => value >= min && value <= max;

const shapeOf = ({ shape, role }: Point) => shape ?? roleShapes[role];

function pointDataset(points: readonly Point[], crowded: boolean, theme: Theme): PointDataset {
  const [first] = points;
  if (!first) return { type: 'scatter', data: [] };
  const colour = theme.roles[first.role];
  const shape = shapeOf(first);
  const radius = radii[shape] - (first.hollow ? 0.5 : 0);
  return {
    type: 'scatter',
    data: points.map(({ x, y }) => ({ x, y })),
    clip: false,
    pointStyle: pointStyles[shape],
    pointRadius: crowded ? 0.65 * radius : radius,
    pointBackgroundColor: first.hollow ? theme.paper : colour,
    pointBorderColor: first.hollow ? colour : theme.paper,
    pointBorderWidth: crowded ? 1 : first.hollow ? 2 : 1.5,
  };
}
