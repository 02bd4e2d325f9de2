import { deadUnits } from './describe.ts';
import type { Result } from './experiment.ts';

const hidden = ['a1', 'a2', 'a3'];

/** What the readouts say at a stage: "not yet" for what it has not computed. */
export function readoutsOf({ net, known, dead }: Result) {
  const once = <T>(names: readonly string[], value: T) =>
    names.every((name) => known.includes(name)) ? value : 'not yet';
  return {
    output: once(['y'], net.output.value),
    loss: once(['L'], net.loss),
    outputGradient: once(['∂y'], net.output.gradient),
    dead: once(hidden, deadUnits(dead)),
  };
}
