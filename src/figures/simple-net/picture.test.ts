import { expect, test } from 'vitest';
import { placeEdges } from '../shared/diagram/diagram.ts';
import { defaults, run } from './index.ts';
import { netPicture } from './picture.ts';

test('on a phone no two numbers at the arrows meet, even the long ones of seed 0', () => {
  // Pixels of the upright picture at 360; a label of two lines such as ∂ −0.0005899 needs 84 by 30.
  const width = 233;
  const height = 678;
  const { nodes, edges } = netPicture(run({ ...defaults, seed: 0 }));
  const labels = placeEdges(nodes, edges)
    .filter(({ edge }) => edge.lines?.length === 2)
    .map(({ uprightLabel: { x, y } }) => ({ across: y * width, down: x * height }));
  expect(labels).toHaveLength(9);
  for (const [index, one] of labels.entries())
    for (const other of labels.slice(index + 1))
      expect(Math.abs(one.across - other.across) > 84 || Math.abs(one.down - other.down) > 30).toBe(
        true,
      );
});
