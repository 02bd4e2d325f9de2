import { at } from '../shared/at.ts';
import type { Control, Position, Range, Sample, Work } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { decades } from '../shared/nice-range.ts';
import { exhaust } from '../shared/work.ts';
import { type ActivationName, activations } from './activations.ts';
import { type Histogram, histogramOf } from './histogram.ts';
import { type InitName, initialisations } from './initialisations.ts';
import type { NormName } from './network.ts';
import { type Clip, type LayerNorms, type Pass, passOf } from './pass.ts';
import { type Theory, theoryOf } from './theory.ts';
import { type Flow, flowOf } from './verdict.ts';

export interface Params {
  depth: number;
  activation: ActivationName;
  init: InitName;
  residual: 'off' | 'on';
  norm: NormName;
  clip: Clip;
  seed: number;
  layer: number;
}

export const defaults: Params = {
  depth: 20,
  activation: 'tanh',
  init: 'default',
  residual: 'off',
  norm: 'none',
  clip: 'none',
  seed: 0,
  layer: 1,
};

const named = <Name extends string>(names: Record<Name, { label: string }>) =>
  Object.entries<{ label: string }>(names).map(([value, { label }]) => ({ value, label }));

export const controls = {
  depth: { label: 'Depth', symbol: 'L', min: 1, max: 50, step: 1, role: 'soft' },
  activation: {
    label: 'Activation',
    options: Object.keys(activations).map((value) => ({ value, label: value })),
  },
  init: { label: 'Initialisation', options: named(initialisations) },
  residual: {
    label: 'Residual',
    options: [
      { value: 'off', label: 'no' },
      { value: 'on', label: 'yes: add the input' },
    ],
  },
  norm: {
    label: 'Normalisation',
    options: [
      { value: 'none', label: 'none' },
      { value: 'layer', label: 'layer norm' },
      { value: 'batch', label: 'batch norm' },
    ],
  },
  clip: {
    label: 'Clipping',
    options: [
      { value: 'none', label: 'none' },
      { value: 'norm', label: 'by norm: 1' },
      { value: 'value', label: 'by value: 0.01' },
    ],
  },
  seed: { label: 'Seed', min: 0, max: 99, step: 1, role: 'soft' },
  layer: { label: 'Layer', min: 0, max: 50, step: 1, stage: true },
} as const satisfies Record<keyof Params, Control>;

export interface Result extends Omit<Pass, 'layers' | 'values'>, Flow {
  /** The layers, from the first. */
  path: LayerNorms[];
  /** Norms by layer, null where a log axis has no place for a 0. */
  curves: Record<'gradient' | 'weightGradient' | 'output', Sample[]>;
  /** What infinitely wide layers would do, the gradient from its measured norm at the last layer. */
  theory: { gradient: Sample[]; output: Sample[] };
  windows: Record<'gradient' | 'output', Range>;
  /** Layers whose norm is exactly 0, at the foot of their window. */
  zeros: Record<'gradient' | 'output', Position[]>;
  /** The activations of the chosen layer; of the input for layer 0. */
  histogram: Histogram;
  /** The layer that the histogram shows. */
  layer: number;
}

/** A batch through a deep network and back, in float64; see pass.ts. Throws RangeError. */
export function* work(params: Params): Work<Result> {
  requireFinite('gradient-flow', params);
  const { depth, activation, init, residual, norm, clip, seed } = params;
  const architecture = { activation, norm, residual: residual === 'on' };
  const pass = yield* passOf({ depth, init, architecture, clip, seed });
  const { layers, values, ...whole } = pass;
  const wide = theoryOf(init, architecture, depth, whole.width);
  const layer = Math.min(Math.round(params.layer), depth);
  const curves = curvesOf(pass);
  const theory = theoryCurves(wide, pass);
  const windows = {
    gradient: windowOf(curves.gradient, curves.weightGradient, theory.gradient),
    output: windowOf(curves.output, theory.output),
  };
  return {
    ...whole,
    ...flowOf(layers, wide),
    path: layers,
    curves,
    theory,
    windows,
    zeros: {
      gradient: zerosOf(curves.gradient, windows.gradient),
      output: zerosOf(curves.output, windows.output),
    },
    histogram: histogramOf(
      at(values, layer).toArray(),
      layer > 0 ? activations[activation].range : undefined,
    ),
    layer,
  };
}

export const run = (params: Params): Result => exhaust(work(params));

const positive = (y: number): number | null => (y > 0 ? y : null);

const windowOf = (...curves: Sample[][]): Range => decades(curves.flat().map(({ y }) => y));

const zerosOf = (curve: Sample[], { min }: Range): Position[] =>
  curve.filter(({ y }) => y === null).map(({ x }) => ({ x, y: min }));

function curvesOf({ layers, input }: Pass): Result['curves'] {
  const curve = (norm: (layer: LayerNorms) => number): Sample[] =>
    layers.map((layer) => ({ x: layer.layer, y: positive(norm(layer)) }));
  return {
    gradient: curve(({ gradient }) => gradient),
    weightGradient: curve(({ clipped }) => clipped),
    output: [{ x: 0, y: input }, ...curve(({ output }) => output)],
  };
}

/** The norm of a batch is √(batch · width) times the spread of an entry. */
function theoryCurves({ spread, gains }: Theory, { layers, width, batch }: Pass): Result['theory'] {
  let norm = at(layers, -1).gradient;
  const gradient = [{ x: layers.length, y: positive(norm) }];
  for (let layer = layers.length; layer > 1; layer--) {
    norm *= at(gains, layer - 1);
    gradient.unshift({ x: layer - 1, y: positive(norm) });
  }
  const output = spread.map((value, x) => ({ x, y: positive(value * Math.sqrt(batch * width)) }));
  return { gradient, output };
}
