import type { Node } from '../core/node.ts';

/**
 * Nodes that wait for their turn, youngest first: a binary heap on `sequence`. Because every node is
 * younger than what it leads to, taking the youngest is taking the graph in topological order.
 */
export class NodeQueue {
  /** The youngest; apart from the heap, because in a chain nothing else waits. */
  private head: Node | null = null;
  private readonly heap: Node[] = [];

  push(node: Node): void {
    const { head } = this;
    if (head === null) this.head = node;
    else if (node.sequence > head.sequence) {
      this.head = node;
      this.rise(head);
    } else this.rise(node);
  }

  private rise(node: Node): void {
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
  pop(): Node | null {
    const { head, heap } = this;
    this.head = heap.length === 0 ? null : this.popHeap();
    return head;
  }

  private popHeap(): Node {
    const { heap } = this;
    const top = heap[0] as Node;
    const last = heap.pop() as Node;
    if (heap.length > 0) this.sink(last);
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
