/** The edges of the graph as curves that leave and arrive straight down, in rem. */
import { at } from '../shared/at.ts';
import type { Position } from '../shared/contract.ts';
import { amountText } from './amount.ts';
import type { Result } from './experiment.ts';
import type { GraphEdge } from './record.ts';

/** A column and a rank of the layout, and the box of a node within. */
export const column = 8.5;
export const rank = 8.8;
export const box = { width: 7.7, height: 5.4 };

export const inRem = ({ x, y }: Position): Position => ({ x: x * column, y: y * rank });

export interface Curve {
  /** A path of SVG. */
  d: string;
  /** The local derivative, once the gradient has come back. */
  label: Position & { text: string };
  /** The gradient has come back along it. */
  back: boolean;
  recorded: boolean;
  active: boolean;
}

export function curveOf(edge: GraphEdge, index: number, result: Result): Curve {
  const { from, to, recorded, local } = edge;
  const start = inRem(at(result.layout.nodes, from));
  const end = inRem(at(result.layout.nodes, to));
  const leaves = port(index, 'from', result);
  const arrives = port(index, 'to', result);
  const points = [
    { x: start.x + leaves.shift, y: start.y + box.height / 2 },
    ...at(result.layout.bends, index).map(inRem),
    { x: end.x + arrives.shift, y: end.y - box.height / 2 },
  ];
  const back = recorded && at(result.passes, to) > 0;
  const place = along(at(points, -2), at(points, -1), arrives.index === 0 ? 0.5 : 0.78);
  return {
    d: path(points),
    label: { ...place, text: back && local !== null ? `× ${amountText(local)}` : '' },
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

/** The edges of one node stand side by side along its rim, in the order of where they go, so that they do not cross. */
function port(index: number, end: 'from' | 'to', { edges, layout }: Result) {
  const node = at(edges, index)[end];
  const goesTo = (edge: number): number => {
    const bend = at(layout.bends, edge).at(end === 'from' ? 0 : -1);
    return (bend ?? at(layout.nodes, at(edges, edge)[end === 'from' ? 'to' : 'from'])).x;
  };
  const beside = edges
    .flatMap((edge, other) => (edge[end] === node ? [other] : []))
    .sort((a, b) => goesTo(a) - goesTo(b) || a - b);
  const place = beside.indexOf(index);
  const shift = ((place + 1) / (beside.length + 1) - 0.5) * box.width * 0.8;
  return { index: place, shift };
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
