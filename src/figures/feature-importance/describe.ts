import type { Params, Result } from './experiment.ts';
import { largest } from './measures.ts';
import { type Case, saturating } from './models.ts';
import { printed } from '../shared/program.ts';

const words = (value: number | undefined) => printed(value ?? NaN, '.4g');

/** What the bars say, and what they leave out. */
export function describe(params: Params, result: Result): string {
  return sentences[params.case](params, result);
}

const sentences: Record<Case, (params: Params, result: Result) => string> = {
  layer: (_params, { gradient, mostImportant, importance }) => {
    const most = largest(gradient);
    if (most === null)
      return 'The output meets its target: the loss is 0 and so is every gradient, whatever the inputs matter.';
    return `${mostImportant} has the largest gradient, ${words(importance[most])} in size. Each is the weight of its input times one factor that all five share, so moving an input scales the bars and never changes their order.`;
  },
  saturated: ({ x1 }, result) => {
    const unit = Math.tanh(saturating.gain * x1);
    const swing = `Replacing Input 1 by 0 changes the output by ${words(Math.abs(result.replaced[0] ?? 0))}`;
    if (Math.abs(unit) < 0.95)
      return `The unit of Input 1 stands at ${words(unit)}, where it still answers: its gradient is ${words(result.gradient[0])}. ${swing}.`;
    return `The unit of Input 1 stands at ${words(unit)}, saturated: its gradient is only ${words(result.gradient[0])}, and ${result.mostImportant} seems to matter most. ${swing}.`;
  },
  copies: ({ seed }, { copies, importance }) =>
    `Trained from seed ${String(seed)}, the two copies share the signal: ${words(copies?.weights[0])} and ${words(copies?.weights[1])}, together ${words(importance[5])}. Each looks less important than Input 3 with ${words(importance[2])}. Trained without Input 1, Input 2 carries ${words(copies?.alone)} alone and the fit is as good.`,
};
