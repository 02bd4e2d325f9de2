import { linspace, noGrad, tensor, type Tensor } from '@calculus/autograd';
import type { Control, PlotWindow, Sample, Table } from './contract.ts';
import { requireFinite } from './finite.ts';
import { decades, niceRange } from './nice-range.ts';
import { printed, program, python } from './program.ts';

export interface Params {
  rate: number;
  start: number;
  target: number;
  steps: number;
}

export const defaults: Params = { rate: 0.1, start: 0, target: 5, steps: 10 };

export const controls = {
  rate: { label: 'Learning rate', symbol: 'η', min: 0.01, max: 1.1, step: 0.01, role: 'rate' },
  start: { label: 'Start x', symbol: 'x₀', min: -10, max: 10, step: 0.1, role: 'input' },
  target: { label: 'Target', symbol: 't', min: -10, max: 10, step: 0.1, role: 'good' },
  steps: { label: 'Steps', min: 1, max: 100, step: 1 },
} as const satisfies Record<keyof Params, Control>;

/** One row of the notebook's table: where we stand, and where the step leads. */
export interface Step {
  step: number;
  x: number;
  value: number;
  gradient: number;
  next: number;
}

export type Regime = 'converges' | 'oscillates' | 'bounces forever' | 'diverges';

export interface Result {
  /** One entry a step, shorter than asked for only when a number left the range of float32. */
  path: Step[];
  /** After the last step that stayed finite. */
  final: { x: number; value: number };
  /** |1 − 2·rate|: the distance to the target is multiplied by it at every step. */
  contraction: number;
  regime: Regime;
  /** Where float32 ended, and in which column. */
  stopped: { step: number; where: string } | null;
  /** f over the window, for the picture. */
  curve: Sample[];
  window: PlotWindow;
  /** f before every step and after the last. A loss of zero is null: a log axis has no place for it. */
  losses: { step: number; loss: number | null }[];
  /** Bounds of the log axis, powers of ten. */
  lossRange: { min: number; max: number };
}

/**
 * Descends f(x) = (x − target)² in float32, as the notebook does, recording every step. Stops before
 * the first number that is not finite.
 */
export function run(params: Params): Result {
  requireFinite('gradient-descent', params);
  const { rate, start, target, steps } = params;
  const x = tensor(start, { requiresGrad: true });
  const loss = () => x.sub(target).pow(2);
  const path: Step[] = [];
  let stopped: Result['stopped'] = null;
  for (let step = 0; step < Math.round(steps) && !stopped; step++) {
    const row = descend(x, loss, rate, step);
    const where = (['f(x)', 'gradient', 'x'] as const).find(
      (_, index) => !Number.isFinite([row.value, row.gradient, row.next][index]),
    );
    if (where) stopped = { step, where };
    else path.push(row);
  }
  const last = path.at(-1)?.next ?? x.item();
  const final = { x: last, value: noGrad(() => tensor(last).sub(target).pow(2).item()) };
  const contraction = Math.abs(1 - 2 * rate);
  const losses = [...path.map(({ value }) => value), final.value].map((loss, step) => ({
    step,
    loss: loss > 0 ? loss : null,
  }));
  return {
    path,
    final,
    contraction,
    regime: regimeOf(rate, start === target),
    stopped,
    ...picture(target, [...path.map((row) => row.x), last]),
    losses,
    lossRange: decades(losses.map(({ loss }) => loss ?? 0)),
  };
}

function descend(x: Tensor, loss: () => Tensor, rate: number, step: number): Step {
  x.grad = null;
  const f = loss();
  f.backward();
  const slope = x.grad as unknown as Tensor;
  const row = { step, x: x.item(), value: f.item(), gradient: slope.item() };
  noGrad(() => x.sub_(slope.mul(rate)));
  return { ...row, next: x.item() };
}

/** xₙ₊₁ − t = (1 − 2η)(xₙ − t), so the factor alone decides, wherever the walk begins. */
function regimeOf(rate: number, arrived: boolean): Regime {
  const factor = 1 - 2 * rate;
  if (arrived || Math.abs(factor) < 1) return factor < 0 && !arrived ? 'oscillates' : 'converges';
  return factor === -1 ? 'bounces forever' : 'diverges';
}

