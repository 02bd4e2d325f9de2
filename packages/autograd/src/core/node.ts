import type { Tensor } from './tensor.ts';
import type { Hook } from './base.ts';

/** A tensor or a plain number. */
export type Operand = Tensor | number;

/** How one operation takes a gradient back. One rule serves all the nodes of its operation. */
export interface Rule {
  /** PyTorch's name of the recorded operation, such as `MulBackward0`. */
  readonly name: string;
  /** The gradient for input `i`, given the gradient of the output. */
  vjp(node: Node, gradient: Tensor, i: number): Tensor | null;
  /** Adds what is pending at `node`, in a graph of numbers, to what is pending at its inputs. Every rule of NUMBERS has it. */
  pull?(node: Node): void;
  /**
   * Adds the same to `total` in place, without making a tensor of it, and `twice` if asked to. Returns
   * false, and does nothing, where that cannot be done.
   */
  addTo?(total: Tensor, node: Node, gradient: Tensor, i: number, twice: boolean): boolean;
}

/** Bits of `Node.flags`: input i, as 1 << i, must be unchanged when the gradient comes back. */
export const FIRST = 1;
export const SECOND = 2;
/** The same for the output. */
export const OUTPUT = 1 << 26;
/** Something else is saved, which is let go of with the rest and not checked. */
export const UNCHECKED = 1 << 25;
/** All of these. */
export const SAVES = (OUTPUT << 1) - 1;
/** The gradient arrives here and is added to that of a leaf. */
export const LEAF = 1 << 27;
/** The node and all that it leads to are numbers: 0-dim tensors, whose gradients need not be tensors. */
export const NUMBERS = 1 << 28;
/** Such numbers are float32. */
export const SINGLE = 1 << 29;

/** `Node.versions` when what was saved is not there any more. */
export const FREED = -1;

let clock = 0;

/** The sequence number that the next node will have. */
export function nextSequence(): number {
  return clock;
}

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

/** What retained the gradient at `before`, if that is `x` itself, retains it at `after`, its history from now on. */
export function moveRetaining(x: Tensor, before: Node | null, after: Node | null): void {
  const watchers = before === null ? null : before.watchers;
  if (watchers === null || watchers.retains !== x || after === null || after === before) return;
  watchers.retains = null;
  after.watchers ??= { hooks: [], retains: null };
  after.watchers.retains = x;
}

/** A gradient that waits for its turn. */
export interface Waiting {
  tensor: Tensor;
  /** Whether nobody else holds the tensor. */
  owned: boolean;
}

/** What few nodes have in a graph of numbers. */
interface Extra {
  more: MoreInputs | null;
  output: Tensor | null;
  outputVersion: number;
  watchers: Watchers | null;
  waiting: Waiting | null;
}

/**
 * One recorded operation. Its fields are flat and few because a scalar computation makes little else:
 * most operations have one or two inputs and save no more than these. They are declared, not defined:
 * only the constructor writes them, so that each holds one kind of value from the start.
 *
 * Every node is younger than the nodes it leads to, so that `sequence` is a topological order.
 *
 * @see https://docs.pytorch.org/docs/stable/notes/autograd.html#how-autograd-encodes-the-history
 */
export class Node {
  /** When it was made: later nodes have larger numbers. */
  declare readonly sequence: number;
  /** How the gradient goes back. */
  declare rule: Rule;
  /** The first input; null once let go. */
  declare first: Operand | null;
  /** The second input; null if there is none. */
  declare second: Operand | null;
  /** The node of the first input; null where no gradient is wanted. */
  declare readonly firstNode: Node | null;
  /** The same of the second. */
  declare readonly secondNode: Node | null;
  /** What is saved, and whether numbers do: the bits above. */
  declare flags: number;
  /** The versions of what is saved, as `packVersions` packs them; FREED when that was let go. */
  declare versions: number;
  declare private extra: Extra | null;

  /** The gradient that waits, in a graph of numbers. */
  declare pending: number;
  /** The first of the nodes that wait below this one in the queue; undefined while this one does not wait. */
  declare child: Node | null | undefined;
  /** The next node beside this one in the queue. */
  declare sibling: Node | null;

  constructor(
    rule: Rule,
    first: Operand | null,
    second: Operand | null,
    firstNode: Node | null,
    secondNode: Node | null,
    flags: number,
    versions: number,
  ) {
    this.sequence = clock++;
    this.rule = rule;
    this.first = first;
    this.second = second;
    this.firstNode = firstNode;
    this.secondNode = secondNode;
    this.flags = flags;
    this.versions = versions;
    this.extra = null;
    this.pending = NaN;
    this.child = undefined;
    this.sibling = null;
  }

  private get own(): Extra {
    return (this.extra ??= {
      more: null,
      output: null,
      outputVersion: 0,
      watchers: null,
      waiting: null,
    });
  }

  /** The inputs after the second, if any. */
  get more(): MoreInputs | null {
    return this.extra === null ? null : this.extra.more;
  }

  set more(more: MoreInputs | null) {
    this.own.more = more;
  }

  /** The output, where the rule needs it. */
  get output(): Tensor | null {
    return this.extra === null ? null : this.extra.output;
  }

  set output(output: Tensor | null) {
    this.own.output = output;
    this.own.outputVersion = output === null ? 0 : output.version;
  }

  /** The version of that output when it was kept. */
  get outputVersion(): number {
    return this.own.outputVersion;
  }

  /** Who wants to see the gradient, if anybody. */
  get watchers(): Watchers | null {
    return this.extra === null ? null : this.extra.watchers;
  }

  set watchers(watchers: Watchers | null) {
    this.own.watchers = watchers;
  }

  /** The gradient that waits, where it is a tensor. */
  get waiting(): Waiting | null {
    return this.extra === null ? null : this.extra.waiting;
  }

  set waiting(waiting: Waiting | null) {
    this.own.waiting = waiting;
  }

  /** Lets go of everything that is kept for the gradient. */
  free(): void {
    this.versions = FREED;
    this.first = null;
    this.second = null;
    if (this.extra !== null) {
      this.extra.more = null;
      this.extra.output = null;
    }
  }

  /** PyTorch's name of the recorded operation, such as `MulBackward0`. */
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
