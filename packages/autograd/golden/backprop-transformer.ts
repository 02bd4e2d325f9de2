import {
  type Tensor,
  crossEntropy,
  gelu,
  layerNorm,
  linear,
  matmul,
  mseLoss,
  softmax,
  tensor,
} from '../src/index.ts';
import { gradientOf, nested } from './tensors.ts';

type Parameters = Record<string, Tensor>;

interface Block {
  heads: number;
  causal: boolean;
  gelu: 'none' | 'tanh';
  eps: number;
}

function leaves(stored: Record<string, unknown>): Parameters {
  const entries = Object.entries(stored);
  return Object.fromEntries(entries.map(([name, data]) => [name, nested(data, 'float64', true)]));
}

const gradients = (params: Parameters) =>
  Object.fromEntries(Object.entries(params).map(([name, leaf]) => [name, gradientOf(leaf)]));

/** A layer of the block, x Wᵀ + b, by the last letters of its names. */
function layer(params: Parameters, x: Tensor, name: string): Tensor {
  return linear(x, params[`W${name}`] as Tensor, params[`b${name}`] ?? null);
}

function norm(params: Parameters, x: Tensor, name: string, eps: number): Tensor {
  const [weight, bias] = [params[`${name}_w`] ?? null, params[`${name}_b`] ?? null];
  return layerNorm(x, [x.shape.at(-1) as number], { weight, bias, eps });
}

/** x₁ = x + Wo attention(ln1(x)), out = x₁ + W2 gelu(W1 ln2(x₁)), with all that lies between. */
function block(params: Parameters, x: Tensor, { heads, causal, gelu: approximate, eps }: Block) {
  const [length, width] = x.shape as [number, number];
  const ln1 = norm(params, x, 'ln1', eps);
  const split = (name: string) =>
    layer(params, ln1, name)
      .reshape(length, heads, width / heads)
      .transpose(0, 1);
  const [q, k, v] = [split('q'), split('k'), split('v')];
  const scores = matmul(q, k.transpose(-2, -1)).div(Math.sqrt(width / heads));
  const later = tensor(Array.from({ length }, (_, i) => Array.from({ length }, (__, j) => j > i)));
  const weights = softmax(causal ? scores.maskedFill(later, -Infinity) : scores, -1);
  const mixed = matmul(weights, v).transpose(0, 1).reshape(length, width);
  const after = x.add(layer(params, mixed, 'o'));
  const ln2 = norm(params, after, 'ln2', eps);
  const output = after.add(layer(params, gelu(layer(params, ln2, '1'), { approximate }), '2'));
  return { ln1, scores, weights, mixed, after, ln2, output };
}

interface BlockInputs {
  heads: number;
  causal: boolean;
  gelu: 'none' | 'tanh';
  ln_eps: number;
  x: number[][];
  target: number[][];
  params: Record<string, unknown>;
}

/** One block of a transformer with everything inside it. */
export function transformerBlock(inputs: BlockInputs): object {
  const params = leaves(inputs.params);
  const x = nested(inputs.x, 'float64', true);
  const parts = block(params, x, { ...inputs, eps: inputs.ln_eps });
  const loss = mseLoss(parts.output, nested(inputs.target));
  loss.backward();
  return {
    ln1: parts.ln1.tolist(),
    scores: parts.scores.tolist(),
    attention: parts.weights.tolist(),
    attention_out: parts.mixed.tolist(),
    after_attention: parts.after.tolist(),
    ln2: parts.ln2.tolist(),
    output: parts.output.tolist(),
    loss: loss.item(),
    grads: gradients(params),
    dx: gradientOf(x),
  };
}

interface LanguageModelInputs {
  tokens: number[];
  heads: number;
  params: Record<string, unknown>;
}

/** Predicts each next token from those before it. */
export function languageModel({ tokens, heads, params: stored }: LanguageModelInputs): object {
  const params = leaves(stored);
  const index = tensor(tokens, { dtype: 'int64' });
  const last = tokens.length - 1;
  const [seen, next] = [index.at([0, last]), index.at([1, null])];
  const { tok, pos } = params as { tok: Tensor; pos: Tensor };
  const x = tok.at(seen).add(pos.at([0, last]));
  const eps = 1e-5;
  const { output } = block(params, x, { heads, causal: true, gelu: 'none', eps });
  const logits = layer(params, norm(params, output, 'lnf', eps), 'out');
  const loss = crossEntropy(logits, next);
  loss.backward();
  return { logits: logits.tolist(), loss: loss.item(), grads: gradients(params) };
}
