import { enableGrad, grad, tensor } from '@calculus/autograd';
import * as faults from '../../../src/figures/break-backprop/index.ts';
import * as chain from '../../../src/figures/chain-composition/index.ts';
import * as gradient from '../../../src/figures/gradient-vector/index.ts';
import { at } from '../../../src/figures/shared/at.ts';
import { grouped, shown } from '../../../src/figures/shared/shown.ts';
import * as network from '../../../src/figures/simple-net/index.ts';

export { grouped, shown };

/** (x² + 1)³ as three links. */
export const composed = (x: number): chain.Result => chain.run({ ...chain.defaults, x });
export const two = composed(2);

/** How far f moves when x moves from 2 by a nudge, and how far the slopes say that it should. */
export function nudged(nudge: number): { moved: number; promised: number } {
  const f = at(chain.run({ x: 2, nudge }).lines, -1);
  return { moved: f.change, promised: f.predicted };
}

export const throughU = at(two.paths.through, 0);
export const throughQ = at(two.paths.through, 1);

const netOf = (seed: number) => network.run({ ...network.defaults, seed }).net;

/** The figure's network. */
export const net = netOf(network.defaults.seed);
/** The network of seed 0, the notebook's. */
export const zero = netOf(0);

/** Arrows from one input through ten layers of 100 units, each joined to all of the next, to one output. */
export const arrows = 100 + 9 * 100 * 100 + 100;

/** The gradients of a row of quantities: 0.1, −0.2. */
export const gradients = (row: readonly { gradient: number }[]): string =>
  row.map((one) => shown(one.gradient)).join(', ');

/** The gradient at a node after two passes that have this fault. */
export function gradientAt(node: string, fault: faults.Params['fault'] = 'none'): number {
  const { rows } = faults.run({ ...faults.defaults, fault });
  const row = rows.find(({ name }) => name === node);
  if (!row) throw new Error(`gradientAt: no node "${node}"`);
  return row.faulty;
}

/** The loss (w₂ relu(2w₁) − 1)² at w₁ = 1.5 and w₂ = −1, with x for w₁ and y for w₂. */
export const hand = gradient.run({ ...gradient.defaults, f: '(y*relu(2x)-1)^2', x: 1.5, y: -1 });

/** The slope through a row of links that each have this slope, by autograd, in float64. */
export function longProduct(slope: number, links: number): number {
  const x = tensor(1, { dtype: 'float64', requiresGrad: true });
  const factors = Array<number>(links).fill(slope);
  const [dydx] = enableGrad(() =>
    grad(
      factors.reduce((y, factor) => y.mul(factor), x),
      x,
    ),
  );
  if (!dydx) throw new Error('longProduct: x does not reach the end of the row');
  return dydx.item();
}
