import type { Tensor } from './tensor.ts';
import { RuntimeError } from './errors.ts';

const SEVERAL =
  ' This view is the output of a function that returns multiple views. Such functions do not allow the output ' +
  'views to be modified inplace. You should replace the inplace operation by an out-of-place one.';

const NO_GRAD =
  ' Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving ' +
  "both the view and the inplace either both inside the no_grad block (if you don't want the inplace to be " +
  'tracked) or both outside (if you want the inplace to be tracked).';

/** Throws if a change in place of what the view `x` sees cannot be recorded. `changed` says whose change. */
export function checkFrozen(x: Tensor, changed: string): void {
  const { origin, node } = x;
  if (origin === null || origin.frozen === null) return;
  const several = origin.frozen === 'several views';
  const recorded = node && `Output ${origin.output} of ${node.name} is a view`;
  const start =
    several && recorded
      ? `${recorded} and ${changed} modified inplace.`
      : `${recorded ? `${recorded} of a view which was` : 'A view was'} created in no_grad mode and ` +
        `${changed} modified inplace with grad mode enabled.`;
  throw new RuntimeError(start + (several ? SEVERAL : NO_GRAD));
}
