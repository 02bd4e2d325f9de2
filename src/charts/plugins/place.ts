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
  return labels.flatMap(({ text, colour, width, places, optional }) => {
    const costs = places.map((place, i) => cost(box(place, width), drawn, taken, bounds) + i / 4);
    const least = Math.min(...costs);
    const place = places[costs.indexOf(least)];
    if (!place || (optional && least > places.length / 4)) return [];
    taken.push(box(place, width));
    return [{ text, colour, ...place }];
  });
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
  drawn: readonly Position[],
  taken: readonly Area[],
  bounds: Area,
): number {
  let sum = 0;
  for (const { x, y } of drawn) {
    if (x > area.left && x < area.right && y > area.top && y < area.bottom) sum += 1;
  }
  for (const other of taken) sum += overlap(area, other);
  const visible = overlap(area, bounds);
  return sum + 4 * ((area.right - area.left) * (area.bottom - area.top) - visible);
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
