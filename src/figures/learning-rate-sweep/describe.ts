import { formatted } from '../shared/format.ts';
import type { Curvature, Params, Result } from './experiment.ts';
import { rateRange } from './sweep.ts';
import type { Descent } from './trajectory.ts';

const count = (steps: number) => `${String(steps)} ${steps === 1 ? 'step' : 'steps'}`;

/** Where the edge is, what 2/λ says, and what became of the chosen run. */
export function describe(params: Params, result: Result): string {
  if (result.chosen.losses.length === 0)
    return `f has no finite value at the start (${formatted(params.x)}, ${formatted(params.y)}), so no run can begin there.`;
  return [edgeWords(result), predictionWords(result), chosenWords(params, result.chosen)].join(' ');
}

function edgeWords({ edge: { stable, unstable }, outcomes }: Result): string {
  const lost = outcomes.filter(({ lostAt }) => lostAt !== null);
  const gap =
    lost.length === 0
      ? ''
      : ` At ${String(lost.length)} of the ${String(outcomes.length)} rates a number leaves the range of float64; the curve has a gap there.`;
  if (stable === null)
    return `Not even the run with the smallest rate, ${formatted(rateRange.min)}, ends lower than it began.${gap}`;
  if (unstable === null)
    return `Every run up to the rate ${formatted(rateRange.max)} ends lower than it began.`;
  return `The largest rate up to which every run ends lower than it began is ${formatted(stable)}; at a rate ${formatted(100 * (unstable / stable - 1), 1)} % higher it does not.${gap}`;
}

function predictionWords({ predicted, predictedAtStart }: Result): string {
  if (predicted === null) return 'There is no end point with second derivatives.';
  const where = predicted.point;
  const at = `At the lowest point reached, (${formatted(where.x)}, ${formatted(where.y)}), ${limitWords(predicted)}`;
  if (predictedAtStart === null || predictedAtStart.lambda === predicted.lambda) return `${at}.`;
  return `${at}; at the start ${limitWords(predictedAtStart)}.`;
}

const limitWords = ({ lambda, limit }: Curvature): string =>
  limit === null
    ? `the largest eigenvalue of H is ${formatted(lambda)}, which sets no limit`
    : `2/λ = 2/${formatted(lambda)} = ${formatted(limit)}`;

function chosenWords({ rate, steps }: Params, { losses, lostAt }: Descent): string {
  const first = losses[0] ?? 0;
  const last = losses.at(-1) ?? 0;
  const head = `With η = ${formatted(rate)}`;
  if (lostAt !== null)
    return `${head} a number leaves the range of float64 at step ${String(lostAt)}.`;
  const verb = last < first ? 'falls' : last > first ? 'rises' : 'stays';
  return verb === 'stays'
    ? `${head} the loss is ${formatted(last)} before and after ${count(steps)}.`
    : `${head} the loss ${verb} from ${formatted(first)} to ${formatted(last)} in ${count(steps)}.`;
}
