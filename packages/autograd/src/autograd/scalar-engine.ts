import { valueOf } from '../core/base.ts';
import { switchGradMode } from '../core/grad-mode.ts';
import { pendingTensor } from '../core/make.ts';
import { LEAF, type Node, SAVES } from '../core/node.ts';
import type { Tensor } from '../core/tensor.ts';
import { accumulateNumber } from './accumulate.ts';
import { runHooks } from './hooks.ts';
import { reentrant, emptyQueue, isQueued, withNode, withoutYoungest } from './queue.ts';
import { checkSaved, release } from './saved.ts';

/**
 * Takes the gradient 1 from `root` back to all leaves, as the engine does, in a graph of numbers: NUMBERS
 * is set at `root`, and then at everything it depends on.
 */
export function runNumbers(root: Node, retainGraph: boolean): void {
  const before = switchGradMode(false);
  root.pending = 1;
  let queue: Node | null = withNode(null, root);
  try {
    while (queue !== null) {
      const node: Node = queue;
      queue = withoutYoungest(node);
      if (node.watchers !== null) watch(node, queue);
      if (node.flags & LEAF) {
        accumulateNumber(node.first as Tensor, node.pending);
        continue;
      }
      if (node.flags & SAVES) checkSaved(node);
      const { firstNode, secondNode } = node;
      if (firstNode !== null && !isQueued(firstNode)) {
        firstNode.pending = -0;
        queue = withNode(queue, firstNode);
      }
      if (secondNode !== null && !isQueued(secondNode)) {
        secondNode.pending = -0;
        queue = withNode(queue, secondNode);
      }
      node.rule.pull?.(node);
      if (!retainGraph) release(node);
    }
  } finally {
    switchGradMode(before);
    emptyQueue(queue);
  }
}

function watch(node: Node, queue: Node | null): void {
  const watched = reentrant(queue, () => runHooks(node, pendingTensor(node)));
  node.pending = valueOf(watched);
}
