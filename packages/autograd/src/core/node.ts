import type { Tensor } from '../tensor.ts';
import type { Hook } from './base.ts';

/** A tensor or a plain number. */
export type Operand = Tensor | number;

/** How one operation takes a gradient back. One rule serves all the nodes of its operation. */
export interface Rule {
  /** PyTorch's name of the recorded operation, such as `MulBackward0`. */
  readonly name: string;
  /** The gradient for input `i`, given the gradient of the output. */
  vjp(node: Node, gradient: Tensor, i: number): Tensor | null;
}

/** Bit of `Node.saves` for the output; bit i is input i. */
export const OUTPUT = 1 << 30;

let clock = 0;

/** The inputs of an operation after the second. */
export interface MoreInputs {
  readonly operands: readonly Operand[];
  readonly nodes: readonly (Node | null)[];
  readonly versions: readonly number[];
}

/** Who wants to see the gradient that arrives at a node. */
export interface Watchers {
  hooks: Hook[];
  /** The tensor for which `retainGrad` was called. */
  retains: Tensor | null;
}

/**
 * One recorded operation. Its fields are flat and few because a scalar computation makes little else:
 * most operations have one or two inputs, `more` holds the others.
 *
 * Every node is younger than the nodes it leads to, so that `sequence` is a topological order.
 */
export class Node {
  readonly sequence: number;
  rule: Rule;
  first: Operand | null;
  second: Operand | null;
  readonly firstNode: Node | null;
  readonly secondNode: Node | null;
  more: MoreInputs | null;
  output: Tensor | null;
  /** Which inputs (bits) and whether the output must be unchanged when the gradient comes back. */
  readonly saves: number;
  /** The versions of what is saved, as `packVersions` packs them. */
  readonly versions: number;
  freed: boolean;
  watchers: Watchers | null;

  // What a run of the engine writes here.
  run: number;
  needed: boolean;
  gradient: Tensor | null;
  owned: boolean;

  constructor(
    rule: Rule,
    first: Operand | null,
    second: Operand | null,
    firstNode: Node | null,
    secondNode: Node | null,
    saves: number,
    versions: number,
  ) {
    this.sequence = clock++;
    this.rule = rule;
    this.first = first;
    this.second = second;
    this.firstNode = firstNode;
    this.secondNode = secondNode;
    this.more = null;
    this.output = null;
    this.saves = saves;
    this.versions = versions;
    this.freed = false;
    this.watchers = null;
    this.run = 0;
    this.needed = false;
    this.gradient = null;
    this.owned = false;
  }

  get name(): string {
    return this.rule.name;
  }

  /** The nodes of the inputs, in order; null where no gradient is wanted. */
  get nextFunctions(): (Node | null)[] {
    const next = [this.firstNode];
    if (this.second !== null || this.secondNode !== null || this.more) next.push(this.secondNode);
    return this.more ? [...next, ...this.more.nodes] : next;
  }

  /** The inputs, in order; empty once the graph is freed. */
  get inputs(): Operand[] {
    const inputs = [this.first, this.second, ...(this.more?.operands ?? [])];
    return inputs.filter((input) => input !== null);
  }
}
