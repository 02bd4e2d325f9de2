import type { Node } from '../core/node.ts';
import { nodeOf } from '../core/record.ts';
import { onesLike } from '../ops/constant.ts';
import type { Nested } from '../methods/list.ts';
import { Tensor } from '../tensor.ts';
import { runBackward } from './engine.ts';
import { isAccumulator } from './leaf.ts';
import { reachable } from './needed.ts';

/** One recorded operation, or a leaf, as plain data. */
export interface GraphNode {
  id: number;
  /** PyTorch's name, such as `MulBackward0`; `AccumulateGrad` for a leaf. */
  op: string;
  isLeaf: boolean;
  shape: readonly number[] | null;
  /** What the operation computed; null where the graph does not hold it any more. */
  value: Nested | null;
  /** The gradient of the output with respect to this value. */
  gradient: Nested | null;
  /** Plain numbers among the inputs, such as the 3 of x · 3. */
  constants: number[];
}

/** From the node whose value is used (`from`) to the node that uses it, as input number `input`. */
export interface GraphEdge {
  from: number;
  to: number;
  input: number;
}

/** A recorded computation: nodes in topological order, leaves first, the output last. */
export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/**
 * The computation that made `output`, which must have one element, with every value and gradient in it.
 * The recorded graph stays usable. Call it before `backward`, which frees the values.
 */
export function graph(output: Tensor): Graph {
  const root = nodeOf(output);
  if (root === null) return { nodes: [], edges: [] };
  const nodes = reachable([root]);
  const ids = new Map(nodes.map((node, id) => [node, id]));
  const values = valuesOf(nodes, root, output);
  const gradients = gradientsOf(nodes, root, output);
  return {
    nodes: nodes.map((node, id) => describe(node, id, values.get(node), gradients.get(node))),
    edges: nodes.flatMap((node, to) =>
      node.nextFunctions.flatMap((next, input) =>
        next === null ? [] : [{ from: ids.get(next) as number, to, input }],
      ),
    ),
  };
}

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
  };
}
