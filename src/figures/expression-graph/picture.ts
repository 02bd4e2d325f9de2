/** The graph at one stage, as what a picture draws, in rem. */
import { at } from '../shared/at.ts';
import type { Position } from '../shared/contract.ts';
import { type Amount, amountText } from './amount.ts';
import type { Result } from './experiment.ts';
import { type Curve, column, curveOf, inRem, rank } from './curves.ts';
import type { GraphNode } from './record.ts';
import { stepsOf } from './path.ts';
import { pretty } from './rules.ts';
import { workingOf } from './working.ts';

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
  /** What a screen reader adds to it: what was computed here so far, with numbers. */
  worked: string;
}

export interface Picture {
  cards: Card[];
  curves: Curve[];
  /** Every arrow in words. */
  arrows: string;
  width: number;
  height: number;
}

export function pictureOf(result: Result): Picture {
  return {
    cards: result.nodes.map((node) => cardOf(node, result)),
    curves: result.edges.map((edge, index) => curveOf(edge, index, result)),
    arrows: arrowWords(result),
    width: result.layout.columns * column,
    height: result.layout.ranks * rank,
  };
}

/** "Arrows: x to x · y; y to x · y." */
function arrowWords({ nodes, edges }: Result): string {
  const name = (id: number): string => pretty(at(nodes, id).name);
  return `Arrows: ${edges.map(({ from, to }) => `${name(from)} to ${name(to)}`).join('; ')}.`;
}

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
    worked: workedOf(node, result),
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

function workedOf({ id }: GraphNode, result: Result): string {
  const taken = stepsOf(result, id).filter((index) => index < result.reached);
  const works = taken.map((index) => workingOf(at(result.path, index), result));
  const words = works.map(({ title, lines, remark }) =>
    [title, ...lines.map(({ name, numbers, result }) => `${name} = ${numbers} = ${result}`), remark]
      .filter((part) => part !== '')
      .join('. '),
  );
  return words.length === 0 ? 'Not computed yet.' : words.join(' ');
}
