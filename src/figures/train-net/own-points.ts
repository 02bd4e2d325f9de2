/** Points that a reader sets, as the text that stands in the address: `0.5_-1_A~1_0.2_B`. */

import { at } from '../shared/at.ts';

export interface OwnPoint {
  x: number;
  y: number;
  /** 0 or 1, written A or B. */
  label: number;
}

/** Own points lie within this of the origin. */
export const reach = 2;
export const mostPoints = 120;

export type Reading<Entry> =
  { entries: Entry[]; problem?: undefined } | { entries?: undefined; problem: string };

const pointPattern = /^(-?\d(?:\.\d{1,4})?)_(-?\d(?:\.\d{1,4})?)_([AB])$/;

/** The points of a text, or what is wrong with it, in words that follow its quotation. */
export function readPoints(text: string): Reading<OwnPoint> {
  const parts = text === '' ? [] : text.split('~');
  if (parts.length === 0) return { problem: 'has no point' };
  if (parts.length > mostPoints) return { problem: `has more than ${String(mostPoints)} points` };
  const entries: OwnPoint[] = [];
  for (const part of parts) {
    const match = pointPattern.exec(part);
    if (!match) return { problem: 'is no list of points such as 0.5_-1_A~1_0.2_B' };
    const [x, y] = [Number(match[1]), Number(match[2])];
    if (Math.abs(x) > reach || Math.abs(y) > reach)
      return { problem: `has a point farther than ${String(reach)} from the middle` };
    entries.push({ x, y, label: match[3] === 'B' ? 1 : 0 });
  }
  return { entries };
}

const digits = (value: number): string =>
  String(Number(Math.max(-reach, Math.min(value, reach)).toFixed(4)) + 0);

export const writePoints = (points: readonly OwnPoint[]): string =>
  points.map(({ x, y, label }) => `${digits(x)}_${digits(y)}_${at(['A', 'B'], label)}`).join('~');

/** The text with one more point; as many as there may be stay, the oldest goes. */
export function withPoint(text: string, point: OwnPoint): string {
  return writePoints([...(readPoints(text).entries ?? []), point].slice(-mostPoints));
}

/** A ring of one class around the other, to begin with. */
export const starterPoints = writePoints([
  { x: 0, y: 0.3, label: 1 },
  { x: 0.3, y: -0.2, label: 1 },
  { x: -0.3, y: -0.2, label: 1 },
  { x: 1.2, y: 0, label: 0 },
  { x: 0.4, y: 1.1, label: 0 },
  { x: -1, y: 0.7, label: 0 },
  { x: -1, y: -0.7, label: 0 },
  { x: 0.4, y: -1.1, label: 0 },
]);
