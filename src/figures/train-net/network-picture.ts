/** The network as a picture: units as small maps of where they are on, weights as lines. */

import { at } from '../shared/at.ts';
import type { Position, Role } from '../shared/contract.ts';
import { below } from '../shared/worked.ts';
import type { Params, Result } from './experiment.ts';
import { featureNames } from './features.ts';
import { regionCells } from './snapshot.ts';

/** One weight: into a unit of a layer, from a unit or input before it, all counted from 1; from 0 is the bias. */
export interface Place {
  layer: number;
  unit: number;
  from: number;
}

export interface Edge extends Place {
  a: Position;
  b: Position;
  role: Role;
  /** In pixels. */
  width: number;
}

export interface Unit extends Position {
  key: string;
  /** What stands in it; a map where there is none. */
  text: string;
  /** Its map, as the path of an SVG of `regionCells` by `regionCells`. */
  on: string;
  quiet: boolean;
}

/** Positions as shares of the picture. */
const column = (index: number, columns: number): number => 0.04 + (0.92 * index) / (columns - 1);
const row = (index: number, rows: number): number => (index + 0.5) / rows;

function columnsOf(params: Params, { layers, regions, quiet }: Result): Unit[][] {
  const count = layers.length + 1;
  const place = (layer: number, index: number, units: number): Unit => ({
    key: `${String(layer)}.${String(index + 1)}`,
    x: column(layer, count),
    y: row(index, units),
    text: '',
    on: '',
    quiet: false,
  });
  const names = featureNames(params.features);
  return [
    names.map((text, index) => ({ ...place(0, index, names.length), text })),
    ...regions.map((units, layer) =>
      units.map((region, index) => ({
        ...place(layer + 1, index, units.length),
        on: regionPath(region),
        quiet: quiet.some((one) => one.layer === layer + 1 && one.unit === index + 1),
      })),
    ),
    [{ ...place(layers.length, 0, 1), text: 'ŷ' }],
  ];
}

/** Cells that are on as one path, rows from below. */
export function regionPath(region: string): string {
  return Array.from({ length: regionCells }, (_, line) => {
    const cells = region.slice(line * regionCells, (line + 1) * regionCells);
    return [...cells.matchAll(/1+/g)]
      .map(({ index, 0: run }) => {
        const width = String(run.length);
        return `M${String(index)} ${String(regionCells - 1 - line)}h${width}v1h-${width}z`;
      })
      .join('');
  }).join('');
}

export function networkPicture(params: Params, result: Result): { units: Unit[]; edges: Edge[] } {
  const columns = columnsOf(params, result);
  const largest = Math.max(
    1e-12,
    ...result.layers.flatMap(({ weights }) => weights.flat().map(Math.abs)),
  );
  const edges = result.layers.flatMap(({ weights }, index) =>
    weights.flatMap((values, unit) =>
      values.map((value, from) => ({
        layer: index + 1,
        unit: unit + 1,
        from: from + 1,
        a: at(at(columns, index), from),
        b: at(at(columns, index + 1), unit),
        role: value < 0 ? ('input' as const) : ('gradient' as const),
        width: 0.4 + (3.6 * Math.abs(value)) / largest,
      })),
    ),
  );
  return { units: columns.flat(), edges };
}

/** The most units of a layer: how tall the picture has to be. */
export const tallest = (params: Params, { layers }: Result): number =>
  Math.max(featureNames(params.features).length, ...layers.map(({ biases }) => biases.length));

/** The edge that passes nearest to a place of the picture, `aspect` times as wide as tall. */
export function nearestEdge(edges: readonly Edge[], place: Position, aspect: number): Edge | null {
  const far = (edge: Edge) => distance(edge, place, aspect);
  return edges.reduce<Edge | null>(
    (best, edge) => (best === null || far(edge) < far(best) ? edge : best),
    null,
  );
}

function distance({ a, b }: Edge, place: Position, aspect: number): number {
  const [dx, dy] = [(b.x - a.x) * aspect, b.y - a.y];
  const [px, py] = [(place.x - a.x) * aspect, place.y - a.y];
  const share = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
  return Math.hypot(px - share * dx, py - share * dy);
}

export const weightAt = ({ layers }: Result, { layer, unit, from }: Place): number => {
  const { weights, biases } = at(layers, layer - 1);
  return from === 0 ? at(biases, unit - 1) : at(at(weights, unit - 1), from - 1);
};

/** A place that this network has, nearest to one of another. */
export function within({ layers }: Result, place: Place): Place {
  const layer = Math.min(place.layer, layers.length);
  const { weights } = at(layers, layer - 1);
  return {
    layer,
    unit: Math.min(place.unit, weights.length),
    from: Math.min(place.from, at(weights, 0).length),
  };
}

/** What a weight may come from, and what it may lead into, as lists to choose from. */
export function choices(params: Params, { layers }: Result, { layer }: Place) {
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const { weights } = at(layers, layer - 1);
  const names = featureNames(params.features);
  return {
    layers: numbered(layers.length).map((value) => ({
      value,
      label: value === layers.length ? 'output' : String(value),
    })),
    units: numbered(weights.length).map((value) => ({
      value,
      label: layer === layers.length ? 'ŷ' : `h${below(value)}`,
    })),
    from: [
      ...numbered(at(weights, 0).length).map((value) => ({
        value,
        label: layer === 1 ? at(names, value - 1) : `h${below(value)}`,
      })),
      { value: 0, label: 'bias' },
    ],
  };
}
