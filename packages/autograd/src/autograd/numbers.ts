import { valueOf } from '../core/base.ts';
import { switchGradMode } from '../core/grad-mode.ts';
import type { Node, NumberRule } from '../core/node.ts';
import { pendingTensor } from '../ops/numbers.ts';
import type { Tensor } from '../tensor.ts';
import { accumulateNumber } from './accumulate.ts';
import { runHooks } from './hooks.ts';
import { isAccumulator } from './leaf.ts';
import { withNode, withoutYoungest } from './queue.ts';
import { checkSaved, release } from './saved.ts';

let runs = 0;

/** A number that no run back through a graph had before. */
export function newRun(): number {
  return ++runs;
}

/**
 * Takes the gradient 1 from `root` back to all leaves, as the engine does, in a graph of numbers: where
 * `single` is not null at `root`, nor then at anything it depends on.
 */
export function runNumbers(root: Node, retainGraph: boolean): void {
  const run = newRun();
  const before = switchGradMode(false);
  try {
    root.run = run;
    root.pending = 1;
    let waiting: Node | null = root;
    // The first leaf that is reached waits apart: it is older than what leads to it.
    let leaf: Node | null = null;
    for (let node: Node | null = root; node !== null; node = waiting ?? leaf) {
      if (node === leaf) leaf = null;
      else waiting = withoutYoungest(node);
      if (node.watchers !== null) watch(node);
      const { firstNode, secondNode }: Node = node;
      if (isAccumulator(node)) accumulateNumber(node.first as Tensor, node.pending);
      else {
        if (node.saves !== 0) checkSaved(node);
        if (firstNode !== null && firstNode.run !== run) {
          reach(firstNode, run);
          if (leaf === null && isAccumulator(firstNode)) leaf = firstNode;
          else waiting = withNode(waiting, firstNode);
        }
        if (secondNode !== null && secondNode.run !== run) {
          reach(secondNode, run);
          if (leaf === null && isAccumulator(secondNode)) leaf = secondNode;
          else waiting = withNode(waiting, secondNode);
        }
        (node.rule as NumberRule).pull(node);
        if (!retainGraph) release(node);
      }
    }
  } finally {
    switchGradMode(before);
  }
}

function reach(node: Node, run: number): void {
  node.run = run;
  node.pending = -0;
}

function watch(node: Node): void {
  node.pending = valueOf(runHooks(node, pendingTensor(node)));
}
