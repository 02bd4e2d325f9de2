import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secondDerivatives } from './second-derivatives.ts';

const place = fc.double({ min: -2, max: 2, noNaN: true });

test('the Hessian of x²y + xy² + 2 is [[2y, 2x + 2y], [2x + 2y, 2x]]', () => {
  const { eigenvalues, ...derivatives } = secondDerivatives('x^2 y + x y^2 + 2', { x: 1, y: 2 });
  expect(derivatives).toEqual({
    value: 8,
    gradient: [8, 5],
    hessian: [
      [4, 6],
      [6, 2],
    ],
    ratio: expect.closeTo((3 + Math.sqrt(37)) / (3 - Math.sqrt(37)), 9) as number,
  });
  // λ² − 6λ − 28 = 0
  expect(eigenvalues[0]).toBeCloseTo(3 - Math.sqrt(37), 9);
  expect(eigenvalues[1]).toBeCloseTo(3 + Math.sqrt(37), 9);
});

test('the order of differentiation does not matter for a smooth function', () => {
  fc.assert(
    fc.property(place, place, (x, y) => {
      const { hessian } = secondDerivatives('exp(x*y) + sin(x - 2y) x', { x, y });
      expect(hessian[0]?.[1]).toBeCloseTo(hessian[1]?.[0] ?? NaN, 9);
    }),
  );
});

test('Peano’s function has ∂f/∂x = −y along the y axis and ∂f/∂y = x along the x axis', () => {
  // So ∂/∂y ∂f/∂x is −1 at (0, 0) and ∂/∂x ∂f/∂y is 1.
  const peano = 'x y (x^2 - y^2)/(x^2 + y^2)';
  fc.assert(
    fc.property(place, (at) => {
      fc.pre(Math.abs(at) > 1e-3);
      expect(secondDerivatives(peano, { x: 0, y: at }).gradient[0]).toBeCloseTo(-at, 12);
      expect(secondDerivatives(peano, { x: at, y: 0 }).gradient[1]).toBeCloseTo(at, 12);
    }),
  );
});

test('x⁴ and x³ have the same zero curvature at 0, and a constant has none anywhere', () => {
  for (const formula of ['x^4', 'x^3', '5', '2x'])
    expect(secondDerivatives(formula, { x: 0 }).hessian).toEqual([[0]]);
});
