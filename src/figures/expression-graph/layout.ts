/**
 * A layered drawing of a graph, from above to below. Depends on the shape of the graph alone, never
 * on its values, so that nothing moves while they change. Sugiyama's method, small: ranks by longest
 * path, long edges through a bend at each rank between, few crossings by barycentres.
 */
import { at } from '../shared/at.ts';
import type { Position } from '../shared/contract.ts';

export interface Layout {
  /** Middles of the nodes, in widths of a column and heights of a rank. */
  nodes: Position[];
  /** For each edge, from its node to the node that uses it: the bends between. */
  bends: Position[][];
  columns: number;
  ranks: number;
}

interface Edge {
  from: number;
  to: number;
}

/** Something that takes room in a rank: a node, or the bend of an edge. */
interface Item {
  rank: number;
  above: Item[];
  below: Item[];
  x: number;
  /** Half the room it needs. */
  half: number;
}

const bendHalf = 0.16;
const sweeps = 12;

/** Nodes are numbered in topological order: every edge leads to a larger number. */
export function layout(count: number, edges: readonly Edge[]): Layout {
  const rank = ranksOf(count, edges);
  const nodes = rank.map((own): Item => item(own, 0.5));
  const chains = edges.map(({ from, to }) => {
    const [start, end] = [at(nodes, from), at(nodes, to)];
    const bends = Array.from({ length: Math.max(0, end.rank - start.rank - 1) }, (_, between) =>
      item(start.rank + between + 1, bendHalf),
    );
    join([start, ...bends, end]);
    return bends;
  });
  const rows = rowsOf([...nodes, ...chains.flat()]);
  arrange(rows);
  const items = rows.flat();
  const left = Math.min(...items.map(({ x, half }) => x - half), 0);
  const right = Math.max(...items.map(({ x, half }) => x + half), 0);
  const position = ({ x, rank: own }: Item): Position => ({ x: x - left, y: own + 0.5 });
  return {
    nodes: nodes.map(position),
    bends: chains.map((bends) => bends.map(position)),
    columns: right - left,
    ranks: rows.length,
  };
}

const item = (rank: number, half: number): Item => ({ rank, above: [], below: [], x: 0, half });

function join(chain: readonly Item[]): void {
  chain.slice(1).forEach((lower, index) => {
    const upper = at(chain, index);
    upper.below.push(lower);
    lower.above.push(upper);
  });
}

/** Longest paths from the leaves; a leaf then comes down to just above the first use of it. */
function ranksOf(count: number, edges: readonly Edge[]): number[] {
  const rank = Array<number>(count).fill(0);
  for (const { from, to } of edges) rank[to] = Math.max(at(rank, to), at(rank, from) + 1);
  const used = new Set(edges.map(({ to }) => to));
  return rank.map((own, id) => {
    const uses = edges.flatMap(({ from, to }) => (from === id ? [at(rank, to)] : []));
    return used.has(id) || uses.length === 0 ? own : Math.min(...uses) - 1;
  });
}

function rowsOf(items: readonly Item[]): Item[][] {
  const rows: Item[][] = [];
  for (const one of items) (rows[one.rank] ??= []).push(one);
  return rows;
}

/** Down and up in turn, each row in the order of the means of its neighbours. */
function arrange(rows: Item[][]): void {
  for (const row of rows) settle(row, () => 0);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const down = sweep % 2 === 0;
    for (const row of down ? rows : rows.toReversed()) {
      const want = (one: Item): number => mean(down ? one.above : one.below, one.x);
      row.sort((a, b) => want(a) - want(b));
      settle(row, want);
    }
  }
}

const mean = (items: readonly Item[], otherwise: number): number =>
  items.length === 0 ? otherwise : items.reduce((sum, { x }) => sum + x, 0) / items.length;

/** Puts a row side by side without overlap, in its order, as near as it can to where each wants to be. */
function settle(row: readonly Item[], want: (one: Item) => number): void {
  const wanted = row.map(want);
  let end = -Infinity;
  row.forEach((one, index) => {
    one.x = Math.max(at(wanted, index), end + one.half);
    end = one.x + one.half;
  });
  // What was pushed to the right goes back by the mean push, so that no side is favoured.
  const push = row.reduce((sum, { x }, index) => sum + x - at(wanted, index), 0) / row.length;
  for (const one of row) one.x -= push;
}
