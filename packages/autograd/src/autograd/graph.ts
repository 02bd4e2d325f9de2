import { checked } from '../core/check.ts';
import { onesLike } from '../core/constant.ts';
import { noGrad } from '../core/grad-mode.ts';
import { type Node, OUTPUT } from '../core/node.ts';
import { nodeOf } from '../core/record.ts';
import type { Nested } from '../methods/elements.ts';
import { Tensor } from '../core/tensor.ts';
import { runBackward } from './engine.ts';
import { isAccumulator } from './leaf.ts';
import { reachable } from './needed.ts';

/** One recorded operation, or a leaf, as plain data. */
export interface GraphNode {
  /** Its index in `nodes`. */
  id: number;
  /** PyTorch's name, such as `MulBackward0`; `AccumulateGrad` for a leaf. */
  op: string;
  /** Whether it is a tensor one made, and not a result. */
  isLeaf: boolean;
  /** Sizes of the value; null where the value is. */
  shape: readonly number[] | null;
  /** What the operation computed; null where the graph does not hold it any more. */
  value: Nested | null;
  /** The gradient of the sum of the output for this value; null where there is none. */
  gradient: Nested | null;
  /** Plain numbers among the inputs, such as the 3 of x · 3. */
  constants: number[];
  /** What the operation keeps for its gradient, until a `backward` frees it. */
  saved: { inputs: number[]; output: boolean };
}

/** One use of a value by an operation. */
export interface GraphEdge {
  /** The id of the node that made the value. */
  from: number;
  /** The id of the node that uses it. */
  to: number;
  /** The index among that node's inputs. */
  input: number;
  /** The gradient of the sum of `to`'s value for this input: of an elementwise operation, its local derivative. */
  local: Nested | null;
  /** What comes back along it: one of the terms that add up to the gradient of `from`. */
  gradient: Nested | null;
}

/** A recorded computation: nodes in topological order, leaves first, the output last. */
export interface Graph {
  /** Each at the index that its `id` says. */
  nodes: GraphNode[];
  /** One for each use of a value, by the node that uses it. */
  edges: GraphEdge[];
}

/**
 * The computation that made `output`, as plain data to draw or inspect, with every value and gradient in it; empty
 * if `output` does not require grad. The recorded graph stays usable.
 * Throws RuntimeError after a `backward` that freed the graph: call it before.
 */
export const graph = checked('graph output:T', (output: Tensor): Graph => {
  const root = nodeOf(output);
  if (root === null) return { nodes: [], edges: [] };
  const nodes = reachable([root]);
  const ids = new Map(nodes.map((node, id) => [node, id]));
  const values = valuesOf(nodes, root, output);
  const gradients = gradientsOf(nodes, root, output);
  return {
    nodes: nodes.map((node, id) => describe(node, id, values.get(node), gradients.get(node))),
    edges: nodes.flatMap((node, to) =>
      node.nextFunctions.flatMap((next, input) => {
        if (next === null) return [];
        const back = (gradient?: Tensor) => passedBack(node, gradient, input);
        const gradient = gradients.get(node);
        const local = back(gradient && onesLike(gradient));
        return [{ from: ids.get(next) as number, to, input, local, gradient: back(gradient) }];
      }),
    ),
  };
});

/** What a node makes of the gradient that arrives at it, for one of its inputs. */
const passedBack = (node: Node, gradient: Tensor | undefined, input: number): Nested | null =>
  gradient === undefined
    ? null
    : noGrad(() => node.rule.vjp(node, gradient, input)?.tolist() ?? null);

/** Every value is an input of the node that uses it, or the output; a leaf is its own input. */
function valuesOf(nodes: readonly Node[], root: Node, output: Tensor): Map<Node, Tensor> {
  const values = new Map<Node, Tensor>([[root, output]]);
  for (const node of nodes) {
    const next = isAccumulator(node) ? [node] : node.nextFunctions;
    node.inputs.forEach((operand, i) => {
      const maker = next[i] ?? null;
      if (maker !== null && operand instanceof Tensor) values.set(maker, operand);
    });
  }
  return values;
}

function gradientsOf(nodes: readonly Node[], root: Node, output: Tensor): Map<Node, Tensor> {
  const gradients = new Map<Node, Tensor>();
  runBackward([root], [onesLike(output)], {
    retainGraph: true,
    createGraph: false,
    targets: new Set(nodes.filter(isAccumulator)),
    observe: (node, gradient) => gradients.set(node, gradient),
  });
  return gradients;
}

function describe(node: Node, id: number, value?: Tensor, gradient?: Tensor): GraphNode {
  return {
    id,
    op: node.name,
    isLeaf: isAccumulator(node),
    shape: value?.shape ?? null,
    value: value?.tolist() ?? null,
    gradient: gradient?.tolist() ?? null,
    constants: node.inputs.filter((input) => typeof input === 'number'),
    saved: {
      inputs: node.inputs.flatMap((_, input) => (node.flags & (1 << input) ? [input] : [])),
      output: (node.flags & OUTPUT) !== 0,
    },
  };
}
