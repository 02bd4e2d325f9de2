import { at } from '../shared/at.ts';
import { type Call, type Mode, callsOf } from './mode.ts';
import type { Outcome, Recorded } from './record.ts';

/** One step of the player. */
export type Step =
  | { kind: 'forward'; node: number }
  /** A node hands its gradient on, in the pass counted from 1. */
  | { kind: 'backward'; node: number; pass: number }
  /** A call of backward that ends in an error. */
  | { kind: 'refused'; call: number };

/** Forward node by node as recorded; then, for each call of backward, back in the order of its engine. */
export function pathOf({ nodes, edges, outcomes }: Recorded, mode: Mode): Step[] {
  const forward = nodes.map(({ id }): Step => ({ kind: 'forward', node: id }));
  const order = backwardOrder({ nodes, edges });
  const back = callsOf(mode).flatMap((_: Call, call): Step[] => {
    const { error }: Outcome = at(outcomes, call);
    if (error !== null) return [{ kind: 'refused', call }];
    return order.map((node) => ({ kind: 'backward', node, pass: call + 1 }));
  });
  return [...forward, ...back];
}

/**
 * The youngest operation first, which is always possible: all its uses are younger. A leaf receives
 * its gradient as soon as all of its uses have answered.
 *
 * @see https://docs.pytorch.org/docs/stable/notes/autograd.html
 */
export function backwardOrder({ nodes, edges }: Pick<Recorded, 'nodes' | 'edges'>): number[] {
  const order: number[] = [];
  const leaves = nodes.filter(({ leaf, recorded }) => leaf !== null && recorded);
  const ready = (id: number): boolean =>
    edges.every(({ from, to, recorded }) => from !== id || !recorded || order.includes(to));
  const take = (): void => {
    for (const { id } of leaves) if (!order.includes(id) && ready(id)) order.push(id);
  };
  for (const { id, leaf, recorded } of nodes.toReversed()) {
    if (recorded && leaf === null) order.push(id);
    if (leaf === null) take();
  }
  take();
  return order;
}

/** The places in the path at which something happens at this node. */
export const stepsOf = ({ path }: { path: readonly Step[] }, id: number): number[] =>
  path.flatMap((step, index) => (step.kind !== 'refused' && step.node === id ? [index] : []));

/** The stage at which the next thing happens at this node, from a stage on; the first where there is no next. */
export function nextStage(result: { path: readonly Step[] }, id: number, stage: number): number {
  const stages = stepsOf(result, id).map((index) => index + 1);
  return stages.find((next) => next > stage) ?? at(stages, 0);
}
