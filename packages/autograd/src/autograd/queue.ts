import type { Node } from '../core/node.ts';

/*
 * Nodes that wait for their turn, youngest first: a pairing heap on `sequence`, made of links in the
 * nodes; the heap is its youngest node, or null. Because every node is younger than what it leads to,
 * taking the youngest is taking the graph in topological order.
 */

/** The heap with one more node. */
export function withNode(heap: Node | null, node: Node): Node {
  return heap === null ? node : meld(heap, node);
}

/** The heap without its youngest node. */
export function withoutYoungest(heap: Node): Node | null {
  return heap.child === null ? null : popChildren(heap);
}

/** Puts the older of two heaps below the younger one, which is returned. */
function meld(a: Node, b: Node): Node {
  if (a.sequence < b.sequence) return meld(b, a);
  b.sibling = a.child;
  a.child = b;
  return a;
}

/** One heap of the children of `parent`: melded in pairs from the left, then together from the right. */
function popChildren(parent: Node): Node | null {
  let pairs: Node | null = null;
  for (let next = parent.child; next !== null;) {
    const left: Node = next;
    const right: Node | null = left.sibling;
    next = right === null ? null : right.sibling;
    const pair: Node = right === null ? left : meld(left, right);
    pair.sibling = pairs;
    pairs = pair;
  }
  parent.child = null;
  let heap: Node | null = null;
  while (pairs !== null) {
    const next: Node | null = pairs.sibling;
    pairs.sibling = null;
    heap = heap === null ? pairs : meld(heap, pairs);
    pairs = next;
  }
  return heap;
}
