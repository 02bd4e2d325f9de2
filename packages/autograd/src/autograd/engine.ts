import { switchGradMode } from '../core/grad-mode.ts';
import { type Node, SAVES, type Waiting } from '../core/node.ts';
import type { Tensor } from '../core/tensor.ts';
import { accumulate, addInPlace } from './accumulate.ts';
import { detecting, inspectGradient } from './anomaly.ts';
import { runHooks } from './hooks.ts';
import { isAccumulator } from './leaf.ts';
import { leadingTo } from './needed.ts';
import { reentrant, emptyQueue, isQueued, withNode, withoutYoungest } from './queue.ts';
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

/**
 * Takes gradients from `roots` back through the graph, each node once, youngest first. A gradient waits at
 * its node until all contributions are in.
 */
export function runBackward(roots: readonly Node[], gradients: readonly Tensor[], run: Run): void {
  const before = switchGradMode(run.createGraph);
  const outer = running;
  const engine = new Engine(run, roots);
  running = engine;
  try {
    engine.run(roots, gradients);
  } finally {
    running = outer;
    switchGradMode(before);
  }
}

let running: Engine | null = null;

/** The run that is under way: another object for each. */
export function currentRun(): object | null {
  return running;
}

/** Runs code of a user's, which may start a run of its own, in the midst of this one. */
export function interrupt<Result>(body: () => Result): Result {
  return running === null ? body() : reentrant(running.queue, body);
}

class Engine {
  queue: Node | null = null;
  private readonly options: Run;
  private readonly needed: ReadonlySet<Node> | null;

  constructor(options: Run, roots: readonly Node[]) {
    this.options = options;
    this.needed = options.targets === null ? null : leadingTo(options.targets, roots);
  }

  run(roots: readonly Node[], gradients: readonly Tensor[]): void {
    roots.forEach((root, i) => {
      this.deliver(root, gradients[i] as Tensor, false);
    });
    try {
      for (let node = this.queue; node !== null; node = this.queue) {
        this.queue = withoutYoungest(node);
        this.visit(node);
      }
    } finally {
      emptyQueue(this.queue);
    }
  }

  private visit(node: Node): void {
    const { targets, createGraph, retainGraph, observe } = this.options;
    const { tensor, owned } = node.waiting as Waiting;
    node.waiting = null;
    const gradient = node.watchers === null ? tensor : interrupt(() => runHooks(node, tensor));
    observe?.(node, gradient);
    if (isAccumulator(node)) {
      if (targets === null) accumulate(node.first as Tensor, gradient, owned, createGraph);
      return;
    }
    if (targets !== null && !this.leads(node) && targets.has(node)) return;
    if (node.flags & SAVES) checkSaved(node);
    const { firstNode, secondNode, more } = node;
    const twice = firstNode === secondNode && node.first === node.second;
    const both = firstNode !== null && this.pass(node, gradient, 0, firstNode, twice);
    if (secondNode !== null && !both) this.pass(node, gradient, 1, secondNode);
    more?.nodes.forEach((next, i) => {
      if (next !== null) this.pass(node, gradient, i + 2, next);
    });
    if (!retainGraph) release(node);
  }

  /** Whether gradients are wanted beyond `node`. */
  private leads(node: Node): boolean {
    return this.needed === null || this.needed.has(node);
  }

  /** Returns whether the gradient for a second input that is the same tensor (`twice`) is in it. */
  private pass(node: Node, gradient: Tensor, i: number, next: Node, twice = false): boolean {
    if (!this.leads(next) && !this.options.targets?.has(next)) return false;
    const { rule } = node;
    const total = detecting ? null : this.totalAt(next);
    if (total !== null && rule.addTo?.(total, node, gradient, i, twice)) return twice;
    const result = rule.vjp(node, gradient, i);
    if (result === null) return false;
    if (detecting) inspectGradient(node, result, i);
    this.deliver(next, result, result !== gradient && result.origin === null);
    return false;
  }

  /** The gradient that waits at `node`, if it may be added to in place: nobody else can hold it. */
  private totalAt(node: Node): Tensor | null {
    const { waiting } = node;
    return waiting !== null && waiting.owned && isQueued(node) && !this.options.createGraph
      ? waiting.tensor
      : null;
  }

  /** Adds to the gradient that waits at `node`. `owned`: nobody else can hold `gradient`. */
  private deliver(node: Node, gradient: Tensor, owned: boolean): void {
    const total = this.totalAt(node);
    if (!isQueued(node)) {
      node.waiting = { tensor: gradient, owned };
      this.queue = withNode(this.queue, node);
    } else if (total?.dtype === gradient.dtype) addInPlace(total, gradient);
    else node.waiting = { tensor: (node.waiting as Waiting).tensor.add(gradient), owned: true };
  }
}
