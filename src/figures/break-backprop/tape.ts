/**
 * A small backward pass over a recorded graph, with the classic mistakes built in as switches, so
 * that a mistake is executed and not described. What each operation contributes comes from autograd.
 */
import { type Tensor, enableGrad, grad, tensor } from '@calculus/autograd';

export type Fault =
  'none' | 'wrong order' | 'overwrite instead of add' | 'no zero_grad' | 'detached branch';

/** One value of the computation and the slope of it by each of its inputs. */
export interface TapeNode {
  name: string;
  value: number;
  inputs: { name: string; slope: number }[];
}

/** In the order in which the values were computed: inputs first, the loss last. */
export type Tape = TapeNode[];

export type Gradients = Record<string, number>;

/** The numbers that training does not change. */
export const input = 2;
export const target = -1;

interface Operation {
  name: string;
  inputs: string[];
  /** Inputs that the operation uses and does not record. */
  detached?: string[];
  compute: (...inputs: Tensor[]) => Tensor;
}

/** m = w·x, s = m + b, t = s·s, y = s + t, L = (y − target)²: s is used three times. */
const operations = (detach: boolean): Operation[] => [
  { name: 'm', inputs: ['w'], compute: (w) => (w as Tensor).mul(input) },
  { name: 's', inputs: ['m', 'b'], compute: (m, b) => (m as Tensor).add(b as Tensor) },
  {
    name: 't',
    inputs: detach ? ['s'] : ['s', 's'],
    ...(detach ? { detached: ['s'] } : {}),
    compute: (s, again) => (s as Tensor).mul(again as Tensor),
  },
  { name: 'y', inputs: ['s', 't'], compute: (s, t) => (s as Tensor).add(t as Tensor) },
  { name: 'L', inputs: ['y'], compute: (y) => (y as Tensor).sub(target).square() },
];

/** Computes the loss of w and b in float64, and records every value with its local slopes. */
export function record(leaves: { w: number; b: number }, detach = false): Tape {
  const values = new Map<string, number>(Object.entries(leaves));
  const tape: Tape = [...values].map(([name, value]) => ({ name, value, inputs: [] }));
  for (const { name, inputs, detached = [], compute } of operations(detach)) {
    const leaf = (from: string): Tensor =>
      tensor(values.get(from) ?? 0, { dtype: 'float64', requiresGrad: true });
    const recorded = inputs.map(leaf);
    const { value, slopes } = enableGrad(() => {
      const output = compute(...recorded, ...detached.map((from) => leaf(from).detach()));
      return { value: output.item(), slopes: grad(output, recorded) };
    });
    values.set(name, value);
    tape.push({
      ...{ name, value },
      inputs: inputs.map((from, index) => ({ name: from, slope: slopes[index]?.item() ?? 0 })),
    });
  }
  return tape;
}

/** Every gradient of the loss, by walking the tape; `fault` chooses how the walk goes wrong. */
export function backward(tape: Tape, fault: Fault): Gradients {
  const gradients: Gradients = Object.fromEntries(tape.map(({ name }) => [name, 0]));
  gradients['L'] = 1;
  for (const { name, inputs } of walked(tape, fault))
    for (const { name: from, slope } of inputs) {
      const contribution = (gradients[name] ?? 0) * slope;
      const before = fault === 'overwrite instead of add' ? 0 : (gradients[from] ?? 0);
      gradients[from] = before + contribution;
    }
  return gradients;
}

/** The order in which nodes are handled: from the last to the first, or as they are met. */
export const walked = (tape: Tape, fault: Fault): Tape =>
  fault === 'wrong order' ? asDiscovered(tape) : tape.toReversed();

/** Nodes as a walk back from the loss meets them: s comes before t, which has not answered yet. */
function asDiscovered(tape: Tape): Tape {
  const nodes = new Map(tape.map((node) => [node.name, node]));
  const found = new Set(tape.slice(-1));
  for (const { inputs } of found)
    for (const { name } of inputs) {
      const node = nodes.get(name);
      if (node) found.add(node);
    }
  return [...found];
}
