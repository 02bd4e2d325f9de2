import { formatted } from '../shared/format.ts';
import type { Params, Result } from './experiment.ts';
import type { Stage } from './stages.ts';

/** The stage just reached and what it shows; at the end, what both passes gave. */
export function describe(params: Params, result: Result): string {
  const { now, path, loss, byHandError } = result;
  if (now === null) return 'Embeddings, positions and weights are drawn; nothing is computed yet.';
  if (now !== path.at(-1))
    return `${now.title}. ${now.formula}. ${remarkOf(now, params, result)}`.trim();
  return [
    `Both passes are done: the loss is ${formatted(loss)}.`,
    `By hand and by autograd, no entry of any gradient differs by more than ${formatted(byHandError, 2)}.`,
    softmaxWords(params, result),
    peekingWords(params),
  ]
    .join(' ')
    .trim();
}

/** From here on a softmax is called saturated, or flat. */
const SATURATED = 0.99;
const FLAT = 0.02;

/** What the temperature has done to the weights, and through them to the gradient; empty in between. */
export function softmaxWords({ temperature }: Params, result: Result): string {
  const { sharpness, norms } = result;
  if (sharpness > SATURATED)
    return `The softmax is saturated: every token gives all but at most ${formatted(1 - sharpness, 2)} of its attention to one token. So the norm of ∂loss/∂S is only ${formatted(norms.dS)}: hardly any gradient reaches queries and keys.`;
  if (spread(result) < FLAT)
    return `The weights are nearly equal at temperature ${formatted(temperature)}: each token takes the mean of what it sees. The norm of ∂loss/∂S is ${formatted(norms.dS)}, but division by τ leaves ${formatted(norms.dQ)} for ∂loss/∂Q.`;
  return '';
}

/** The largest difference between two weights of one row that are not masked. */
const spread = ({ matrices: { A, M } }: Result): number =>
  Math.max(
    ...A.map((weights, i) => {
      const seen = weights.flatMap((weight, j) =>
        M[i]?.[j] === null || weight === null ? [] : [weight],
      );
      return Math.max(...seen) - Math.min(...seen);
    }),
  );

const peekingWords = ({ causal }: Params): string =>
  causal === 'yes'
    ? ''
    : 'Without the mask every token but the last sees the next one, the very word that it should predict.';

/** What there is to know about a stage with these numbers. */
export function remarkOf({ title }: Stage, params: Params, result: Result): string {
  const causal = params.causal === 'yes';
  switch (title) {
    case 'Forward: mask':
      return causal
        ? 'A score of −∞ becomes a weight of exactly 0.'
        : 'Nothing is masked: every token sees every token.';
    case 'Forward: softmax':
      return 'Each row of A adds up to 1.';
    case 'Forward: residual':
      return 'X takes the residual path past the attention and is added to what comes out of it.';
    case 'Forward: loss':
      return `The loss is the mean over ${String(result.task.tokens.length)} positions, ${formatted(result.loss)}.`;
    case 'Backward: softmax and loss':
      return 'Each row adds up to 0: what the right word gains, the others lose.';
    case 'Backward: layer norm':
      return 'Each row adds up to 0: adding a number to a whole row of R changes nothing after the layer norm.';
    case 'Backward: softmax and mask':
      return `Each row adds up to 0${causal ? ', and masked entries are exactly 0' : ''}. ${softmaxWords(params, result)}`.trim();
    case 'Backward: four paths meet in X':
      return 'dR comes through unchanged: that is the residual path.';
    case 'Backward: weights':
      return 'The same weights work at every token, so their gradient is a sum over tokens.';
    case 'Backward: embeddings':
      return 'A word that stands twice receives the sum of both.';
    default:
      return '';
  }
}
