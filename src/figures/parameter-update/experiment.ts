import { type Tensor, enableGrad, grad, noGrad, tensor } from '@calculus/autograd';
import { at } from '../shared/at.ts';
import type { Control, PlotWindow, Position, Sample } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { niceRange } from '../shared/nice-range.ts';
import { places } from '../shared/sample-curve.ts';

export interface Params {
  rate: number;
  w1: number;
  w2: number;
  b: number;
}

export const defaults: Params = { rate: 0.1, w1: 0.5, w2: -0.3, b: 0.1 };

export const controls = {
  rate: { label: 'Learning rate', symbol: 'η', min: 0.01, max: 1.2, step: 0.01, role: 'rate' },
  w1: { label: 'weight_1', min: -2, max: 2, step: 0.1, role: 'input' },
  w2: { label: 'weight_2', min: -2, max: 2, step: 0.1, role: 'input' },
  b: { label: 'bias', min: -2, max: 2, step: 0.1, role: 'input' },
} as const satisfies Record<keyof Params, Control>;

export interface Update {
  /** The setting that the parameter is. */
  key: 'w1' | 'w2' | 'b';
  name: 'weight_1' | 'weight_2' | 'bias';
  /** As float32 holds it. */
  current: number;
  gradient: number;
  /** current − rate·gradient, in Python's double precision as the notebook computes it. */
  next: number;
  /** Before and after on the parabola w², what the parameter adds to the loss. */
  from: Position;
  to: Position;
}

export interface Result {
  updates: Update[];
  lossBefore: number;
  lossAfter: number;
  /** Every parameter is multiplied by 1 − 2·rate. */
  factor: number;
  /** w² over the window. */
  share: Sample[];
  window: PlotWindow;
  /** The loss after the update, (1 − 2η)² times the loss before, for every rate η. */
  byRate: Sample[];
  rates: PlotWindow;
}

/** One update of three parameters on the loss weight_1² + weight_2² + bias², in float32. */
export function run(params: Params): Result {
  requireFinite('parameter-update', params);
  const { rate } = params;
  const parameters = named.map(({ key }) => tensor(params[key], { requiresGrad: true }));
  const loss = enableGrad(() => lossOf(parameters));
  const gradients = grad(loss, parameters);
  const updates = named.map(({ key, name }, index) => {
    const current = at(parameters, index).item();
    const gradient = at(gradients, index).item();
    const next = current - rate * gradient;
    return { key, name, current, gradient, next, from: onParabola(current), to: onParabola(next) };
  });
  return {
    updates,
    lossBefore: loss.item(),
    lossAfter: noGrad(() => lossOf(updates.map(({ next }) => tensor(next))).item()),
    factor: 1 - 2 * rate,
    ...shares(updates),
    ...rates(loss.item()),
  };
}

/** In the order of the notebook. */
const named = [
  { key: 'w1', name: 'weight_1' },
  { key: 'w2', name: 'weight_2' },
  { key: 'b', name: 'bias' },
] as const;

const lossOf = (parameters: readonly Tensor[]): Tensor =>
  parameters.map((parameter) => parameter.pow(2)).reduce((sum, square) => sum.add(square));

const onParabola = (w: number): Position => ({ x: w, y: w * w });

/** The parabola between round ends that hold every parameter before and after. */
function shares(updates: readonly Update[]): Pick<Result, 'share' | 'window'> {
  const reach = Math.max(...updates.flatMap(({ current, next }) => [current, next]).map(Math.abs));
  const window = { x: niceRange(-1.1 * reach, 1.1 * reach), y: niceRange(0, 1.2 * reach * reach) };
  const half = Math.min(window.x.max, Math.sqrt(window.y.max));
  return { window, share: places({ min: -half, max: half }, 81).map(onParabola) };
}

function rates(loss: number): Pick<Result, 'byRate' | 'rates'> {
  const { max } = controls.rate;
  const after = (rate: number) => loss * (1 - 2 * rate) ** 2;
  return {
    byRate: places({ min: 0, max }, 61).map((rate) => ({ x: rate, y: after(rate) })),
    rates: { x: { min: 0, max }, y: niceRange(0, after(max)) },
  };
}
