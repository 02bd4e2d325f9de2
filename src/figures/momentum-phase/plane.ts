import type { PlotWindow, Position, Sample } from '../shared/contract.ts';
import { type Field, fieldOf } from '../shared/field.ts';
import { lastOf } from '../shared/last-of.ts';
import { places } from '../shared/sample-curve.ts';
import { bestBeta, rateOf } from './roots.ts';

/** The plane of step size and momentum, and the lines in it that one curvature draws. */
export interface Plane {
  window: PlotWindow;
  /** max |r|, above 2 shown as 2. */
  field: Field;
  /** β = 1 from the left, then αλ = 2(1 + β) down: outside a root is larger than 1. */
  edge: Sample[];
  /** β = (1 − √(αλ))²: below it the roots are real, above it complex, on it the rate is smallest. */
  best: Sample[];
}

/** What the sliders reach: at α = 0 nothing moves, and the rate is 1. */
export const window: PlotWindow = { x: { min: 0.01, max: 4 }, y: { min: 0, max: 1.1 } };

/** The rate at which the map's colour no longer deepens. */
const deepest = 2;

/** Fine enough for the corner at αλ = 4, where the rate rises like a square root. */
const cells = 128;

const within = ({ x, y }: Position) => x <= window.x.max && y <= window.y.max;

/** Drawn anew only for another curvature. */
export const planeOf: (lambda: number) => Plane = lastOf(String, (lambda: number) => ({
  window,
  field: fieldOf(({ x, y }) => Math.min(deepest, rateOf(x * lambda, y)), window, cells),
  edge: edgeOf(lambda),
  // Even in √(αλ), where the line is a parabola: it is steepest at the left.
  best: places({ min: Math.sqrt(window.x.min * lambda), max: 2 }, 81)
    .map((root) => ({ x: (root * root) / lambda, y: bestBeta(root * root) }))
    .filter(within),
}));

function edgeOf(lambda: number): Sample[] {
  const corner = Math.min(window.x.max, 4 / lambda);
  const level = places({ min: window.x.min, max: corner }, 41).map((x) => ({ x, y: 1 }));
  const slope = places({ min: 1, max: 0 }, 41).map((y) => ({ x: (2 * (1 + y)) / lambda, y }));
  return [...level, ...slope.filter(within)];
}

/** A circle around 0, closed. */
export function circle(radius: number): Sample[] {
  return places({ min: 0, max: 2 * Math.PI }, 45).map((angle) => ({
    x: radius * Math.cos(angle),
    y: radius * Math.sin(angle),
  }));
}
