import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layout } from './layout.ts';

/** Edges of a graph whose nodes are in topological order. */
const graphs = fc
  .array(fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 20 })
  .map((operands) => ({
    count: operands.length + 2,
    edges: operands.flatMap((from, index) =>
      from.map((one) => ({ from: one % (index + 2), to: index + 2 })),
    ),
  }));

test('every arrow runs down, and no two nodes of a rank overlap', () => {
  fc.assert(
    fc.property(graphs, ({ count, edges }) => {
      const { nodes, bends, columns, ranks } = layout(count, edges);
      for (const { from, to } of edges) expect(nodes[from]?.y).toBeLessThan(nodes[to]?.y ?? 0);
      for (const [index, node] of nodes.entries()) {
        expect(node.x).toBeGreaterThanOrEqual(0.5 - 1e-9);
        expect(node.x).toBeLessThanOrEqual(columns - 0.5 + 1e-9);
        expect(node.y).toBeLessThan(ranks);
        for (const other of nodes.slice(index + 1))
          if (other.y === node.y) expect(Math.abs(other.x - node.x)).toBeGreaterThan(1 - 1e-9);
      }
      edges.forEach(({ from, to }, index) => {
        const between = (nodes[to]?.y ?? 0) - (nodes[from]?.y ?? 0) - 1;
        expect(bends[index]).toHaveLength(between);
      });
    }),
  );
});

test('a leaf stands just above its first use', () => {
  // x → a → b, and y is used by b alone.
  const { nodes } = layout(4, [
    { from: 0, to: 2 },
    { from: 2, to: 3 },
    { from: 1, to: 3 },
  ]);
  expect(nodes.map(({ y }) => y)).toEqual([0.5, 1.5, 1.5, 2.5]);
});

test('a diamond has no crossing and its ends in the middle', () => {
  const { nodes } = layout(4, [
    { from: 0, to: 1 },
    { from: 0, to: 2 },
    { from: 1, to: 3 },
    { from: 2, to: 3 },
  ]);
  expect(nodes.map(({ x }) => x)).toEqual([1, 0.5, 1.5, 1]);
});
