/** The graph that autograd recorded, and what really happened to it in the mode chosen. */
import {
  type Graph,
  type GraphEdge as RecordedEdge,
  type Node,
  enableGrad,
  graph,
} from '@calculus/autograd';
import { type Expression, children, evaluate, toText, variablesOf } from '@calculus/expression';
import { at } from '../shared/at.ts';
import { type Amount, amount } from './amount.ts';
import { cutOf } from './cut.ts';
import { type Mode, callsOf } from './mode.ts';
import { rules } from './rules.ts';
import { type Leaves, type Part, type Trace, leavesAt, trace, traceIn } from './trace.ts';

/** A value that the picture shows: a leaf, or what an operation computed. */
export interface GraphNode {
  id: number;
  /** PyTorch's name of it: MulBackward0, AccumulateGrad. */
  op: string;
  /** "x*y", or the rule of an operation that the formula does not spell out. */
  name: string;
  leaf: 'x' | 'y' | null;
  value: Amount;
  /** The gradient of one backward pass; null where none arrives. */
  gradient: Amount | null;
  /** Whether it is in the graph that the output really has in this mode. */
  recorded: boolean;
  /** The result that was detached. */
  cut: boolean;
  /** What it keeps for its gradient: "u", "v", "w" for first operand, second operand, result. */
  saved: string[];
  /** First and second operand, constants included; unnamed where the formula does not spell it out. */
  operands: { name: string; value: Amount }[];
}

/** One use of a value. */
export interface GraphEdge {
  from: number;
  to: number;
  input: number;
  local: Amount | null;
  /** What comes back along it in one pass. */
  sent: Amount | null;
  recorded: boolean;
}

/** A call of backward and what came of it. */
export interface Outcome {
  call: string;
  error: string | null;
  /** `grad` of the leaves afterwards; null is PyTorch's None. */
  x: Amount | null;
  y: Amount | null;
}

export interface Recorded {
  value: Amount;
  nodes: GraphNode[];
  edges: GraphEdge[];
  outcomes: Outcome[];
}

interface Point {
  x: number;
  y: number;
}

/** Records the formula at a point and runs what the mode asks for, in float64. */
export function record(expression: Expression, point: Point, mode: Mode): Recorded {
  const leaves = leavesAt(point);
  const whole = enableGrad(() => trace(expression, leaves));
  const drawn = enableGrad(() => graph(whole.output));
  const made = nodesBehind(whole);
  const cut = mode === 'detach' ? cutNode(whole.parts, made) : null;
  const real = realParts(drawn, enableGrad(() => graph(traceIn(expression, leavesAt(point), mode).output)), cut); // prettier-ignore
  const names = namesOf(whole, made, leaves);
  return {
    value: amount(whole.output.item()),
    nodes: drawn.nodes.map((node) =>
      describeNode(node, drawn, real.nodes.get(node.id), cut, names),
    ),
    edges: drawn.edges.map((edge) => describeEdge(edge, real.edges.get(edge))),
    outcomes: outcomesOf(expression, point, mode),
  };
}

type RecordedNode = Graph['nodes'][number];

/** The nodes and edges that are drawn, each with the one that the output really has in this mode. */
function realParts({ nodes, edges }: Graph, real: Graph, cut: number | null) {
  const alive = real.nodes.length === 0 ? new Set<number>() : recordedIds(nodes, edges, cut);
  const ids = nodes.map(({ id }) => id).filter((id) => alive.has(id));
  const kept = edges.filter(({ from, to }) => alive.has(to) && alive.has(from) && from !== cut);
  if (ids.length !== real.nodes.length || kept.length !== real.edges.length)
    throw new Error('expression-graph: the recorded graph is another than the one drawn');
  return {
    nodes: new Map(ids.map((id, index) => [id, at(real.nodes, index)])),
    edges: new Map(kept.map((edge, index) => [edge, at(real.edges, index)])),
  };
}

function describeNode(
  node: RecordedNode,
  { nodes, edges }: Graph,
  real: RecordedNode | undefined,
  cut: number | null,
  names: Names,
): GraphNode {
  const { id, op } = node;
  return {
    id,
    op,
    name: names.of(id, op),
    leaf: names.leaf(id),
    value: amount(Number(node.value)),
    gradient: real ? numberOf(real.gradient) : null,
    recorded: real !== undefined,
    cut: id === cut,
    saved: savedNames(node.saved),
    operands: operandsOf(node, edges, names.parts.get(id), (from) => ({
      name: names.of(from, at(nodes, from).op),
      value: amount(Number(at(nodes, from).value)),
    })),
  };
}

