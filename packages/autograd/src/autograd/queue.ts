import type { Node } from '../core/node.ts';

/*
 * Nodes that wait for their turn, youngest first: a pairing heap on `sequence`, made of links in the
 * nodes; the heap is its youngest node, or null. Because every node is younger than what it leads to,
 * taking the youngest is taking the graph in topological order.
 */

/** Whether `node` is in a heap. */
export function isQueued(node: Node): boolean {
  return node.child !== undefined;
}

/** The heap with one more node. */
export function withNode(heap: Node | null, node: Node): Node {
  node.child = null;
  return heap === null ? node : meld(heap, node);
}

/** The heap without its youngest node. */
export function withoutYoungest(heap: Node): Node | null {
  const child = heap.child as Node | null;
  heap.child = undefined;
  return child === null || child.sibling === null ? child : melded(child);
}

/** Takes all nodes out, when a run ends early. */
export function emptyQueue(heap: Node | null): void {
  for (let rest = heap; rest !== null;) rest = withoutYoungest(rest);
}

/**
 * Runs `body` with nothing waiting in `heap`, and then puts all back as it was: a hook or a function of
 * one's own may itself go back through a part of the same graph.
 */
export function reentrant<Result>(heap: Node | null, body: () => Result): Result {
  const held: Pick<Node, 'pending' | 'waiting'>[] = [];
  const nodes: Node[] = [];
  for (let rest = heap; rest !== null; rest = withoutYoungest(rest)) {
    nodes.push(rest);
    held.push({ pending: rest.pending, waiting: rest.waiting });
  }
  try {
    return body();
  } finally {
    nodes.reduce<Node | null>((again, node, i) => {
      Object.assign(node, held[i]);
      return withNode(again, node);
    }, null);
  }
}

/** Puts the older of two heaps below the younger one, which is returned. */
function meld(a: Node, b: Node): Node {
  return a.sequence > b.sequence ? adopt(a, b) : adopt(b, a);
}

function adopt(parent: Node, child: Node): Node {
  child.sibling = parent.child as Node | null;
  parent.child = child;
  return parent;
}

/** One heap of siblings: melded in pairs from the left, then together from the right. */
function melded(first: Node): Node | null {
  let pairs: Node | null = null;
  for (let next: Node | null = first; next !== null;) {
    const left: Node = next;
    const right: Node | null = left.sibling;
    next = right === null ? null : right.sibling;
    const pair: Node = right === null ? left : meld(left, right);
    pair.sibling = pairs;
    pairs = pair;
  }
  let heap: Node | null = null;
  while (pairs !== null) {
    const next: Node | null = pairs.sibling;
    pairs.sibling = null;
    heap = heap === null ? pairs : meld(heap, pairs);
    pairs = next;
  }
  return heap;
}
