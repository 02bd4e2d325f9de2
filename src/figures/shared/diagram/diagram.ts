/** Nodes and edges as data, and where they stand. Positions are shares of the picture, from 0 to 1. */

import type { Position, Role } from '../contract.ts';

/** A line of a node or an edge: what it says, in the colour of what it is. */
export interface Line {
  text: string;
  role?: Role;
}

/**
 * `active`: looked at now. `waiting`: not computed yet. `dead`: nothing passes through it.
 */
export type State = 'active' | 'waiting' | 'dead';

export interface DiagramNode extends Position {
  id: string;
  /** Its name in formulas: "z₁". */
  name: string;
  lines?: readonly Line[];
  role?: Role;
  state?: State | undefined;
}

export interface DiagramEdge {
  from: string;
  to: string;
  lines?: readonly Line[];
  role?: Role;
  state?: State | undefined;
  /** The arrow points from `to` to `from`, as gradients travel. */
  backward?: boolean;
  /**
   * Where along the edge its lines stand, from 0 at `from` to 1 at `to`; the middle unless said. Two
   * numbers where the upright picture, which is shaped otherwise, wants another.
   */
  labelAt?: number | readonly [wide: number, upright: number];
  /** Moves the whole edge down (right in the upright picture), so that two edges of a pair lie side by side. */
  shift?: number;
}

export interface Placed {
  edge: DiagramEdge;
  tail: Position;
  /** Where the arrowhead stands, in the middle of the edge. */
  head: Position;
  end: Position;
  label: Position;
  /** Where the label stands in the upright picture, before it is turned. */
  uprightLabel: Position;
}

const between = (a: Position, b: Position, share: number): Position => ({
  x: a.x + share * (b.x - a.x),
  y: a.y + share * (b.y - a.y),
});

/** Every edge between the positions of its nodes. Throws on a node that is not there. */
export function placeEdges(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): Placed[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const position = (id: string, shift = 0): Position => {
    const node = byId.get(id);
    if (node === undefined) throw new Error(`Diagram: an edge names "${id}", which is no node`);
    return { x: node.x, y: node.y + shift };
  };
  return edges.map((edge) => {
    const from = position(edge.from, edge.shift);
    const to = position(edge.to, edge.shift);
    const [tail, end] = edge.backward ? [to, from] : [from, to];
    const [wide, upright] = labelShares(edge.labelAt);
    return {
      edge,
      tail,
      end,
      head: between(tail, end, HEAD),
      label: between(from, to, wide),
      uprightLabel: between(from, to, upright),
    };
  });
}

const labelShares = (at: DiagramEdge['labelAt'] = 0.5): readonly [number, number] =>
  typeof at === 'number' ? [at, at] : at;

/** Clear of the node at the end, and of a label in the middle. */
const HEAD = 0.62;

/** The picture turned by a quarter, for a narrow page: what ran to the right runs down. */
export const turned = ({ x, y }: Position): Position => ({ x: y, y: x });

/** A share as a percentage, short enough to read in the markup. */
export const percent = (share: number): string => `${String(Number((100 * share).toFixed(2)))}%`;
