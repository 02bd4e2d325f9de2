import { enableGrad, grad, stack, tensor } from '@calculus/autograd';
import * as recorded from '../../../src/figures/expression-graph/index.ts';
import * as cost from '../../../src/figures/forward-reverse-cost/index.ts';
import { at } from '../../../src/figures/shared/at.ts';
import { grouped, shown } from '../../../src/figures/shared/shown.ts';

export { grouped, shown };

const graphOf = (changes: Partial<recorded.Params>): recorded.Result =>
  recorded.run({ ...recorded.defaults, ...changes });

/** A number of the graph that is known to be one. */
function number(value: number | 'nan' | null): number {
  if (typeof value !== 'number') throw new TypeError(`number: got ${String(value)}`);
  return value;
}

/** (xy + sin x)² at (2, 3). */
export const graph = graphOf({});
export const value = number(graph.value);
export const nodes = graph.nodes.length;
const [leafX, leafY, product, sine, sum] = [0, 1, 2, 3, 4].map((id) => at(graph.nodes, id));
export const sineValue = number(sine?.value ?? null);
export const sumValue = number(sum?.value ?? null);
export const dfdx = number(leafX?.gradient ?? null);
export const dfdy = number(leafY?.gradient ?? null);
/** What arrives at the product and at the sine. */
export const upstream = number(product?.gradient ?? null);
/** What comes back to x through the product, and through the sine; and the local derivative there. */
const usesOfX = graph.edges.filter(({ from }) => from === 0);
export const throughProduct = number(at(usesOfX, 0).sent);
export const throughSine = number(at(usesOfX, 1).sent);
export const localSine = number(at(usesOfX, 1).local);
/** How fast xy + sin x changes when x alone changes at rate 1. */
export const rateOfSum = number(at(usesOfX, 0).local) + localSine;

const lastX = (changes: Partial<recorded.Params>): number =>
  number(at(graphOf(changes).outcomes, -1).x);
export const detached = lastX({ mode: 'detach' });
export const doubled = lastX({ mode: 'retain_graph' });

/** Nodes that record n doublings t = t + t, and the visits of a pass that hands every arrival on at once. */
export const doublingNodes = (n: number): number => n + 1;
export const doublingVisits = (n: number): number => 2 ** (n + 1) - 1;

/** xx + xy at (2, 3). */
const square = graphOf({ f: 'x*x + x*y' });
export const squareGradient = [0, 1].map((id) => number(at(square.nodes, id).gradient));
export const squareDetached = lastX({ f: 'x*x + x*y', mode: 'detach' });

/** What y.backward(v) leaves in x.grad for y = (x², 3x) at 2 and v = (1, 10). */
export const vectorGradient = enableGrad(() => {
  const x = tensor(2, { dtype: 'float64', requiresGrad: true });
  stack([x.pow(2), x.mul(3)]).backward({
    gradient: tensor([1, 10], { dtype: 'float64' }),
  });
  if (!x.grad) throw new Error('vectorGradient: no gradient');
  return x.grad.item();
});

/** The derivatives of x³ at 2, each taken by differentiating the one before. */
export function derivativesOfCube(order: number): number {
  const x = tensor(2, { dtype: 'float64', requiresGrad: true });
  return enableGrad(() => {
    let derivative = x.pow(3);
    for (let taken = 0; taken < order; taken++) {
      const [next] = grad(derivative, x, { createGraph: true });
      if (!next) throw new Error('derivativesOfCube: no gradient');
      derivative = next;
    }
    return derivative.item();
  });
}

export const costs = cost.run(cost.defaults);
export const ratio = costs.forward / costs.reverse;
export const gradientCost = (costs.evaluation + costs.adjoint) / costs.evaluation;
export const deep = cost.run({ ...cost.defaults, n: 16, depth: 100 }).memory;
export const recomputed = 100 * (deep.checkpointOperations / deep.allOperations - 1);
