/** The block as a diagram: what is computed, what is looked at, and where gradients have passed. */
import type { DiagramEdge, DiagramNode } from '../shared/diagram/diagram.ts';
import { lastOf } from '../shared/last-of.ts';
import type { Result } from './experiment.ts';
import type { Part, Value } from './parts.ts';

type Shown = Exclude<Value, 'E' | 'P' | 'Wq' | 'Wk' | 'Wv' | 'Wo' | 'U'> | 'L';

const places: readonly (readonly [Shown, string, number, number])[] = [
  ['X', 'embeddings', 0, 0.85],
  ['Q', 'queries', 0.18, 0],
  ['K', 'keys', 0.18, 0.32],
  ['V', 'values', 0.18, 0.62],
  ['S', 'scores', 0.34, 0.14],
  ['A', 'weights', 0.48, 0.2],
  ['O', 'output', 0.61, 0.5],
  ['R', 'residual', 0.72, 1],
  ['N', 'layer norm', 0.82, 0.6],
  ['Z', 'logits', 0.92, 0.25],
  ['L', 'loss', 1, 0.7],
];

const arrows: readonly (readonly [Shown, Shown])[] = [
  ['X', 'Q'],
  ['X', 'K'],
  ['X', 'V'],
  ['Q', 'S'],
  ['K', 'S'],
  ['S', 'A'],
  ['A', 'O'],
  ['V', 'O'],
  ['O', 'R'],
  ['X', 'R'],
  ['R', 'N'],
  ['N', 'Z'],
  ['Z', 'L'],
];

type Seen = Pick<Result, 'known' | 'now'>;

/** The same object for the same stage: numbers that move leave the block alone. */
export const blockPicture = lastOf(({ known }: Seen) => known.join(), pictureOf);

function pictureOf({ known, now }: Seen) {
  const isKnown = (part: Part) => known.includes(part);
  const isGiven = (part: Part) => now?.gives.includes(part) === true;
  const passed = (node: Shown) => node !== 'L' && isKnown(`d${node}`);
  const value = (node: Shown): Part => (node === 'L' ? 'p' : node);
  const given = (node: Shown) =>
    isGiven(value(node)) || (node !== 'L' && isGiven(`d${node}`)) || (node === 'S' && isGiven('M'));
  return {
    nodes: places.map(([id, words, x, y]): DiagramNode => ({
      ...{ id, name: id, x, y },
      lines: [
        { text: words, role: 'soft' },
        ...(passed(id) ? [{ text: `d${id}`, role: 'gradient' as const }] : []),
      ],
      state: given(id) ? 'active' : isKnown(value(id)) ? undefined : 'waiting',
    })),
    edges: arrows.map(([from, to]): DiagramEdge => ({
      ...{ from, to, backward: passed(from) },
      role: passed(from) ? 'gradient' : 'soft',
      state: given(from) && passed(from) ? 'active' : undefined,
    })),
  };
}
