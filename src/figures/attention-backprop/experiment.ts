import { type Tensor, enableGrad, grad, softmax } from '@calculus/autograd';
import { at } from '../shared/at.ts';
import type { Control } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { lastOf } from '../shared/last-of.ts';
import { EPS, type Settings, type Values, forward } from './block.ts';
import { deviations } from './by-hand.ts';
import { backwardByHand } from './block-by-hand.ts';
import { type Check, checksOf } from './checks.ts';
import { type Gradient, type Part, gradients, values as names } from './parts.ts';
import { type Sentence, type Task, sentences, taskOf } from './sentences.ts';
import { type Stage, knownAfter, stages } from './stages.ts';

export interface Params {
  tokens: Sentence;
  causal: 'yes' | 'no';
  temperature: number;
  width: number;
  seed: number;
  stage: number;
}

/** Of the hundred seeds, 46 leaves the largest smallest entry in ∂loss/∂S: every one can be read. */
export const defaults: Params = {
  tokens: 'cat',
  causal: 'yes',
  temperature: 1,
  width: 2,
  seed: 46,
  stage: stages.length,
};

export const controls = {
  tokens: {
    label: 'Tokens',
    options: Object.entries(sentences).map(([value, label]) => ({ value, label })),
    role: 'input',
  },
  causal: {
    label: 'Causal',
    options: [
      { value: 'yes', label: 'yes: no token sees a later one' },
      { value: 'no', label: 'no: every token sees every token' },
    ],
  },
  temperature: { label: 'Temperature', symbol: 'τ', min: 0.02, max: 50, scale: 'log' },
  width: { label: 'Head width', symbol: 'd', min: 1, max: 8, step: 1 },
  seed: { label: 'Seed', min: 0, max: 99, step: 1, role: 'soft' },
  stage: { label: 'Stage', min: 0, max: stages.length, step: 1, stage: true },
} as const satisfies Record<keyof Params, Control>;

/** Rows of numbers; null for a score that is masked, −∞. */
export type Matrix = (number | null)[][];

/** In float64, on numbers that PyTorch draws in float32. */
interface Block {
  task: Task;
  matrices: Record<Part, Matrix>;
  loss: number;
  /** 1/(τ√d): what Q Kᵀ is multiplied by. */
  scale: number;
  /** Each gradient by hand beside autograd's, in the order of the backward pass. */
  checks: Check[];
  /** The largest difference of any entry of any gradient. */
  byHandError: number;
  /** Of the tokens that see more than one: the smallest of their largest weights. 1 is one-hot. */
  sharpness: number;
  /** What layer norm divides each row of R by. */
  sigma: number[];
  /** √(sum of squares) of ∂loss/∂S and of ∂loss/∂Q. */
  norms: { dS: number; dQ: number };
}

export interface Result extends Block {
  path: readonly Stage[];
  /** The step just taken; null before the first. */
  now: Stage | null;
  /** The matrices that are computed by now. */
  known: Part[];
}

/** A block of a transformer on one sentence, its loss and every gradient, up to a stage of both passes. */
export function run(params: Params): Result {
  requireFinite('attention-backprop', params);
  const taken = Math.max(0, Math.round(params.stage));
  return {
    ...blockOf(params),
    path: stages,
    now: taken === 0 ? null : at(stages, Math.min(taken, stages.length) - 1),
    known: knownAfter(taken),
  };
}

type Fixed = Omit<Params, 'stage'>;

/** Both passes; they do not depend on how far the reader has come. */
const blockOf: (params: Fixed) => Block = lastOf(
  ({ tokens, causal, temperature, width, seed }: Fixed) =>
    [tokens, causal, temperature, width, seed].join(),
  (params: Fixed) => enableGrad(() => compute(settingsOf(params))),
);

function settingsOf({ tokens, causal, temperature, width, seed }: Fixed): Settings {
  const d = Math.round(width);
  return {
    task: taskOf(tokens),
    causal: causal === 'yes',
    scale: 1 / (temperature * Math.sqrt(d)),
    width: d,
    seed: Math.round(seed),
  };
}

function compute(settings: Settings): Block {
  const { values, loss } = forward(settings);
  const found = grad(
    loss,
    names.map((name) => values[name]),
  );
  const byAutograd = byName(
    names.map((name) => `d${name}` as const),
    found,
  );
  const byHand = backwardByHand(values, settings);
  const checks = checksOf(rowsOf(byHand), rowsOf(byAutograd));
  const matrices = { ...matricesOf(values), ...rowsOf(byAutograd) };
  return {
    task: settings.task,
    matrices,
    loss: loss.item(),
    scale: settings.scale,
    checks,
    byHandError: Math.max(...checks.map(({ difference }) => difference)),
    sharpness: sharpnessOf(matrices.A, settings.causal),
    sigma: deviations(values.R.detach(), EPS).flatten().tolist() as number[],
    norms: {
      dS: at(found, names.indexOf('S')).norm().item(),
      dQ: at(found, names.indexOf('Q')).norm().item(),
    },
  };
}

const byName = <Name extends string>(
  keys: readonly Name[],
  tensors: readonly Tensor[],
): Record<Name, Tensor> =>
  Object.fromEntries(keys.map((name, index) => [name, at(tensors, index)])) as Record<Name, Tensor>;

/** Adding 0 takes the sign from a zero. */
const rows = (tensor: Tensor): number[][] =>
  (tensor.tolist() as number[][]).map((row) => row.map((value) => value + 0));

const rowsOf = (tensors: Record<Gradient, Tensor>): Record<Gradient, number[][]> =>
  Object.fromEntries(gradients.map((name) => [name, rows(tensors[name])])) as Record<
    Gradient,
    number[][]
  >;

function matricesOf(values: Values): Record<Exclude<Part, Gradient>, Matrix> {
  const all = Object.fromEntries(names.map((name) => [name, rows(values[name])]));
  return {
    ...(all as Record<(typeof names)[number], Matrix>),
    M: rows(values.M).map((row) => row.map((score) => (score === -Infinity ? null : score))),
    p: rows(softmax(values.Z, -1)),
  };
}

function sharpnessOf(weights: Matrix, causal: boolean): number {
  const withChoice = causal ? weights.slice(1) : weights;
  return Math.min(...withChoice.map((row) => Math.max(...row.map((weight) => weight ?? 0))));
}
