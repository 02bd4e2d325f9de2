import { at } from '../shared/at.ts';
import type { Position } from '../shared/contract.ts';
import { formatted } from '../shared/format.ts';
import { formattedVector } from '../shared/text.ts';
import type { Params, Result } from './experiment.ts';
import { curvatureAt } from './local-geometry.ts';
import type { Regime } from './regime.ts';
import { shortest } from './trajectory.ts';

/** What happened, in words, with step and cause where it went wrong. */
export function describe(params: Params, result: Result): string {
  return sentences[result.regime](params, result);
}

/** What stands at a step, for the status beside a picture of it. */
export function describeStep({ path, final }: Result, step: number): string {
  const here = path[step] ?? final;
  return `it stands at ${point(here)}, where f is ${formatted(here.value)}.`;
}

type Sentence = (params: Params, result: Result) => string;

const point = ({ x, y }: Position) => formattedVector([x, y]);

const after = ({ path, final }: Result): string =>
  `After ${String(path.length)} ${path.length === 1 ? 'step' : 'steps'} it stands at ${point(final)}, where f is ${formatted(final.value)}.`;

/** A short gradient ends the loop, whatever lies beneath. */
const halted = (opening: string, meaning: string): Sentence => {
  return (_params, result) =>
    `${opening} at step ${String(result.path.length - 1)}, where the gradient became shorter than ${String(shortest)}: ${meaning}. ${after(result)}`;
};

const sentences: Record<Regime, Sentence> = {
  'undefined at the start': (params) =>
    `f is not defined at ${point(params)}: there is nothing to descend from.`,
  'no gradient at the start': (params, { final }) =>
    `f is ${formatted(final.value)} at ${point(params)}, but its gradient does not exist there, so there is no direction to go.`,
  diverges: (params, result) => `${divergence(result)} ${cause(params, result)}`,
  'leaves the domain of f': (_params, result) =>
    `Step ${String(result.path.length - 1)} led to ${point(result.final)}, where ${result.final.value === null ? 'f is not defined' : 'the gradient does not exist'}: the descent ends there.`,
  'arrives at a minimum': halted(
    'Arrives',
    'a minimum, since f bends upwards in every direction, there and where the gradient vanishes close by',
  ),
  'stops at a saddle': halted(
    'Stops',
    'a saddle, because f bends upwards one way and downwards another, so there is a way further down',
  ),
  'stops at a maximum': halted('Stops', 'a maximum, from which every way leads down'),
  'stops where f is nearly level': halted(
    'Stops',
    'f is nearly level, and its second derivatives do not show a minimum; a short gradient is no proof of one',
  ),
  'stops at a kink': halted(
    'Stops',
    'a kink, where f has no gradient and PyTorch answers by convention',
  ),
  'bounces forever': (_params, result) =>
    `Bounces forever: the last two steps cancel each other, each from one slope to the opposite one. ${after(result)}`,
  'zigzags downhill': (_params, result) =>
    `Zigzags: most gradients point against the one before, so the steps go to and fro. ${after(result)}`,
  'falls ever faster': (_params, result) =>
    `Falls ever faster: f keeps falling and its gradient keeps growing, as on a slope without a bottom. ${after(result)}`,
  'ends higher than it began': (params, result) =>
    `Ends higher than it began. ${cause(params, result)} ${after(result)}`,
  'still descending': (_params, result) =>
    `Still descending: ${after(result).toLowerCase().slice(0, -1)} and the gradient ${formatted(result.final.norm)} long.`,
};

function divergence(result: Result): string {
  const { path, final, stopped } = result;
  const names = { f: 'f', gradient: 'the gradient', step: 'the position' };
  if (stopped)
    return `Diverged at step ${String(stopped.step)}: ${names[stopped.where]} left the range of float32.`;
  if (final.value === null || final.norm === null)
    return `Diverged at step ${String(path.length - 1)}: it led so far away that f left the range of float32.`;
  return `Diverges: f has grown from ${formatted(at(path, 0).value)} to ${formatted(final.value)}.`;
}

/** A rate above 2/λ overshoots by more than it gains, where λ is the sharpest curvature. */
function cause(params: Params, { path, final }: Result): string {
  const { f, rate } = params;
  const values = [...path.map(({ value }) => value), final.value ?? Infinity];
  const rise = values.findIndex((value, step) => step > 0 && value > at(values, step - 1));
  const first = rise > 0 ? `The first step that ends higher is step ${String(rise - 1)}. ` : '';
  const curvature = path.length > 0 ? curvatureAt(f, params) : null;
  if (curvature && curvature.high > 0 && rate * curvature.high > 2) {
    const sharpest = formatted(curvature.high);
    return `${first}At the start the largest curvature of f is ${sharpest}, and a step at a rate above 2/${sharpest} = ${formatted(2 / curvature.high)} can overshoot and end higher.`;
  }
  return `${first}The step was too long for the way f bends where it led.`;
}
