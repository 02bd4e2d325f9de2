import { dot, largest, type Vector } from './vector.ts';

/** The loss at one step size, and its gradient there. */
export interface Evaluation {
  readonly loss: number;
  readonly gradient: Vector;
}

export interface Search {
  /** The first step size to try. */
  readonly rate: number;
  readonly direction: Vector;
  readonly loss: number;
  readonly gradient: Vector;
  /** The derivative along the direction at the start, negative. */
  readonly slope: number;
  readonly toleranceChange: number;
}

export interface Found extends Evaluation {
  readonly rate: number;
  readonly evaluations: number;
}

/** One end of the interval that holds the answer. */
interface Point extends Evaluation {
  readonly rate: number;
  readonly slope: number;
}

/** How much of the promised decrease is enough, and how much flatter the slope must be. */
const DECREASE = 1e-4;
const FLATTER = 0.9;
const MOST_STEPS = 25;

/** The minimum of the cubic through two values and slopes, kept between the bounds. */
function cubicMinimum(
  a: Point,
  b: Point,
  low = Math.min(a.rate, b.rate),
  high = Math.max(a.rate, b.rate),
): number {
  const d1 = a.slope + b.slope - (3 * (a.loss - b.loss)) / (a.rate - b.rate);
  const square = d1 * d1 - a.slope * b.slope;
  if (square < 0 || Number.isNaN(square)) return (low + high) / 2;
  const d2 = Math.sqrt(square);
  const minimum =
    a.rate <= b.rate
      ? b.rate - (b.rate - a.rate) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2))
      : a.rate - (a.rate - b.rate) * ((a.slope + d2 - d1) / (a.slope - b.slope + 2 * d2));
  return Math.min(Math.max(minimum, low), high);
}

class LineSearch {
  private readonly evaluate: (rate: number) => Evaluation;
  private readonly search: Search;
  evaluations = 0;
  steps = 0;

  constructor(evaluate: (rate: number) => Evaluation, search: Search) {
    this.evaluate = evaluate;
    this.search = search;
  }

  at(rate: number): Point {
    this.evaluations++;
    const { loss, gradient } = this.evaluate(rate);
    return { rate, loss, gradient, slope: dot(gradient, this.search.direction) };
  }

  private isTooHigh({ rate, loss }: Point): boolean {
    return loss > this.search.loss + DECREASE * rate * this.search.slope;
  }

  private isFlat({ slope }: Point): boolean {
    return Math.abs(slope) <= -FLATTER * this.search.slope;
  }

  /** Steps outward until two points hold a good one between them, or one point is good. */
  bracket(): Point[] {
    const { rate, loss, gradient, slope } = this.search;
    let previous: Point = { rate: 0, loss, gradient, slope };
    let current = this.at(rate);
    while (this.steps < MOST_STEPS) {
      const rises = this.isTooHigh(current) || (this.steps > 1 && current.loss >= previous.loss);
      if (rises) return [previous, current];
      if (this.isFlat(current)) return [current];
      if (current.slope >= 0) return [previous, current];
      const least = current.rate + 0.01 * (current.rate - previous.rate);
      const next = cubicMinimum(previous, current, least, current.rate * 10);
      previous = current;
      current = this.at(next);
      this.steps++;
    }
    return [{ rate: 0, loss, gradient, slope }, current];
  }

  /** Narrows the interval until one end is good. */
  zoom([first, second]: [Point, Point]): Point {
    const { direction, toleranceChange } = this.search;
    const size = largest(direction);
    const ends: [Point, Point] = [first, second];
    let low: 0 | 1 = first.loss <= second.loss ? 0 : 1;
    let isCramped = false;
    while (this.steps < MOST_STEPS) {
      const high = low === 0 ? 1 : 0;
      const span = ends[high].rate - ends[low].rate;
      if (Math.abs(span) * size < toleranceChange) break;
      const [rate, cramped] = this.trial(ends, isCramped);
      isCramped = cramped;
      const point = this.at(rate);
      this.steps++;
      if (this.isTooHigh(point) || point.loss >= ends[low].loss) {
        ends[high] = point;
        low = ends[0].loss <= ends[1].loss ? 0 : 1;
        continue;
      }
      if (this.isFlat(point)) return point;
      if (point.slope * span >= 0) ends[high] = ends[low];
      ends[low] = point;
    }
    return ends[low];
  }

  /** The cubic's minimum, moved inward if it keeps lying next to an end. */
  private trial(
    [a, b]: readonly [Point, Point],
    wasCramped: boolean,
  ): [rate: number, isCramped: boolean] {
    const [left, right] = [Math.min(a.rate, b.rate), Math.max(a.rate, b.rate)];
    const rate = cubicMinimum(a, b);
    const margin = 0.1 * (right - left);
    if (Math.min(right - rate, rate - left) >= margin) return [rate, false];
    if (!wasCramped && rate < right && rate > left) return [rate, true];
    const nearRight = Math.abs(rate - right) < Math.abs(rate - left);
    return [nearRight ? right - margin : left + margin, false];
  }
}

/**
 * A step size that lowers the loss enough and flattens the slope enough (the strong Wolfe
 * conditions), by bracketing and cubic interpolation (Nocedal and Wright, 2006, algorithm 3.5).
 */
export function strongWolfe(evaluate: (rate: number) => Evaluation, search: Search): Found {
  const line = new LineSearch(evaluate, search);
  const [first, second] = line.bracket();
  const point = second === undefined ? (first as Point) : line.zoom([first as Point, second]);
  const { rate, loss, gradient } = point;
  return { rate, loss, gradient, evaluations: line.evaluations };
}
