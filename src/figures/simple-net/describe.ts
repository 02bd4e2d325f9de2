import { formatted } from '../shared/format.ts';
import type { Params, Result } from './experiment.ts';
import { workingOf } from './working-of.ts';

/** The step just taken, in words; at the ends, what there is. */
export function describe({ seed }: Params, { net, now, dead }: Result): string {
  if (now === null)
    return `Seed ${String(Math.round(seed))}: inputs, target and parameters are drawn, nothing is computed yet.`;
  if (now.of === '∂inputs')
    return `Both passes are done: the output is ${formatted(net.output.value)}, the loss ${formatted(net.loss)}. ${deadWords(dead)}`;
  const { title, formulas, remark } = workingOf(now, net);
  const equations = formulas.map(({ name, numbers, result }) => `${name} = ${numbers} = ${result}`);
  return `${title}. ${equations.join('; ')}. ${remark}`.trim();
}

/** The dead units as a readout has them. */
export const deadUnits = (dead: readonly number[]): string =>
  dead.length === 0 ? 'none' : dead.map((unit) => `unit ${String(unit)}`).join(', ');

function deadWords(dead: readonly number[]): string {
  if (dead.length === 0) return 'No unit is dead: every parameter receives a gradient.';
  if (dead.length === 3)
    return 'All three units are dead for this input: the output is the bias c alone, and c is all that can learn.';
  const who = dead.join(' and ');
  return dead.length === 1
    ? `Unit ${who} is dead for this input: its weights receive no gradient.`
    : `Units ${who} are dead for this input: their weights receive no gradient.`;
}
