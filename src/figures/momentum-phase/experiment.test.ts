import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { linalg, tensor } from '@calculus/autograd';
import { controls, defaults, describe, run } from './index.ts';
import { settingsAt } from './experiment.ts';
import { bestBeta, rateOf, rootsOf } from './roots.ts';

const products = fc.double({ min: 0.01, max: 6, noNaN: true });
const betas = fc.double({ min: 0, max: 1.1, noNaN: true });

/** One step takes (xₖ, xₖ₋₁) to (xₖ₊₁, xₖ): the roots are this matrix's eigenvalues. */
function spectralRadius(product: number, beta: number): number {
  const rows = [
    [1 + beta - product, -beta],
    [1, 0],
  ];
  const { real, imag } = linalg.eigvals(tensor(rows, { dtype: 'float64' }));
  const re = real.tolist() as number[];
  const im = imag.tolist() as number[];
  return Math.max(...re.map((part, index) => Math.hypot(part, im[index] ?? NaN)));
}

group('the roots', () => {
  test('have the product β, and their larger size is the spectral radius of one step', () => {
    fc.assert(
      fc.property(products, betas, (product, beta) => {
        const { roots, rate } = rootsOf(product, beta);
        const [{ re: a, im: b }, { re: c, im: d }] = roots;
        expect(a * c - b * d).toBeCloseTo(beta, 9);
        // A double root is known to half of the digits only.
        expect(rate).toBeCloseTo(spectralRadius(product, beta), 6);
      }),
    );
  });

  test('are complex exactly above β = (1 − √(αλ))², and then of size √β, not 2√β', () => {
    fc.assert(
      fc.property(products, betas, (product, beta) => {
        const { kind, rate } = rootsOf(product, beta);
        fc.pre(Math.abs(beta - bestBeta(product)) > 1e-6);
        const below = Math.sqrt(beta) < 1 + Math.sqrt(product);
        expect(kind === 'complex').toBe(beta > bestBeta(product) && below);
        if (kind === 'complex') expect(rate).toBe(Math.sqrt(beta));
      }),
    );
  });

  test('lie inside the unit circle exactly for β < 1 and αλ < 2(1 + β)', () => {
    fc.assert(
      fc.property(products, betas, (product, beta) => {
        fc.pre(Math.abs(product - 2 * (1 + beta)) > 1e-6 && Math.abs(beta - 1) > 1e-6);
        expect(rateOf(product, beta) < 1).toBe(beta < 1 && product < 2 * (1 + beta));
      }),
    );
  });

  test('have no smaller rate for any other β than where they meet', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 3.99, noNaN: true }), betas, (product, beta) => {
        const best = bestBeta(product);
        expect(rateOf(product, beta)).toBeGreaterThanOrEqual(rateOf(product, best) - 1e-6);
        expect(rateOf(product, best)).toBeCloseTo(Math.abs(1 - Math.sqrt(product)), 6);
      }),
    );
  });
});

test.each([
  // 1 + β − αλ = 0 and β = 0: both roots are 0.
  [{ alpha: 1, beta: 0 }, 'lands in one step', 0],
  // 1 − 0.3
  [{ beta: 0 }, 'monotone', 0.7],
  // β = (1 − √0.25)² = 0.25: twice (1.25 − 0.25)/2
  [{ alpha: 0.25, beta: 0.25 }, 'critically damped', 0.5],
  [{}, 'ripples', Math.sqrt(0.8)],
  // 1 − 1.5
  [{ alpha: 1.5, beta: 0 }, 'alternating', 0.5],
  // αλ = 2(1 + 0.25): the roots are −1 and −0.25.
  [{ alpha: 2.5, beta: 0.25 }, 'bounces forever', 1],
  [{ beta: 1 }, 'bounces forever', 1],
  // Both roots are −1: x grows like 1 + 2k.
  [{ alpha: 4, beta: 1 }, 'diverges', 1],
  [{ alpha: 3, beta: 0 }, 'diverges', 2],
] as const)('%o %s with rate %f', (change, regime, rate) => {
  const result = run({ ...defaults, ...change });
  expect(result.regime).toBe(regime);
  expect(result.rate).toBeCloseTo(rate, 9);
});

test('the trajectory is the recursion x + β(x − x₋) − αλx, from rest', () => {
  const { drawn } = run(defaults);
  let [before, here] = [1, 1];
  for (const { y } of drawn) {
    expect(y).toBeCloseTo(here, 9);
    [before, here] = [here, here - 0.3 * here + 0.8 * (here - before)];
  }
  expect(drawn).toHaveLength(61);
});

test('what is measured is what is predicted', () => {
  fc.assert(
    fc.property(products, betas, (product, beta) => {
      // Near a double root the error is kρᵏ for a long time, and the measured rate is still above ρ.
      fc.pre(Math.abs(rootsOf(product, beta).discriminant) > 0.01);
      fc.pre(rateOf(product, beta) > 1e-3);
      const { rate, measured } = run({ alpha: product, beta, lambda: 1 });
      expect(Math.abs(measured.rate - rate)).toBeLessThan(0.01 * rate);
    }),
  );
  const { measured } = run({ alpha: 0.25, beta: 0.25, lambda: 1 });
  // k·0.5ᵏ over steps 334 to 668 at most: ln has the slope ln 0.5 + 1/k.
  expect(measured.rate).toBeGreaterThan(0.5);
  expect(measured.rate).toBeLessThan(0.5 * Math.exp(1 / measured.from));
});

test('only the product of α and λ counts', () => {
  const one = run({ alpha: 2, beta: 0.5, lambda: 0.5 });
  const other = run({ alpha: 0.5, beta: 0.5, lambda: 2 });
  expect(one.roots).toEqual(other.roots);
  expect(one.drawn).toEqual(other.drawn);
});

test('a divergence ends the drawing where x is ten times as far as at the start, and says so', () => {
  // x alternates between powers of −2: 1, −2, 4, −8, 16.
  const params = { alpha: 3, beta: 0, lambda: 1 };
  const result = run(params);
  expect(result.drawn.map(({ y }) => y)).toEqual([1, -2, 4, -8, 16]);
  expect(describe(params, result)).toContain(
    'diverges: αλ is above 2(1 + β), so one root is below −1. At step 4 x is more than ten times',
  );
});

test('a point of the plane is put on the grid of the sliders, inside their ends', () => {
  expect(settingsAt(1.2345, 0.4567)).toEqual({ alpha: 1.23, beta: 0.46 });
  expect(settingsAt(0, 2)).toEqual({ alpha: controls.alpha.min, beta: controls.beta.max });
});

test('what cannot be run is refused in words', () => {
  expect(() => run({ ...defaults, beta: -0.1 })).toThrow(
    'momentum-phase: beta must be 0 or more, got -0.1',
  );
  expect(() => run({ ...defaults, alpha: 0 })).toThrow(
    'momentum-phase: alpha and lambda must be above 0, got 0 and 1',
  );
});
