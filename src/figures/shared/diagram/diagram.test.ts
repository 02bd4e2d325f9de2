import { expect, test } from 'vitest';
import { percent, placeEdges, turned } from './diagram.ts';

const nodes = [
  { id: 'x', name: 'x', x: 0, y: 0.5 },
  { id: 'h', name: 'h', x: 1, y: 0 },
];

test('an edge runs from node to node, its label in the middle unless said', () => {
  const [plain, moved] = placeEdges(nodes, [
    { from: 'x', to: 'h' },
    { from: 'x', to: 'h', labelAt: 0.2 },
  ]);
  expect(plain?.tail).toEqual({ x: 0, y: 0.5 });
  expect(plain?.end).toEqual({ x: 1, y: 0 });
  expect(plain?.label).toEqual({ x: 0.5, y: 0.25 });
  expect(moved?.label).toEqual({ x: 0.2, y: 0.4 });
  expect(moved?.uprightLabel).toEqual(moved?.label);
});

test('a label may stand elsewhere in the upright picture', () => {
  const [edge] = placeEdges(nodes, [{ from: 'x', to: 'h', labelAt: [0.2, 0.6] }]);
  expect(edge?.label).toEqual({ x: 0.2, y: 0.4 });
  expect(edge?.uprightLabel.x).toBeCloseTo(0.6, 12);
});

test('a backward edge turns its arrow round and leaves its label where it was', () => {
  const [edge] = placeEdges(nodes, [{ from: 'x', to: 'h', labelAt: 0.2, backward: true }]);
  expect(edge?.tail).toEqual({ x: 1, y: 0 });
  expect(edge?.end).toEqual({ x: 0, y: 0.5 });
  expect(edge?.label).toEqual({ x: 0.2, y: 0.4 });
});

test('a shift moves both ends, so that a pair of edges lies side by side', () => {
  const [edge] = placeEdges(nodes, [{ from: 'x', to: 'h', shift: 0.1 }]);
  expect([edge?.tail.y, edge?.end.y]).toEqual([0.6, 0.1]);
});

test('an edge to nowhere is an error that names the node', () => {
  expect(() => placeEdges(nodes, [{ from: 'x', to: 'z' }])).toThrow(
    'Diagram: an edge names "z", which is no node',
  );
});

test('turned, what ran to the right runs down', () => {
  expect(turned({ x: 1, y: 0.25 })).toEqual({ x: 0.25, y: 1 });
  expect(percent(1 / 3)).toBe('33.33%');
});
