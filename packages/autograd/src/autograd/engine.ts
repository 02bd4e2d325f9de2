import { storageOf, valueOf } from '../core/base.ts';
import { round } from '../core/dtype.ts';
import { switchGradMode } from '../core/grad-mode.ts';
import type { Node } from '../core/node.ts';
import { kernelsFor } from '../kernels/kernels.ts';
import { add } from '../ops/arithmetic.ts';
import { copyOf } from '../ops/convert.ts';
import type { Tensor } from '../tensor.ts';
import { detecting, inspectGradient } from './anomaly.ts';
import { runHooks } from './hooks.ts';
import { isAccumulator } from './leaf.ts';
import { NodeQueue } from './queue.ts';
import { checkSaved, release } from './saved.ts';

/** What one run of the engine is asked to do. */
export interface Run {
  /** Keep what the graph saved, so that it can be run again. */
  retainGraph: boolean;
  /** Record the gradients themselves, so that they can be differentiated. */
  createGraph: boolean;
  /** Where gradients are wanted; null means: at every leaf. */
  targets: ReadonlySet<Node> | null;
  /** Called with the gradient of each node, once it is complete. */
  observe?: (node: Node, gradient: Tensor) => void;
}

let runs = 0;

/** The queue of the last run, empty, for the next one. A run inside a run makes its own. */
let idle: NodeQueue | null = null;

/** Takes gradients from `roots` back through the graph, each node once, youngest first. */
export function runBackward(roots: readonly Node[], gradients: readonly Tensor[], run: Run): void {
  const id = ++runs;
  const queue = idle ?? new NodeQueue();
  idle = null;
  if (run.targets !== null) markNeeded(roots, run.targets, id);
  const before = switchGradMode(run.createGraph);
  try {
    for (let i = 0; i < roots.length; i++) {
      deliver(roots[i] as Node, gradients[i] as Tensor, false, id, queue, run.createGraph);
    }
    for (let node = queue.pop(); node !== null; node = queue.pop()) visit(node, id, queue, run);
    idle = queue;
  } finally {
    switchGradMode(before);
  }
}

function visit(node: Node, id: number, queue: NodeQueue, run: Run): void {
  let gradient = node.gradient as Tensor;
  node.gradient = null;
  if (node.watchers !== null) gradient = runHooks(node, gradient);
  run.observe?.(node, gradient);
  if (isAccumulator(node)) {
    if (run.targets === null) {
      accumulate(node.first as Tensor, gradient, node.owned, run.createGraph);
    }
    return;
  }
  if (run.targets !== null && !node.needed && run.targets.has(node)) return;
  if (node.saves !== 0) checkSaved(node);
  const { firstNode, secondNode, more } = node;
  if (firstNode !== null) pass(node, gradient, 0, firstNode, id, queue, run);
  if (secondNode !== null) pass(node, gradient, 1, secondNode, id, queue, run);
  more?.nodes.forEach((next, i) => {
    if (next !== null) pass(node, gradient, i + 2, next, id, queue, run);
  });
  if (!run.retainGraph) release(node);
}

function pass(
  node: Node,
  gradient: Tensor,
  i: number,
  next: Node,
  id: number,
  queue: NodeQueue,
  run: Run,
): void {
  if (run.targets !== null && !run.targets.has(next) && !next.needed) return;
  const result = node.rule.vjp(node, gradient, i);
  if (result === null) return;
  if (detecting) inspectGradient(node, result, i);
  const fresh = result !== gradient && result.origin === null;
  if (isAccumulator(next) && deliverToLeaf(next, result, fresh, id, run)) return;
  deliver(next, result, fresh, id, queue, run.createGraph);
}

/**
 * Adds a contribution to the `grad` of a leaf at once, without a turn in the queue. Only where the leaf
 * had none before this run, so that contributions are summed first, as in PyTorch, and nobody watches.
 */
function deliverToLeaf(
  node: Node,
  gradient: Tensor,
  fresh: boolean,
  id: number,
  run: Run,
): boolean {
  if (run.targets !== null || run.createGraph || run.observe || node.watchers !== null)
    return false;
  const leaf = node.first as Tensor;
  if (leaf.gradient === null) {
    leaf.gradient = fresh ? gradient : copyOf(gradient);
    node.run = id;
    return true;
  }
  if (node.run !== id || node.gradient !== null) return false;
  addInPlace(leaf.gradient, gradient);
  return true;
}

/** Adds to the gradient that `node` waits with; in place where nobody else can hold it. */
function deliver(
  node: Node,
  gradient: Tensor,
  fresh: boolean,
  id: number,
  queue: NodeQueue,
  createGraph: boolean,
): void {
  const waiting = node.gradient;
  if (waiting === null || node.run !== id) {
    node.run = id;
    node.gradient = gradient;
    node.owned = fresh;
    queue.push(node);
  } else if (!createGraph && node.owned && waiting.dtype === gradient.dtype) {
    addInPlace(waiting, gradient);
  } else {
    node.gradient = add(waiting, gradient);
    node.owned = true;
  }
}

function accumulate(leaf: Tensor, gradient: Tensor, owned: boolean, createGraph: boolean): void {
  const held = leaf.gradient;
  if (held === null) leaf.gradient = createGraph || owned ? gradient : copyOf(gradient);
  else if (createGraph) leaf.gradient = add(held, gradient);
  else addInPlace(held, gradient);
}

/** total += term, for tensors of one shape and dtype; not recorded. */
function addInPlace(total: Tensor, term: Tensor): void {
  if (total.storage === null) {
    total.scalar = round(total.dtype, total.scalar + valueOf(term));
    total.scalarVersion++;
    return;
  }
  const source = term.contiguous();
  const { data } = total.storage;
  const length = total.numel();
  const from = storageOf(source).data;
  if (!total.isContiguous()) {
    total.detach().add_(source);
    return;
  }
  kernelsFor(total.dtype).add(
    data,
    total.offset,
    1,
    from,
    source.offset,
    1,
    data,
    total.offset,
    length,
  );
  total.storage.version++;
}

/** Sets `needed` on every node from which a target can be reached through its inputs. */
function markNeeded(roots: readonly Node[], targets: ReadonlySet<Node>, id: number): void {
  const reached: Node[] = [];
  const stack = [...roots];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.run === id) continue;
    node.run = id;
    node.gradient = null;
    node.needed = false;
    reached.push(node);
    for (const next of node.nextFunctions) if (next !== null && next.run !== id) stack.push(next);
  }
  reached.sort((a, b) => a.sequence - b.sequence);
  for (const node of reached) {
    node.needed = node.nextFunctions.some(
      (next) => next !== null && (next.needed || targets.has(next)),
    );
  }
}
