import type { Area } from '../plot.ts';
import type { Position } from '../types.ts';

/** A label and the places it would take, best first. A place is the middle of its text. */
export interface Placeable {
  text: string;
  colour: string;
  width: number;
  places: readonly Position[];
  /** Left out where every place would hide something. */
  optional?: boolean;
}

export interface PlacedLabel extends Position {
  text: string;
  colour: string;
}

const height = 15;

/**
 * Gives each label, in order, the place that costs least: hiding what is drawn costs a point per
 * pixel sample hidden, leaving the picture or covering another label costs far more, and each later
 * place a little. Deterministic, and good enough for the handful of labels a readable chart has.
 */
export function placeLabels(
  labels: readonly Placeable[],
  drawn: readonly Position[],
  bounds: Area,
): PlacedLabel[] {
  const taken: Area[] = [];
  const hidden = counter(drawn);
  return labels.flatMap(({ text, colour, width, places: wanted, optional }) => {
    const places = wanted.map((place) => keptInside(place, width, bounds));
    const costs = places.map((place, i) => cost(box(place, width), hidden, taken, bounds) + i / 4);
    const least = Math.min(...costs);
    const place = places[costs.indexOf(least)];
    if (!place || (optional && least > places.length / 4)) return [];
    taken.push(box(place, width));
    return [{ text, colour, ...place }];
  });
}

/** The nearest place whose text lies inside, in one that is wide enough for it. */
function keptInside({ x, y }: Position, width: number, bounds: Area): Position {
  const keep = (value: number, low: number, high: number): number =>
    low > high ? value : Math.max(low, Math.min(high, value));
  return {
    x: keep(x, bounds.left + width / 2, bounds.right - width / 2),
    y: keep(y, bounds.top + height / 2, bounds.bottom - height / 2),
  };
}

function box({ x, y }: Position, width: number): Area {
  return {
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2,
  };
}

function cost(
  area: Area,
  hidden: (area: Area) => number,
  taken: readonly Area[],
  bounds: Area,
): number {
  const covered = taken.reduce((sum, other) => sum + overlap(area, other), 0);
  const outside = (area.right - area.left) * (area.bottom - area.top) - overlap(area, bounds);
  return hidden(area) + covered + 4 * outside;
}

/** Counts pixels in an area; sorted into rows, because a chart has thousands and tries a hundred areas. */
function counter(pixels: readonly Position[]): (area: Area) => number {
  const rows = new Map<number, Position[]>();
  const rowOf = (y: number): number => Math.floor(y / height);
  for (const pixel of pixels) {
    const row = rows.get(rowOf(pixel.y));
    if (row) row.push(pixel);
    else rows.set(rowOf(pixel.y), [pixel]);
  }
  return ({ left, right, top, bottom }) => {
    let count = 0;
    for (let row = rowOf(top); row <= rowOf(bottom); row++)
      for (const { x, y } of rows.get(row) ?? [])
        if (x > left && x < right && y > top && y < bottom) count += 1;
    return count;
  };
}

/** Shared area in square pixels. */
function overlap(a: Area, b: Area): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.max(0, across) * Math.max(0, down);
}

/** Eight places around a pixel, nearest reading order first, clear of a mark of this radius. */
export function around({ x, y }: Position, width: number, radius: number): Position[] {
  const side = radius + 5 + width / 2;
  const rise = radius + 4 + height / 2;
  const slant = radius * 0.7 + 2 + width / 2;
  return [
    { x: x + side, y },
    { x: x + slant, y: y - rise * 0.8 },
    { x, y: y - rise },
    { x: x + slant, y: y + rise * 0.8 },
    { x: x - side, y },
    { x: x - slant, y: y - rise * 0.8 },
    { x, y: y + rise },
    { x: x - slant, y: y + rise * 0.8 },
  ];
}
