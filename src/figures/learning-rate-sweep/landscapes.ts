import type { Option, Position } from '../shared/contract.ts';

interface Landscape extends Option {
  start: Position;
}

/** Bowls whose largest curvature is known, then losses that are no bowls. */
export const landscapes: readonly Landscape[] = [
  {
    value: '(x^2+10y^2)/2',
    label: 'bowl, λ = 1 and 10: (x² + 10y²)/2',
    start: { x: 2, y: 1 },
  },
  { value: 'x^2+y^2', label: 'round bowl, λ = 2: x² + y²', start: { x: 2, y: 1 } },
  {
    value: '(x^2+100y^2)/2',
    label: 'ravine, λ = 1 and 100: (x² + 100y²)/2',
    start: { x: 2, y: 1 },
  },
  {
    value: '(1-x)^2+100(y-x^2)^2',
    label: 'Rosenbrock: (1 − x)² + 100(y − x²)²',
    start: { x: -1.2, y: 1 },
  },
  {
    value: 'x^2/8+1.5-1.5exp(-8(x-2)^2)',
    label: 'a sharp and a flat minimum: x²/8 + 1.5 − 1.5 exp(−8(x − 2)²)',
    start: { x: 2.3, y: 0 },
  },
];

/** Where a descent on a landscape of the list begins. */
export const startOn = (f: string): Position | null =>
  landscapes.find(({ value }) => value === f)?.start ?? null;
