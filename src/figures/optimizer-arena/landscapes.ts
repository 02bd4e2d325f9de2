import type { Option, PlotWindow, Position } from '../shared/contract.ts';
import type { Name } from './optimizers.ts';

export type Rates = Record<Name, number>;

/** A function to race on, where the race begins, and what is known about it. */
export interface Landscape {
  f: string;
  label: string;
  minima: readonly Position[];
  start: Position;
  steps: number;
  window: PlotWindow;
  /**
   * Of 1, 2 and 5 times powers of ten up to 1, the rates that arrive first from that start, or, where
   * none arrives, end lowest. A test tries all.
   */
  rates: Rates;
}

const square = (min: number, max: number): PlotWindow => ({ x: { min, max }, y: { min, max } });

const rates = (
  sgd: number,
  momentum: number,
  nesterov: number,
  adagrad: number,
  rmsprop: number,
  adam: number,
  adamw: number,
): Rates => ({
  sgd,
  momentum,
  nesterov,
  adagrad,
  rmsprop,
  adam,
  adamw,
  // Their own step: no rate to tune.
  newton: 1,
  lbfgs: 1,
});

const root = Math.SQRT2;

export const landscapes: readonly Landscape[] = [
  {
    f: '(x^2+3y^2)/2',
    label: 'Bowl: (x² + 3y²)/2',
    minima: [{ x: 0, y: 0 }],
    start: { x: -3, y: 2 },
    steps: 120,
    window: square(-4, 4),
    rates: rates(0.5, 0.005, 0.2, 1, 0.2, 0.5, 1),
  },
  {
    f: '(x^2+25y^2)/2',
    label: 'Ravine: (x² + 25y²)/2',
    minima: [{ x: 0, y: 0 }],
    start: { x: -3.5, y: 1.5 },
    steps: 150,
    window: { x: { min: -4, max: 4 }, y: { min: -2.5, max: 2.5 } },
    rates: rates(0.05, 0.02, 0.05, 1, 0.5, 1, 1),
  },
  {
    f: '(1-x)^2+100(y-x^2)^2',
    label: 'Rosenbrock: (1 − x)² + 100(y − x²)²',
    minima: [{ x: 1, y: 1 }],
    start: { x: -1.2, y: 1 },
    steps: 500,
    window: { x: { min: -2, max: 2 }, y: { min: -1, max: 3 } },
    rates: rates(0.002, 0.002, 0.001, 1, 0.02, 1, 0.2),
  },
  {
    f: '(x^2+y-11)^2+(x+y^2-7)^2',
    label: 'Himmelblau: (x² + y − 11)² + (x + y² − 7)²',
    minima: [
      { x: 3, y: 2 },
      { x: -2.805118086952745, y: 3.131312518250573 },
      { x: -3.779310253377747, y: -3.283185991286169 },
      { x: 3.584428340330491, y: -1.848126526964404 },
    ],
    start: { x: 0, y: -0.5 },
    steps: 120,
    window: square(-6, 6),
    rates: rates(0.02, 0.001, 0.01, 1, 0.2, 0.5, 1),
  },
  {
    f: '(1.5-x+x*y)^2+(2.25-x+x*y^2)^2+(2.625-x+x*y^3)^2',
    label: 'Beale: (1.5 − x + xy)² + …',
    minima: [{ x: 3, y: 0.5 }],
    start: { x: 1, y: -1 },
    steps: 200,
    window: { x: { min: -1, max: 4 }, y: { min: -2, max: 2 } },
    rates: rates(0.05, 0.02, 0.02, 1, 0.2, 1, 0.2),
  },
  {
    f: 'x^2-y^2+y^4/4',
    label: 'Saddle: x² − y² + y⁴/4',
    minima: [
      { x: 0, y: root },
      { x: 0, y: -root },
    ],
    start: { x: 2, y: 0.01 },
    steps: 120,
    window: { x: { min: -3, max: 3 }, y: { min: -2.5, max: 2.5 } },
    rates: rates(0.2, 0.2, 0.2, 1, 0.1, 0.5, 1),
  },
  {
    f: '1-exp(-(x^2+y^2)/2)',
    label: 'Plateau: 1 − exp(−(x² + y²)/2)',
    minima: [{ x: 0, y: 0 }],
    start: { x: 2.5, y: 2 },
    steps: 120,
    window: square(-4, 4),
    rates: rates(1, 1, 1, 0.5, 0.05, 0.5, 1),
  },
];

export const options: readonly Option[] = landscapes.map(({ f, label }) => ({ value: f, label }));

/** For a reader's own formula, of which nothing is known. */
const unknown: Omit<Landscape, 'f' | 'label'> = {
  minima: [],
  start: { x: 2, y: 1 },
  steps: 100,
  window: square(-3, 3),
  rates: rates(0.01, 0.01, 0.01, 0.5, 0.05, 0.1, 0.1),
};

export const wide = square(-6, 6);

/** What is known about a formula. */
export const landscapeOf = (f: string): Omit<Landscape, 'f' | 'label'> =>
  landscapes.find((landscape) => landscape.f === f) ?? unknown;
