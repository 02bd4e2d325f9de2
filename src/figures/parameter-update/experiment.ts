import { enableGrad, linspace, tensor } from '@calculus/autograd';
import type { Control, PlotWindow, Sample, Table } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { niceRange } from '../shared/nice-range.ts';
import { printed, programText, python } from '../shared/program.ts';

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
  name: string;
  /** As float32 holds it. */
  current: number;
  gradient: number;
  /** current − rate·gradient, in Python's double precision as the notebook computes it. */
  next: number;
}

export interface Result {
  updates: Update[];
  lossBefore: number;
  lossAfter: number;
  /** Every parameter is multiplied by 1 − 2·rate. */
  factor: number;
  /** w² over the window: what each parameter adds to the loss. */
  share: Sample[];
  window: PlotWindow;
  /** The loss after the update, (1 − 2η)² times the loss before, for every rate η. */
  byRate: Sample[];
  rates: PlotWindow;
}

/** One update of three parameters on the loss weight_1² + weight_2² + bias², in float32. */
export function run(params: Params): Result {
  requireFinite('parameter-update', params);
  const { rate, w1, w2, b } = params;
  const named = Object.entries({ weight_1: w1, weight_2: w2, bias: b });
  const parameters = named.map(([, value]) => tensor(value, { requiresGrad: true }));
  const loss = enableGrad(() => lossOf(parameters));
  loss.backward();
  const updates = parameters.map((parameter, index) => {
    const current = parameter.item();
    const gradient = parameter.grad?.item() ?? 0;
    return { name: named[index]?.[0] ?? '', current, gradient, next: current - rate * gradient };
  });
  return {
    updates,
    lossBefore: loss.item(),
    lossAfter: lossOf(updates.map(({ next }) => tensor(next))).item(),
    factor: 1 - 2 * rate,
    ...shares(updates),
    ...rates(loss.item()),
  };
}

/** The parabola between round ends that hold every parameter before and after. */
function shares(updates: Update[]): Pick<Result, 'share' | 'window'> {
  const reach = Math.max(...updates.flatMap(({ current, next }) => [current, next]).map(Math.abs));
  const window = { x: niceRange(-1.1 * reach, 1.1 * reach), y: niceRange(0, 1.2 * reach * reach) };
  const half = Math.min(window.x.max, Math.sqrt(window.y.max));
  const w = linspace(-half, half, 81, { dtype: 'float64' });
  return { window, share: samples(w.tolist() as number[], w.square().tolist() as number[]) };
}

function rates(loss: number): Pick<Result, 'byRate' | 'rates'> {
  const { max } = controls.rate;
  const rate = linspace(0, max, 61, { dtype: 'float64' });
  const after = rate.mul(-2).add(1).square().mul(loss);
  return {
    byRate: samples(rate.tolist() as number[], after.tolist() as number[]),
    rates: { x: { min: 0, max }, y: niceRange(0, loss * (1 - 2 * max) ** 2) },
  };
}

const samples = (x: number[], y: number[]): Sample[] =>
  x.map((place, index) => ({ x: place, y: y[index] ?? null }));

const lossOf = (parameters: ReturnType<typeof tensor>[]) =>
  parameters.map((parameter) => parameter.pow(2)).reduce((sum, square) => sum.add(square));

const words = (value: number) => printed(value, '.4g');

/** What the update did, in words. */
export function describe(_params: Params, { lossBefore, lossAfter, factor }: Result): string {
  if (lossBefore === 0)
    return 'All three are zero already: every gradient is zero and nothing moves.';
  const change =
    Math.abs(factor) < 1
      ? `The loss falls from ${words(lossBefore)} to ${words(lossAfter)}.`
      : Math.abs(factor) === 1
        ? `The loss stays at ${words(lossBefore)}: each parameter lands at its own mirror image.`
        : `The loss rises from ${words(lossBefore)} to ${words(lossAfter)}: the rate is above 1 and the step overshoots.`;
  return `${change} The update multiplies all three parameters by the same 1 − 2η = ${words(factor)}.`;
}

export function tables(_params: Params, { updates, share, byRate }: Result): Table[] {
  return [
    {
      caption: 'One update of every parameter; values and gradients in float32',
      columns: ['Parameter', 'Current', 'Gradient', 'New value'],
      rows: updates.map(({ name, current, gradient, next }) => [name, current, gradient, next]),
    },
    {
      caption: 'What each parameter adds to the loss, as drawn',
      columns: ['w', 'w²'],
      rows: share.map(({ x, y }) => [x, y]),
    },
    {
      caption: 'Loss after the update for every learning rate',
      columns: ['Learning rate', 'Loss after'],
      rows: byRate.map(({ x, y }) => [x, y]),
    },
  ];
}

/** The notebook's update with these settings, printing the same table and both losses. */
export function program(params: Params): string {
  const { updates, lossBefore, lossAfter } = run(params);
  const heading = 'Parameter |       Current |      Gradient |     New value';
  return programText(
    [
      'import torch',
      '',
      'parameters = {',
      `    "weight_1": torch.tensor(${python(params.w1)}, requires_grad=True),`,
      `    "weight_2": torch.tensor(${python(params.w2)}, requires_grad=True),`,
      `    "bias": torch.tensor(${python(params.b)}, requires_grad=True),`,
      '}',
      `learning_rate = ${python(params.rate)}`,
      '',
      'loss = sum(parameter**2 for parameter in parameters.values())',
      'loss.backward()',
      'print(f"loss before = {loss.item():.7g}")',
      `print("${heading}")`,
      'after = 0',
      'for name, parameter in parameters.items():',
      '    current, gradient = parameter.item(), parameter.grad.item()',
      '    new = current - learning_rate * gradient',
      '    print(f"{name:9} | {current:13.7g} | {gradient:13.7g} | {new:13.7g}")',
      '    after = after + torch.tensor(new) ** 2',
      'print(f"loss after = {after.item():.7g}")',
    ],
    [
      `loss before = ${printed(lossBefore, '.7g')}`,
      heading,
      ...updates.map(({ name, current, gradient, next }) =>
        [name.padEnd(9), ...[current, gradient, next].map((value) => printed(value, '13.7g'))].join(
          ' | ',
        ),
      ),
      `loss after = ${printed(lossAfter, '.7g')}`,
    ],
  );
}
