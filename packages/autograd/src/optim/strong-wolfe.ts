import type { Vector } from './vector.ts';

/** A step along the direction: how far, the loss there, its derivative along the direction, its gradient. */
export type Point = readonly [rate: number, loss: number, slope: number, gradient: Vector];

type At = (rate: number) => Point;
type Test = (point: Point) => boolean;

/** How much of the promised decrease is enough, and how much flatter the slope must be. */
const DECREASE = 1e-4;
const FLATTER = 0.9;
const MOST_STEPS = 25;

/** The minimum of the cubic through two values and slopes, kept between the bounds. */
function cubicMinimum(one: Point, other: Point, low: number, high: number): number {
  const [a, b] = one[0] <= other[0] ? [one, other] : [other, one];
  const [left, leftLoss, leftSlope] = a;
  const [right, rightLoss, rightSlope] = b;
  const d1 = leftSlope + rightSlope - (3 * (leftLoss - rightLoss)) / (left - right);
  const square = d1 * d1 - leftSlope * rightSlope;
  if (!(square >= 0)) return (low + high) / 2;
  const d2 = Math.sqrt(square);
  const part = (rightSlope + d2 - d1) / (rightSlope - leftSlope + 2 * d2);
  return Math.min(Math.max(right - (right - left) * part, low), high);
}

/** Steps outward until two points hold a good one between them, or one point is good; and how many steps. */
function bracket(
  at: At,
  start: Point,
  first: Point,
  isTooHigh: Test,
  isFlat: Test,
): [ends: [Point, Point?], steps: number] {
  let previous = start;
  let current = first;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const rises = isTooHigh(current) || (steps > 1 && current[1] >= previous[1]);
    if (!rises && isFlat(current)) return [[current], steps];
    if (rises || current[2] >= 0) return [[previous, current], steps];
    const least = current[0] + 0.01 * (current[0] - previous[0]);
    const next = cubicMinimum(previous, current, least, current[0] * 10);
    previous = current;
    current = at(next);
  }
  return [[start, current], MOST_STEPS];
}

/** The cubic's minimum, moved inward if it keeps lying next to an end. */
function trial([a, b]: [Point, Point], wasCramped: boolean): [rate: number, isCramped: boolean] {
  const left = Math.min(a[0], b[0]);
  const right = Math.max(a[0], b[0]);
  const rate = cubicMinimum(a, b, left, right);
  const margin = 0.1 * (right - left);
  if (Math.min(right - rate, rate - left) >= margin) return [rate, false];
  if (!wasCramped && rate < right && rate > left) return [rate, true];
  return [right - rate < rate - left ? right - margin : left + margin, false];
}

/** Narrows the interval until one end is good, or it is too short, or no steps are left. */
function zoom(
  at: At,
  [...ends]: [Point, Point],
  stepsLeft: number,
  isTooHigh: Test,
  isFlat: Test,
  isShort: (span: number) => boolean,
): Point {
  const lower = (): 0 | 1 => (ends[0][1] <= ends[1][1] ? 0 : 1);
  let low = lower();
  let isCramped = false;
  let rate: number;
  for (; stepsLeft > 0; stepsLeft--) {
    const high = low === 0 ? 1 : 0;
    const span = ends[high][0] - ends[low][0];
    if (isShort(span)) break;
    [rate, isCramped] = trial(ends, isCramped);
    const point = at(rate);
    if (isTooHigh(point) || point[1] >= ends[low][1]) {
      ends[high] = point;
      low = lower();
      continue;
    }
    if (isFlat(point)) return point;
    if (point[2] * span >= 0) ends[high] = ends[low];
    ends[low] = point;
  }
  return ends[low];
}

/**
 * A step that lowers the loss enough and flattens the slope enough (the strong Wolfe conditions), by
 * bracketing from `rate` on and cubic interpolation (Nocedal and Wright, 2006, algorithm 3.5), until the
 * rates that hold it between them are a short span apart.
 */
export function strongWolfe(
  at: At,
  start: Point,
  rate: number,
  isShort: (span: number) => boolean,
): Point {
  const [, startLoss, startSlope] = start;
  const isTooHigh: Test = ([rate, loss]) => loss > startLoss + DECREASE * rate * startSlope;
  const isFlat: Test = ([, , slope]) => Math.abs(slope) <= -FLATTER * startSlope;
  const [[first, second], steps] = bracket(at, start, at(rate), isTooHigh, isFlat);
  if (second === undefined) return first;
  return zoom(at, [first, second], MOST_STEPS - steps, isTooHigh, isFlat, isShort);
}
