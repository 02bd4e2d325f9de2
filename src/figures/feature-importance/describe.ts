import { at } from '../shared/at.ts';
import { formatted } from '../shared/format.ts';
import type { Copies, Params, Result } from './experiment.ts';
import { saturating } from './models.ts';

/** What the bars say, and what they leave out. */
export function describe(params: Params, result: Result): string {
  if (result.copies) return copiesWords(params.seed, result, result.copies);
  return params.case === 'layer' ? layerWords(result) : saturatedWords(params.x1, result);
}

export const inputName = (index: number): string => `Input ${String(index + 1)}`;

/** An input with its index, by which programs count from 0. */
export const withIndex = (index: number | null): string =>
  index === null ? 'none: all are 0' : `${inputName(index)} (index ${String(index)})`;

/** What stands below each bar: the inputs, and both copies together. */
export const barNames = ({ importance }: Result): string[] =>
  importance.map((_, index) => (index < 5 ? String(index + 1) : '1 and 2'));

function layerWords({ mostImportant, importance }: Result): string {
  if (mostImportant === null)
    return 'The output meets its target: the loss is 0 and so is every gradient, however much the inputs matter.';
  return `${withIndex(mostImportant)} has the largest gradient, ${formatted(at(importance, mostImportant))} in size. Each gradient is the weight of its input times one factor that all five share. So moving an input scales all bars and never changes their order.`;
}

function saturatedWords(x1: number, { gradient, replaced, mostImportant }: Result): string {
  const unit = Math.tanh(saturating.gain * x1);
  const swing = `Replacing Input 1 by 0 changes the output by ${formatted(Math.abs(replaced[0]))}`;
  if (Math.abs(unit) < 0.95)
    return `The unit of Input 1 stands at ${formatted(unit)}, where it still responds: its gradient is ${formatted(gradient[0])}. ${swing}.`;
  return `The unit of Input 1 stands at ${formatted(unit)}, saturated: its gradient is only ${formatted(gradient[0])}, and ${withIndex(mostImportant)} seems to matter most. ${swing}.`;
}

function copiesWords(seed: number, { importance }: Result, { weights, alone }: Copies): string {
  const [first, second] = weights;
  return `Trained from seed ${String(seed)}, the two copies share the signal: ${formatted(first)} and ${formatted(second)}, together ${formatted(at(importance, 5))}. Each looks less important than Input 3 with ${formatted(at(importance, 2))}. Trained without Input 1, Input 2 carries ${formatted(alone)} alone and the fit is as good.`;
}
