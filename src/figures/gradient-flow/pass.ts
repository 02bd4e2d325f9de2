import { Generator, type Tensor, enableGrad, mseLoss, nn, randn, zeros } from '@calculus/autograd';
import type { Work } from '../shared/contract.ts';
import { lastWorkOf } from '../shared/last-of.ts';
import { at } from '../shared/at.ts';
import { type ActivationName, activations } from './activations.ts';
import { type InitName, type Layer, drawLayer } from './initialisations.ts';
import { type Architecture, type Recorded, propagate } from './network.ts';

export type Clip = 'none' | 'norm' | 'value';

export const width = 64;
export const batch = 32;
/** What clipping by norm and by value keep to. */
export const maxNorm = 1;
export const maxValue = 0.01;

export interface Question {
  depth: number;
  init: InitName;
  architecture: Architecture;
  clip: Clip;
  seed: number;
}

/** Norms over batch and width (Frobenius), and what the activations of a layer are like. */
export interface LayerNorms {
  layer: number;
  /** ‖∂loss/∂h_l‖ */
  gradient: number;
  /** ‖∂loss/∂W_l‖ */
  weightGradient: number;
  /** The same after clipping. */
  clipped: number;
  /** ‖h_l‖ */
  output: number;
  /** The share of activations where φ′ is under a twentieth of its largest value; null where φ has no bounds. */
  saturated: number | null;
  /** The share of units whose relu answers 0 to the whole batch; null for other activations. */
  dead: number | null;
}

export interface Pass {
  width: number;
  batch: number;
  loss: number;
  /** ‖h₀‖ */
  input: number;
  layers: LayerNorms[];
  /** The input, and the activations φ(z) of each layer, [batch, width]. */
  values: Tensor[];
  /** Norm of the gradient of all weights and biases, before clipping and after. */
  totalNorm: number;
  clippedNorm: number;
  /** Of the angle between both; null where one is zero. */
  cosine: number | null;
}

/**
 * Draws a batch, its targets and the layers of a network, all in float64 from one generator, and takes
 * the mean squared error through it and back. The last answer is remembered.
 */
export const passOf: (question: Question) => Work<Pass> = lastWorkOf(
  (question) => JSON.stringify(question),
  compute,
);

function* compute({ depth, init, architecture, clip, seed }: Question): Work<Pass> {
  const generator = new Generator().manualSeed(seed);
  const options = { generator, dtype: 'float64' } as const;
  const x = randn([batch, width], options);
  const target = randn([batch, width], options);
  const layers: Layer[] = [];
  for (let l = 1; l <= depth; l++) {
    layers.push(drawLayer(init, width, options));
    yield l / (4 * depth);
  }
  const { recorded, loss } = enableGrad(() => {
    const recorded = propagate(x, layers, architecture);
    const loss = mseLoss(at(recorded.outputs, -1), target);
    loss.backward();
    return { recorded, loss: loss.item() };
  });
  yield 0.9;
  return { width, batch, loss, ...measured(layers, recorded, architecture.activation, clip) };
}

/** What can be read off after the backward pass; clips the gradients on the way. */
function measured(
  layers: readonly Layer[],
  { outputs, activations: inner }: Recorded,
  activation: ActivationName,
  clip: Clip,
): Omit<Pass, 'width' | 'batch' | 'loss'> {
  const input = at(outputs, 0);
  const weightGradients = layers.map(({ weight }) => normOf(weight.grad));
  const clipping = clipped(
    layers.flatMap(({ weight, bias }) => [weight, bias]),
    clip,
  );
  return {
    input: normOf(input),
    layers: layers.map(({ weight }, l) => ({
      layer: l + 1,
      gradient: normOf(at(outputs, l + 1).grad),
      weightGradient: at(weightGradients, l),
      clipped: normOf(weight.grad),
      output: normOf(at(outputs, l + 1)),
      saturated: saturatedShare(activation, at(inner, l)),
      dead: activation === 'relu' ? deadShare(at(inner, l)) : null,
    })),
    values: [input, ...inner],
    ...clipping,
  };
}

const dot = (a: Tensor, b: Tensor): number => a.detach().mul(b.detach()).sum().item();

const normOf = (x: Tensor | null): number => (x === null ? 0 : Math.sqrt(dot(x, x)));

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Clips the gradients in place, and compares them with what they were. */
function clipped(
  parameters: readonly Tensor[],
  clip: Clip,
): Pick<Pass, 'totalNorm' | 'clippedNorm' | 'cosine'> {
  const before = parameters.map(
    ({ grad }) => (clip === 'none' ? grad : grad?.clone()) ?? zeros([0]),
  );
  if (clip === 'norm') nn.utils.clipGradNorm(parameters, maxNorm);
  if (clip === 'value') nn.utils.clipGradValue(parameters, maxValue);
  const after = parameters.map(({ grad }) => grad ?? zeros([0]));
  const totalNorm = Math.sqrt(sumOf(before.map((grad) => dot(grad, grad))));
  const clippedNorm = Math.sqrt(sumOf(after.map((grad) => dot(grad, grad))));
  const product = sumOf(before.map((grad, i) => dot(grad, at(after, i))));
  const lengths = totalNorm * clippedNorm;
  return {
    totalNorm,
    clippedNorm,
    cosine: lengths > 0 ? Math.min(1, product / lengths) : null,
  };
}

const shareOf = (test: Tensor): number => test.to('float64').mean().item();

function saturatedShare(activation: ActivationName, values: Tensor): number | null {
  const { slope } = activations[activation];
  return slope ? shareOf(slope(values.detach()).lt(0.05)) : null;
}

const deadShare = (values: Tensor): number => shareOf(values.detach().amax(0).eq(0));
