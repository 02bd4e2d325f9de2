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
  /** αλ = 2(1 + β): beyond it a root is below −1. */
  edge: Sample[];
  /** β = (1 − √(αλ))²: below it the roots are real, above it complex, on it the rate is smallest. */
  best: Sample[];
}

export const window: PlotWindow = { x: { min: 0, max: 4 }, y: { min: 0, max: 1.1 } };

/** The rate at which the map's colour no longer deepens. */
const deepest = 2;

const within = ({ x, y }: Position) => x <= window.x.max && y <= window.y.max;

/** Drawn anew only for another curvature. */
export const planeOf: (lambda: number) => Plane = lastOf(String, (lambda) => ({
  window,
  field: fieldOf(({ x, y }) => Math.min(deepest, rateOf(x * lambda, y)), window),
  edge: places({ min: 0, max: 1 }, 21)
    .map((y) => ({ x: (2 * (1 + y)) / lambda, y }))
    .filter(within),
  // Even in √(αλ), where the line is a parabola: it is steepest at the left.
  best: places({ min: 0, max: 2 }, 81)
    .map((root) => ({ x: (root * root) / lambda, y: bestBeta(root * root) }))
    .filter(within),
}));

/** A circle around 0, closed. */
export function circle(radius: number): Sample[] {
  return places({ min: 0, max: 2 * Math.PI }, 121).map((angle) => ({
    x: radius * Math.cos(angle),
    y: radius * Math.sin(angle),
  }));
}
