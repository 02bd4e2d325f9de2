import { butPyTorch, derivativeShown } from '../shared/derivative.ts';
import { steepestText } from './describe.ts';
import type { Result } from './experiment.ts';

type Shown = number | string | null;

/** What the readouts show: where PyTorch answers something else than the truth, both. */
export function readouts(result: Result) {
  const { value, partials, norm, directional, pytorch } = result;
  const defined = value !== null;
  const beside = (exact: number | null, answered: number | null): Shown => {
    if (!defined) return null;
    return differs(exact, answered) ? butPyTorch(exact, answered) : exact;
  };
  return {
    dfdx: derivativeShown(partials.x, defined),
    dfdy: derivativeShown(partials.y, defined),
    norm: beside(norm, pytorch.norm),
    unit: steepestText(result),
    directional: beside(directional, pytorch.directional),
  };
}

/** By more than the rounding of a square root and two products. */
const differs = (exact: number | null, answered: number | null): boolean =>
  exact === null || answered === null || Math.abs(exact - answered) > 1e-12 * (1 + Math.abs(exact));
