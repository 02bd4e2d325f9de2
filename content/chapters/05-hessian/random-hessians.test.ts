import { expect, test } from 'vitest';
import { shareOfMinima } from './random-hessians.ts';

test('half of all random numbers are positive, and (2 − √2)/4 of random 2 × 2 Hessians', () => {
  // Trace and twice the other radius: λ = (u ± √(v² + w²))/√2 with u, v, w independent and normal.
  // Both are positive inside the cone u > √(v² + w²), of half-angle 45°: (1 − cos 45°)/2 of space.
  const draws = 20_000;
  const sampling = 4 * Math.sqrt(0.25 / draws);
  expect(Math.abs(shareOfMinima(1, draws) - 0.5)).toBeLessThan(sampling);
  expect(Math.abs(shareOfMinima(2, draws) - (2 - Math.SQRT2) / 4)).toBeLessThan(sampling);
});

test('the share falls faster than by half with every dimension', () => {
  const shares = [1, 2, 3, 4].map((n) => shareOfMinima(n, 20_000));
  shares.slice(1).forEach((share, index) => {
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan((shares[index] ?? 0) / 2);
  });
});