const describeEdge = (edge: RecordedEdge, real: RecordedEdge | undefined): GraphEdge => ({
  from: edge.from,
  to: edge.to,
  input: edge.input,
  local: numberOf(edge.local),
  sent: numberOf(real?.gradient ?? null),
  recorded: real !== undefined,
});

const numberOf = (value: RecordedEdge['local']): Amount | null =>
  value === null ? null : amount(Number(value));

/** autograd's own nodes at the ids that `graph` gives them: oldest first. */
function nodesBehind({ output, parts }: Trace): Node[] {
  const root = output.gradFn;
  if (root === null || parts.length === 0) return [];
  const found = new Set<Node>([root]);
  for (const node of found)
    for (const next of node.nextFunctions) if (next !== null) found.add(next);
  return [...found].sort((a, b) => a.sequence - b.sequence);
}

function cutNode(parts: readonly Part[], made: readonly Node[]): number | null {
  const cut = cutOf(parts);
  if (cut === null) return null;
  const node = at(parts, cut).tensor.gradFn;
  return node === null ? null : made.indexOf(node);
}

/** What the output still leads to when `cut` passes nothing on. */
function recordedIds(
  nodes: Graph['nodes'],
  edges: readonly RecordedEdge[],
  cut: number | null,
): Set<number> {
  const wanting = new Set<number>();
  for (const { id, isLeaf } of nodes) {
    const uses = edges.filter(({ from, to }) => to === id && from !== cut && wanting.has(from));
    if (isLeaf || uses.length > 0) wanting.add(id);
  }
  const last = nodes.at(-1)?.id;
  const reached = new Set(last === undefined || !wanting.has(last) ? [] : [last]);
  for (const id of reached)
    for (const { from, to } of edges)
      if (to === id && from !== cut && wanting.has(from)) reached.add(from);
  return reached;
}

function namesOf({ parts, output }: Trace, made: readonly Node[], leaves: Leaves) {
  const byId = new Map<number, Part>();
  for (const part of parts) {
    const node = part.tensor.gradFn;
    if (node !== null) byId.set(made.indexOf(node), part);
  }
  const leaf = (id: number): 'x' | 'y' | null => {
    const node = made[id];
    // A formula that is one variable records no operation: its leaf is all there is.
    if (node === undefined) return output === leaves.x ? 'x' : 'y';
    if (node.name !== 'AccumulateGrad') return null;
    return node.inputs[0] === leaves.x ? 'x' : 'y';
  };
  return {
    parts: byId,
    leaf,
    of: (id: number, op: string): string => {
      const part = byId.get(id);
      if (part) return toText(part.expression);
      return leaf(id) ?? rules[op]?.forward.replace('x', 'u').replace('y', 'v') ?? op;
    },
  };
}

type Names = ReturnType<typeof namesOf>;

const savedNames = ({ inputs, output }: RecordedNode['saved']): string[] => [
  ...inputs.map((input) => (input === 0 ? 'u' : 'v')),
  ...(output ? ['w'] : []),
];

type Operand = GraphNode['operands'][number];

/** By place among the recorded inputs, which may be another than in the formula: 2x is recorded as x · 2. */
function operandsOf(
  { id, constants }: RecordedNode,
  edges: readonly RecordedEdge[],
  part: Part | undefined,
  named: (from: number) => Operand,
): Operand[] {
  const operands: (Operand | undefined)[] = [];
  for (const { from, to, input } of edges) if (to === id) operands[input] = named(from);
  const constant = part
    ? children(part.expression).find((child) => variablesOf(child).length === 0)
    : undefined;
  const value = constant ? evaluate(constant, {}).item() : constants[0];
  if (value !== undefined && operands.length > 0) {
    const free = operands[0] === undefined ? 0 : 1;
    operands[free] = { name: constant ? toText(constant) : String(value), value: amount(value) };
  }
  return operands.filter((operand) => operand !== undefined);
}

/** The calls of the mode, each really made, one after the other on the same graph. */
function outcomesOf(expression: Expression, point: Point, mode: Mode): Outcome[] {
  const leaves = leavesAt(point);
  const { output } = traceIn(expression, leaves, mode);
  const gradOf = (name: 'x' | 'y'): Amount | null => {
    const { grad } = leaves[name];
    return grad === null ? null : amount(grad.item());
  };
  return callsOf(mode).map(({ text, retainGraph }) => {
    let error: string | null = null;
    try {
      output.backward({ retainGraph });
    } catch (thrown) {
      if (!(thrown instanceof Error)) throw thrown;
      error = thrown.message;
    }
    return { call: text, error, x: gradOf('x'), y: gradOf('y') };
  });
}
