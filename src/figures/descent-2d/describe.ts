import { shortest } from './trajectory.ts';
import type { Params, Regime, Result } from './experiment.ts';
import { printed } from '../shared/program.ts';
import { vectorText } from '../shared/text.ts';

const words = (value: number | null) => printed(value ?? NaN, '.4g');

/** What happened, in words, with step and cause where it went wrong. */
export function describe(params: Params, result: Result): string {
  return sentences[result.regime](params, result);
}

type Sentence = (params: Params, result: Result) => string;

const place = (x: number, y: number) => vectorText([x, y]);

const after = ({ path, final }: Result): string =>
  `After ${String(path.length)} ${path.length === 1 ? 'step' : 'steps'} it stands at ${place(final.x, final.y)}, where f is ${words(final.value)}.`;

/** The notebook's loop ends here, whatever lies beneath. */
const halted = (opening: string, meaning: string): Sentence => {
  return (_params, result) =>
    `${opening} at step ${String(result.path.length - 1)}, where the gradient became shorter than ${String(shortest)}: ${meaning}. ${after(result)}`;
};

const sentences: Record<Regime, Sentence> = {
  'undefined at the start': ({ x, y }) =>
    `f is not defined at ${place(x, y)}: there is nothing to descend from.`,
  'no gradient at the start': ({ x, y }, { final }) =>
    `f is ${words(final.value)} at ${place(x, y)}, but its gradient does not exist there, so there is no direction to go.`,
  diverges: (params, result) => `${divergence(result)} ${cause(params, result)}`,
  'leaves the domain of f': (_params, result) =>
    `Step ${String(result.path.length - 1)} led to ${place(result.final.x, result.final.y)}, where ${result.final.value === null ? 'f is not defined' : 'the gradient does not exist'}: the descent ends there.`,
  'arrives at a minimum': halted('Arrives', 'a minimum, since f bends upwards in every direction'),
  'arrives in a level valley': halted(
    'Arrives',
    'the floor of a valley that is level in one direction',
  ),
  'stops at a saddle': halted(
    'Stops',
    'a saddle, for f bends upwards one way and downwards another, so there is a way further down',
  ),
  'stops at a maximum': halted('Stops', 'a maximum, from which every way leads down'),
  'stops on a ridge': halted('Stops', 'the crest of a ridge, with lower ground on both sides'),
  'stops on a plateau': halted(
    'Stops',
    'a plateau, level without being a minimum; a short gradient is no proof of one',
  ),
  'stops at a kink': halted(
    'Stops',
    'a kink, where f has no gradient and PyTorch answers by convention',
  ),
  'bounces forever': (_params, result) =>
    `Bounces forever: the last two steps cancel each other, each from one slope to the opposite one. ${after(result)}`,
  'zigzags downhill': (_params, result) =>
    `Zigzags: most steps cross the valley and the next one comes back. ${after(result)}`,
  'falls ever faster': (_params, result) =>
    `Falls ever faster: f keeps falling and its gradient keeps growing, as on a slope without a bottom. ${after(result)}`,
  'ends higher than it began': (params, result) =>
    `Ends higher than it began. ${cause(params, result)} ${after(result)}`,
  'still descending': (_params, result) =>
    `Still descending: ${after(result).toLowerCase().slice(0, -1)} and the gradient ${words(result.final.norm)} long.`,
};

function divergence(result: Result): string {
  const { path, final, stopped } = result;
  const names = { f: 'f', gradient: 'the gradient', step: 'the position' };
  if (stopped)
    return `Diverged at step ${String(stopped.step)}: ${names[stopped.where]} left the range of float32.`;
  if (final.value === null || final.norm === null)
    return `Diverged at step ${String(path.length - 1)}: it led so far away that f left the range of float32.`;
  return `Diverges: f has grown from ${words(path[0]?.value ?? null)} to ${words(final.value)}.`;
}

/** A rate above 2/λ overshoots by more than it gains, where λ is the sharpest curvature. */
function cause({ rate }: Params, { bend, path, final }: Result): string {
  const values = [...path.map(({ value }) => value), final.value ?? Infinity];
  const rise = values.findIndex((value, step) => value > (values[step - 1] ?? Infinity));
  const first = rise > 0 ? `The first step that ends higher is step ${String(rise - 1)}. ` : '';
  if (bend && bend.high > 0 && rate * bend.high > 2)
    return `${first}At the start the ground bends with curvature ${words(bend.high)}, so a rate above 2/${words(bend.high)} = ${words(2 / bend.high)} jumps across the valley to a higher place.`;
  return `${first}The step was too long for the way the ground bends where it led.`;
}
