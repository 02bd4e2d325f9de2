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

/**
 * One recorded operation. Its fields are flat because most operations have one or two inputs:
 * `rest` holds the others.
 *
 * Every node is younger than the nodes it leads to, so that `sequence` is a topological order.
 */
export class Node {
  readonly sequence = clock++;
  rule: Rule;
  first: Operand | null;
  second: Operand | null;
  rest: readonly Operand[] | null = null;
  readonly firstNode: Node | null;
  readonly secondNode: Node | null;
  restNodes: readonly (Node | null)[] | null = null;
  output: Tensor | null = null;
  /** Which inputs (bits) and whether the output must be unchanged when the gradient comes back. */
  readonly saves: number;
  /** The versions of what is saved, as `packVersions` packs them. */
  readonly versions: number;
  restVersions: readonly number[] | null = null;
  freed = false;
  hooks: Hook[] | null = null;
  /** Set where `retainGrad` asked for the gradient. */
  retains: Tensor | null = null;

  // What a run of the engine writes here.
  run = 0;
  needed = false;
  gradient: Tensor | null = null;
  owned = false;

  constructor(
    rule: Rule,
    first: Operand | null,
    second: Operand | null,
    firstNode: Node | null,
    secondNode: Node | null,
    saves: number,
    versions: number,
  ) {
    this.rule = rule;
    this.first = first;
    this.second = second;
    this.firstNode = firstNode;
    this.secondNode = secondNode;
    this.saves = saves;
    this.versions = versions;
  }

  get name(): string {
    return this.rule.name;
  }

  /** The nodes of the inputs, in order; null where no gradient is wanted. */
  get nextFunctions(): (Node | null)[] {
    const next = [this.firstNode];
    if (this.second !== null || this.secondNode !== null || this.restNodes)
      next.push(this.secondNode);
    return this.restNodes ? [...next, ...this.restNodes] : next;
  }

  /** The inputs, in order; empty once the graph is freed. */
  get inputs(): Operand[] {
    const inputs = [this.first, this.second, ...(this.rest ?? [])];
    return inputs.filter((input) => input !== null);
  }
}