/** The parabola between round ends that hold the whole path. */
function picture(target: number, places: number[]): Pick<Result, 'curve' | 'window'> {
  const reach = Math.max(...places.map((place) => Math.abs(place - target))) || 1;
  const window = {
    x: niceRange(target - 1.15 * reach, target + 1.15 * reach),
    y: niceRange(0, 1.1 * reach * reach),
  };
  const half = Math.sqrt(window.y.max);
  const from = Math.max(window.x.min, target - half);
  const to = Math.min(window.x.max, target + half);
  const x = linspace(from, to, 81, { dtype: 'float64' });
  const y = x.sub(target).pow(2).tolist() as number[];
  return {
    window,
    curve: (x.tolist() as number[]).map((place, i) => ({ x: place, y: y[i] ?? null })),
  };
}

/** What happened, in words. */
export function describe({ rate, start, target }: Params, result: Result): string {
  const { path, final, contraction, regime, stopped } = result;
  const after = `After ${String(path.length)} ${path.length === 1 ? 'step' : 'steps'} x is ${words(final.x)} and the loss ${words(final.value)}.`;
  if (stopped)
    return `Diverged at step ${String(stopped.step)}: ${stopped.where} left the range of float32. Every step multiplies the distance to the target by ${words(contraction)}.`;
  if (start === target)
    return `It starts on the target, where the slope is zero, and stays. ${after}`;
  if (rate === 0.5)
    return `With a rate of exactly 0.5 the first step lands on the target. ${after}`;
  const factor = words(contraction);
  const because: Record<Regime, string> = {
    converges: `Converges: every step leaves ${factor} of the distance to the target.`,
    oscillates: `Oscillates and converges: every step crosses to the other side of the target and leaves ${factor} of the distance.`,
    'bounces forever':
      'Bounces forever: every step crosses to the other side of the target and lands exactly as far away.',
    diverges: `Diverges: every step crosses to the other side of the target and multiplies the distance by ${factor}, because the rate is above 1.`,
  };
  return `${because[regime]} ${after}`;
}

const words = (value: number) => printed(value, '.4g');

export function tables(_params: Params, { path, losses, curve }: Result): Table[] {
  return [
    {
      caption: 'Every step of the descent, in float32',
      columns: ['Step', 'x', 'f(x)', 'Gradient', 'Next x'],
      rows: path.map((row) => [row.step, row.x, row.value, row.gradient, row.next]),
    },
    {
      caption: 'Loss after each step; a loss of exactly zero has no place on a log scale',
      columns: ['Step', 'Loss'],
      rows: losses.map(({ step, loss }) => [step, loss ?? 0]),
    },
    {
      caption: 'The parabola as drawn',
      columns: ['x', 'f(x)'],
      rows: curve.map(({ x, y }) => [x, y]),
    },
  ];
}

const columns = (step: string, numbers: readonly string[]) => [step, ...numbers].join(' | ');

/** The notebook's loop with these settings, printing the same table. */
export function toPyTorch(params: Params): string {
  const { path, final } = run(params);
  const heading = columns(
    'Step',
    ['x', 'f(x)', 'Gradient', 'Next x'].map((name) => name.padStart(13)),
  );
  return program(
    [
      'import torch',
      '',
      `x = torch.tensor(${python(params.start)}, requires_grad=True)`,
      `learning_rate = ${python(params.rate)}`,
      `target = ${python(params.target)}`,
      '',
      `print("${heading}")`,
      `for step in range(${String(Math.round(params.steps))}):`,
      '    f = (x - target) ** 2',
      '    f.backward()',
      '    row = [x.item(), f.item(), x.grad.item()]',
      '    with torch.no_grad():',
      '        x -= learning_rate * x.grad',
      '    x.grad = None',
      '    row.append(x.item())',
      '    print(f"{step:4d}", *(f"{number:13.7g}" for number in row), sep=" | ")',
      'print(f"final x = {x.item():.7g}, f(x) = {((x - target) ** 2).item():.7g}")',
    ],
    [
      heading,
      ...path.map((row) =>
        columns(
          String(row.step).padStart(4),
          [row.x, row.value, row.gradient, row.next].map((number) => printed(number, '13.7g')),
        ),
      ),
      `final x = ${printed(final.x, '.7g')}, f(x) = ${printed(final.value, '.7g')}`,
    ],
  );
}
