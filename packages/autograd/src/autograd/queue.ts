import type { Node } from '../core/node.ts';

/**
 * Nodes that wait for their turn, youngest first: a binary heap on `sequence`. Because every node is
 * younger than what it leads to, taking the youngest is taking the graph in topological order.
 */
export class NodeQueue {
  private readonly heap: Node[] = [];

  push(node: Node): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(node);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Node;
      if (above.sequence >= node.sequence) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = node;
  }

  /** The youngest node, removed. */
  pop(): Node | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length > 0) this.sink(last as Node);
    return top;
  }

  private sink(node: Node): void {
    const { heap } = this;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      const right = child + 1;
      if (right < heap.length && (heap[right] as Node).sequence > (heap[child] as Node).sequence)
        child = right;
      const below = heap[child] as Node;
      if (below.sequence <= node.sequence) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = node;
  }
}
