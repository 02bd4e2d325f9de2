import { expect, test } from 'vitest';
import { pace } from './pace.ts';
import { nearestEdge, regionPath } from './network-picture.ts';
import { regionCells } from './snapshot.ts';

test('60 steps a second are one a frame at 60 frames a second', () => {
  const steps = pace(() => 60, false);
  // Each frame is a little longer than 1/60 s, so that no step waits for the next.
  expect([0, 17, 34, 51].map(steps)).toEqual([0, 1, 1, 1]);
});

test('five steps a second leave most frames alone', () => {
  const steps = pace(() => 5, false);
  expect([0, 100, 199, 200, 300, 401].map(steps)).toEqual([0, 0, 0, 1, 0, 1]);
});

test('what a slow machine could not take is dropped', () => {
  const steps = pace(() => 2000, false);
  steps(0);
  expect(steps(5000)).toBe(30);
});

test('where motion is unwelcome the picture changes once a second', () => {
  const steps = pace(() => 60, true);
  expect([0, 500, 1000, 1500, 2000].map(steps)).toEqual([0, 0, 60, 0, 60]);
});

test('cells that are on become runs, rows from below', () => {
  const row = '011'.padEnd(regionCells, '0');
  const rest = '0'.repeat(regionCells * (regionCells - 1));
  expect(regionPath(row + rest)).toBe(`M1 ${String(regionCells - 1)}h2v1h-2z`);
});

test('the edge nearest to a click is the one that passes there, however wide the picture', () => {
  const edge = (unit: number, from: number, y: number) => ({
    layer: 1,
    unit,
    from,
    a: { x: 0, y },
    b: { x: 1, y },
    role: 'input' as const,
    width: 1,
  });
  const edges = [edge(1, 1, 0.2), edge(2, 1, 0.8)];
  expect(nearestEdge(edges, { x: 0.5, y: 0.6 }, 3)).toMatchObject({ unit: 2 });
  expect(nearestEdge([], { x: 0, y: 0 }, 1)).toBeNull();
});
