/**
 * A small backward pass over a recorded graph, with the classic mistakes built in as switches, so
 * that a mistake is executed and not described. What each operation contributes comes from autograd.
 */
import { type Tensor, enableGrad, grad, tensor } from '@calculus/autograd';
import { at } from '../shared/at.ts';

export type Fault =
  'none' | 'wrong order' | 'overwrite instead of add' | 'no zero_grad' | 'detached branch';

/** The two parameters, three values in between, the output and the loss. */
export type NodeName = 'w' | 'b' | 'm' | 's' | 'r' | 'y' | 'L';

/** One value of the computation and its local derivative with respect to each of its inputs. */
export interface TapeNode {
  name: NodeName;
  value: number;
  inputs: { name: NodeName; slope: number }[];
}

/** In the order in which the values were computed: inputs first, the loss last. */
export type Tape = TapeNode[];

export type Gradients = Record<NodeName, number>;

/** The numbers that training does not change. */
export const input = 2;
export const target = -1;

interface Operation {
  name: NodeName;
  inputs: NodeName[];
  /** The last of the inputs is used and not recorded. */
  detachesLast?: boolean;
  compute: (first: Tensor, second: Tensor) => Tensor;
}

/** m = w·x, s = m + b, r = s·s, y = s + r, L = (y − target)²: s is used three times. */
const operations = (detach: boolean): Operation[] => [
  { name: 'm', inputs: ['w'], compute: (w) => w.mul(input) },
  { name: 's', inputs: ['m', 'b'], compute: (m, b) => m.add(b) },
  { name: 'r', inputs: ['s', 's'], detachesLast: detach, compute: (s, again) => s.mul(again) },
  { name: 'y', inputs: ['s', 'r'], compute: (s, r) => s.add(r) },
  { name: 'L', inputs: ['y'], compute: (y) => y.sub(target).square() },
];

const noValues: Gradients = { w: 0, b: 0, m: 0, s: 0, r: 0, y: 0, L: 0 };

/** Computes the loss of w and b in float64, and records every value with its local derivatives. */
export function record({ w, b }: { w: number; b: number }, detach = false): Tape {
  const values = { ...noValues, w, b };
  const operated = operations(detach).map((operation) => {
    const node = recordOperation(operation, values);
    values[node.name] = node.value;
    return node;
  });
  return [{ name: 'w', value: w, inputs: [] }, { name: 'b', value: b, inputs: [] }, ...operated];
}

function recordOperation(
  { name, inputs, detachesLast = false, compute }: Operation,
  values: Readonly<Gradients>,
): TapeNode {
  const leaves = inputs.map((from) =>
    tensor(values[from], { dtype: 'float64', requiresGrad: true }),
  );
  const recorded = detachesLast ? leaves.slice(0, -1) : leaves;
  return enableGrad(() => {
    const last = at(leaves, -1);
    const output = compute(at(leaves, 0), detachesLast ? last.detach() : last);
    const slopes = grad(output, recorded);
    return {
      name,
      value: output.item(),
      inputs: recorded.map((_, index) => ({
        name: at(inputs, index),
        slope: at(slopes, index).item(),
      })),
    };
  });
}

/** What a node computed. */
export function valueOf(tape: Tape, name: NodeName): number {
  return at(
    tape.filter((node) => node.name === name),
    0,
  ).value;
}

/** Every gradient of the loss by a backward pass over the tape; `fault` chooses how it goes wrong. */
export function backward(tape: Tape, fault: Fault): Gradients {
  const gradients: Gradients = { ...noValues, L: 1 };
  for (const { name, inputs } of traversal(tape, fault))
    for (const { name: from, slope } of inputs) {
      const before = fault === 'overwrite instead of add' ? 0 : gradients[from];
      gradients[from] = before + gradients[name] * slope;
    }
  return gradients;
}

/** The nodes in the order in which they are handled: from the last to the first, or as they are met. */
export const traversal = (tape: Tape, fault: Fault): Tape =>
  fault === 'wrong order' ? asDiscovered(tape) : tape.toReversed();

/** Nodes as a search from the loss meets them: s comes before r, which has not sent its part yet. */
function asDiscovered(tape: Tape): Tape {
  const found = new Set([at(tape, -1)]);
  for (const { inputs } of found)
    for (const { name } of inputs) for (const node of tape) if (node.name === name) found.add(node);
  return [...found];
}
