import { formatted } from '../shared/format.ts';
import type { Params, Result } from './experiment.ts';
import { maxNorm, maxValue } from './pass.ts';
import { type Verdict, tolerated } from './verdict.ts';

/** Whether the gradient reaches the first layer, why, and what clipping did. */
export function describe(params: Params, result: Result): string {
  const sentences = [flowWords(result), whyWords(params, result), clipWords(params, result)];
  return sentences.filter((words) => words !== '').join(' ');
}

const verdicts: Record<Verdict, string> = {
  vanishes: 'The gradient vanishes',
  explodes: 'The gradient explodes',
  flows: 'The gradient flows',
  dies: 'The gradient dies',
};

function flowWords({ verdict, first, last, ratio, factor, predictedFactor, path }: Result): string {
  if (path.length === 1)
    return `With a single layer there is nothing to flow through: its gradient has norm ${formatted(last)}.`;
  if (verdict === 'dies') return `${verdicts.dies}: at the first layer it is exactly 0.`;
  const way = `from layer ${String(path.length)} to layer 1 its norm goes from ${formatted(last)} to ${formatted(first)}`;
  const measured = `a ratio of ${formatted(ratio)}, or ${formatted(factor)} per layer`;
  return `${verdicts[verdict]}: ${way}, ${measured}; theory for wide layers says ${formatted(predictedFactor)}.`;
}

function whyWords(params: Params, { verdict, deadLayer, path, factor }: Result): string {
  if (verdict === 'dies')
    return `In layer ${String(deadLayer)} every unit’s relu answers 0 to the whole batch, and where relu answers 0 its slope is 0.`;
  if (path.length === 1) return '';
  if (verdict === 'flows')
    return params.residual === 'on'
      ? 'Each residual connection hands the gradient down unchanged and adds what comes through the layer.'
      : `${sizeWords(factor)} over these ${String(path.length)} layers the product stays within ${String(tolerated)} either way.`;
  const cause = verdict === 'vanishes' ? 'smaller' : 'larger';
  return `On average a layer multiplies it by a factor ${cause} than 1, and ${String(path.length - 1)} such factors are multiplied: ${reason(params, verdict)}.`;
}

const sizeWords = (factor: number | null): string =>
  factor !== null && Math.abs(factor - 1) < 0.1
    ? 'The factor per layer is near 1, and'
    : 'The factor per layer is not 1, but';

/** What makes the factor what it is. */
function reason({ activation, norm, residual }: Params, verdict: Verdict): string {
  if (norm === 'batch' && verdict === 'explodes')
    return 'batch normalisation divides by a spread that the activation has made smaller';
  if (norm === 'layer' && verdict === 'explodes')
    return 'layer normalisation divides by a size that the activation has made smaller';
  if (verdict === 'explodes' && residual === 'on')
    return 'what comes through the layers is added to what goes past them';
  if (verdict === 'explodes')
    return activation === 'linear'
      ? 'the weights are too large'
      : 'the weights are larger than the slopes of the activation can make up for';
  if (activation === 'sigmoid') return 'the slope of a sigmoid is at most 1/4';
  return activation === 'linear'
    ? 'the weights are too small'
    : 'the weights are too small for the slopes of the activation';
}

function clipWords({ clip }: Params, { totalNorm, clippedNorm, cosine }: Result): string {
  if (clip === 'none') return '';
  const limit =
    clip === 'norm' ? `to norm ${String(maxNorm)}` : `each entry to ±${String(maxValue)}`;
  if (clippedNorm === totalNorm)
    return `Clipping ${limit} changes nothing: the gradient of all weights and biases has norm ${formatted(totalNorm)}.`;
  const sizes = `the gradient of all weights and biases shrinks from norm ${formatted(totalNorm)} to ${formatted(clippedNorm)}`;
  const direction =
    clip === 'norm'
      ? 'and keeps its direction and the proportions between layers'
      : `and its direction changes: the cosine between both is ${formatted(cosine)}`;
  return `Clipping ${limit}: ${sizes}, ${direction}.`;
}

export const layerName = (layer: number): string =>
  layer === 0 ? 'the input' : `layer ${String(layer)}`;

const percent = (share: number): string => `${formatted(100 * share, 3)}%`;

/** What share of a layer no longer lets gradients pass. */
export function histogramNote({ activation }: Params, { path, layer }: Result): string {
  const norms = path[layer - 1];
  if (norms === undefined) return 'standard normal';
  if (norms.saturated !== null) return `${activation}, ${percent(norms.saturated)} saturated`;
  return norms.dead === null ? activation : `relu, ${percent(norms.dead)} dead`;
}
