import { formatted } from '../shared/format.ts';
import type { Params, Result } from './experiment.ts';

/** The chain and what became of the nudge, in words. */
export function describe({ nudge }: Params, result: Result): string {
  const { x, f, dhdx, dgdh, dfdg, derivative, lines } = result;
  const { change, predicted } = lines[3];
  if (dhdx === 0)
    return `At x = 0 the first local derivative is 0, and so is the product, whatever the others are: f stays near ${formatted(f)}. The nudge of ${formatted(nudge)} moves f by only ${formatted(change)}.`;
  return (
    `At x = ${formatted(x)} the local derivatives ${formatted(dhdx)}, ${formatted(dgdh)} and ${formatted(dfdg)} multiply to ${formatted(derivative)}. ` +
    `A nudge of ${formatted(nudge)} should move f by about ${formatted(predicted)}; it moves it by ${formatted(change)}.`
  );
}
