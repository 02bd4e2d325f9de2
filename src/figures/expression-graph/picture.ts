/** The graph at one stage, as what a picture draws: boxes and curves in rem. */
import { at } from '../shared/at.ts';
import type { Position } from '../shared/contract.ts';
import { type Amount, amountText } from './amount.ts';
import type { Result } from './experiment.ts';
import type { GraphEdge, GraphNode } from './record.ts';
import { pretty } from './rules.ts';
import { stepsOf } from './path.ts';
import { workingOf } from './working.ts';

/** A column and a rank, and the box of a node within, in rem. */
const column = 8.5;
const rank = 8.8;
export const box = { width: 7.7, height: 5.4 };

type State = 'active' | 'waiting' | 'cut' | 'freed' | '';

export interface Card extends Position {
  id: number;
  leaf: 'x' | 'y' | null;
  name: string;
  op: string;
  value: string;
  gradient: string | null;
  /** What it keeps, or that it let go of it. */
  keeps: string;
  state: State;
  recorded: boolean;
  /** Everything a screen reader says of it, worked numbers included. */
  label: string;
}

export interface Curve {
  /** A path in rem. */
  d: string;
  label: Position & { text: string };
  /** The gradient has come back along it. */
  back: boolean;
  recorded: boolean;
  active: boolean;
}

export interface Picture {
  cards: Card[];
  curves: Curve[];
  width: number;
  height: number;
}

export function pictureOf(result: Result): Picture {
  return {
    cards: result.nodes.map((node) => cardOf(node, result)),
    curves: result.edges.map((edge, index) => curveOf(edge, index, result)),
    width: result.layout.columns * column,
    height: result.layout.ranks * rank,
  };
}

const inRem = ({ x, y }: Position): Position => ({ x: x * column, y: y * rank });

function cardOf(node: GraphNode, result: Result): Card {
  const { id, leaf, op, recorded } = node;
  const known = result.computed.includes(id);
  const passed = at(result.passes, id) > 0;
  const gradient =
    leaf !== null && passed ? leafGrad(result, leaf, at(result.passes, id)) : node.gradient;
  return {
    ...inRem(at(result.layout.nodes, id)),
    id,
    leaf,
    name: pretty(node.name),
    op: recorded ? op : 'not recorded',
    value: known ? amountText(node.value) : '?',
    gradient: recorded ? (passed ? amountText(gradient ?? 0) : '?') : null,
    keeps: keepsText(node, known, result.freed.includes(id)),
    state: stateOf(node, result, known),
    recorded,
    label: labelOf(node, result),
  };
}

const leafGrad = ({ outcomes }: Result, leaf: 'x' | 'y', passes: number): Amount | null =>
  at(outcomes, passes - 1)[leaf];

function keepsText({ saved, recorded, cut }: GraphNode, known: boolean, freed: boolean): string {
  if (cut) return 'detached';
  if (!recorded || !known || saved.length === 0) return '';
  return freed ? `freed ${saved.join(', ')}` : `keeps ${saved.join(', ')}`;
}

function stateOf({ id, cut, saved }: GraphNode, { now, freed }: Result, known: boolean): State {
  if (now !== null && now.kind !== 'refused' && now.node === id) return 'active';
  if (!known) return 'waiting';
  if (cut) return 'cut';
  return freed.includes(id) && saved.length > 0 ? 'freed' : '';
}

/** What was computed at this node so far, in words with numbers. */
function labelOf({ id, name, op, recorded }: GraphNode, result: Result): string {
  const taken = stepsOf(result, id).filter((index) => index < result.reached);
  const works = taken.map((index) => workingOf(at(result.path, index), result));
  const words = works.map(({ title, lines, remark }) =>
    [title, ...lines.map(({ name, numbers, result }) => `${name} = ${numbers} = ${result}`), remark]
      .filter((part) => part !== '')
      .join('. '),
  );
  const head = `${pretty(name)}, ${recorded ? op : 'not recorded'}`;
  return words.length === 0 ? `${head}, not computed yet` : `${head}. ${words.join(' ')}`;
}

function curveOf(edge: GraphEdge, index: number, result: Result): Curve {
  const { from, to, recorded, local } = edge;
  const start = inRem(at(result.layout.nodes, from));
  const end = inRem(at(result.layout.nodes, to));
  const ports = [
    { x: start.x + port(edge, result.edges, 'from'), y: start.y + box.height / 2 },
    ...at(result.layout.bends, index).map(inRem),
    { x: end.x + port(edge, result.edges, 'to'), y: end.y - box.height / 2 },
  ];
  const back = recorded && at(result.passes, to) > 0;
  const shown = back && local !== null;
  const place = along(at(ports, -2), at(ports, -1), edge.input === 0 ? 0.5 : 0.78);
  return {
    d: path(ports),
    label: { ...place, text: shown ? `× ${amountText(local)}` : '' },
    back,
    recorded,
    active: isActive(edge, result),
  };
}

/** Forward, a node reads its operands; backward, it sends to them, and a leaf adds up what was sent to it. */
function isActive({ from, to }: GraphEdge, { now, nodes }: Result): boolean {
  if (now === null || now.kind === 'refused') return false;
  const collects = now.kind === 'backward' && at(nodes, now.node).leaf !== null;
  return now.node === (collects ? from : to);
}

/** The edges of one node side by side along its rim. */
function port(edge: GraphEdge, edges: readonly GraphEdge[], end: 'from' | 'to'): number {
  const beside = edges.filter((other) => other[end] === edge[end]);
  return ((beside.indexOf(edge) + 1) / (beside.length + 1) - 0.5) * box.width * 0.8;
}

/** A place on the curve between two points that `path` draws, at the parameter t from 0 to 1. */
function along(a: Position, b: Position, t: number): Position {
  const middle = (a.y + b.y) / 2;
  const eased = t * t * (3 - 2 * t);
  const still = 3 * t * (1 - t) * middle;
  return { x: a.x + (b.x - a.x) * eased, y: (1 - t) ** 3 * a.y + still + t ** 3 * b.y };
}

/** Leaves and arrives straight down. */
function path(points: readonly Position[]): string {
  const [first, ...rest] = points.map(({ x, y }) => ({ x: round(x), y: round(y) }));
  if (first === undefined) return '';
  let from = first;
  const curves = rest.map((to) => {
    const middle = round((from.y + to.y) / 2);
    const curve = `C${pair(from.x, middle)} ${pair(to.x, middle)} ${pair(to.x, to.y)}`;
    from = to;
    return curve;
  });
  return `M${pair(first.x, first.y)}${curves.join('')}`;
}

const pair = (x: number, y: number): string => `${String(x)} ${String(y)}`;

const round = (length: number): number => Number(length.toFixed(2));
