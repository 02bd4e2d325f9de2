import { describe as group, expect, test } from 'vitest';
import { dataset, datasetProgram, datasets } from './datasets.ts';

const clean = (kind: string) => dataset(kind, { count: 200, noise: 0, seed: 3 });

test('moons are two half circles of radius 1, each point of the second the first turned by 180°', () => {
  const { points, labels } = clean('moons');
  points.forEach(([x, y], index) => {
    // Centres (−½, −¼) and (½, ¼): the first opens downwards, the second upwards.
    const side = labels[index] === 0 ? 1 : -1;
    expect(Math.hypot(side * x + 0.5, side * y + 0.25)).toBeCloseTo(1, 12);
    expect(side * y + 0.25).toBeGreaterThanOrEqual(0);
  });
});

test('circles have radius 1 and ½', () => {
  const { points, labels } = clean('circles');
  points.forEach(([x, y], index) => {
    expect(Math.hypot(x, y)).toBeCloseTo(labels[index] === 0 ? 1 : 0.5, 12);
  });
});

test('xor is the sign of the product', () => {
  const { points, labels } = clean('xor');
  points.forEach(([x, y], index) => {
    expect(labels[index]).toBe(x * y < 0 ? 1 : 0);
  });
});

test('a spiral grows by 0.9 in one turn and a half', () => {
  const { points, labels } = clean('spiral');
  points.forEach(([x, y], index) => {
    const radius = Math.hypot(x, y);
    const angle = (3 * Math.PI * (radius - 0.1)) / 0.9 + (labels[index] === 0 ? 0 : Math.PI);
    expect(x).toBeCloseTo(radius * Math.cos(angle), 10);
    expect(y).toBeCloseTo(radius * Math.sin(angle), 10);
  });
});

group.each(datasets)('$value', ({ value: kind }) => {
  test('has both classes, and the same points for the same seed only', () => {
    const drawing = { count: 60, noise: 0.1, seed: 0 };
    const first = dataset(kind, drawing);
    expect(new Set(first.labels)).toEqual(new Set([0, 1]));
    expect(dataset(kind, drawing)).toEqual(first);
    expect(dataset(kind, { ...drawing, seed: 1 })).not.toEqual(first);
  });

  test('moves each coordinate by the noise times a normal number', () => {
    const drawing = { count: 1000, noise: 0.2, seed: 5 };
    const noisy = dataset(kind, drawing).points;
    const shifts = dataset(kind, { ...drawing, noise: 0 }).points.flatMap(([x, y], index) => {
      const [nx, ny] = noisy[index] ?? [NaN, NaN];
      return [nx - x, ny - y];
    });
    const squares = shifts.reduce((sum, shift) => sum + shift * shift, 0) / shifts.length;
    // 2000 draws: the variance is known to about 1/√1000 of itself.
    expect(squares).toBeGreaterThan(0.04 * 0.87);
    expect(squares).toBeLessThan(0.04 * 1.13);
  });

  test('is drawn by a program of the same seed', () => {
    const lines = datasetProgram(kind, { count: 60, noise: 0.1, seed: 7 });
    expect(lines[0]).toBe('generator = torch.Generator().manual_seed(7)');
    expect(lines.at(-1)).toContain('+ 0.1 * normal');
  });
});

test('what cannot be drawn is refused in words', () => {
  expect(() => dataset('rings', { count: 8, noise: 0, seed: 0 })).toThrow(
    'dataset: kind must be moons, circles, xor, spiral, got "rings"',
  );
  expect(() => dataset('xor', { count: 0.5, noise: 0, seed: 0 })).toThrow(
    'dataset: count must be a whole number from 1, got 0.5',
  );
});
