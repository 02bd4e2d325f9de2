/** One training run, in float64: goes on step by step and keeps what it saw. Stops where a number is lost. */

import {
  binaryCrossEntropyWithLogits,
  enableGrad,
  Generator,
  mseLoss,
  noGrad,
  randperm,
  type Tensor,
} from '@calculus/autograd';
import { at } from '../shared/at.ts';
import type { Layer } from '../shared/seeded-linear.ts';
import { batchOf, type Points, pointsOf } from './data.ts';
import { type Edit, readEdits } from './edits.ts';
import { activations, forward, layersOf } from './network.ts';
import { optimizers, schedules, type Stepper } from './optimizers.ts';
import type { Params } from './params.ts';

/** Where a number left float64, and what was lost first. */
export interface Stop {
  /** The step that could not be taken. */
  step: number;
  what: 'loss' | 'gradient' | 'weight';
  /** Of the gradient or weight, counted from 1. */
  layer: number | null;
}

/** A unit through which no gradient passes, whatever training point comes. */
export interface QuietUnit {
  layer: number;
  unit: number;
  since: number;
}

/** A slope below this share of the steepest, at every training point, is as good as none. */
const quietSlope = 0.01;

type Set = ReturnType<typeof batchOf>;

export class Trainer {
  readonly params: Params;
  readonly train: Points;
  readonly test: Points;
  readonly layers: Layer[];
  /** Mean loss of all points after each step, the start included; of the test points null where there are none. */
  readonly losses: { train: number; test: number | null }[] = [];
  /** Of each step: the norm of each layer's gradient, and the rate it was taken with. */
  readonly norms: number[][] = [];
  readonly rates: number[] = [];
  stopped: Stop | null = null;
  readonly #sets: { train: Set; test: Set | null };
  readonly #edits: Edit[];
  readonly #optimizer: Stepper;
  readonly #schedule: { step: () => void } | undefined;
  readonly #shuffle: Generator;
  #waiting: Tensor[] = [];
  /** Since when each unit of each hidden layer is quiet. */
  #quiet: (number | null)[][] = [];

  constructor(params: Params) {
    this.params = params;
    const { train, test } = pointsOf(params);
    [this.train, this.test] = [train, test];
    this.#sets = {
      train: batchOf(train, params.features),
      test: test.labels.length > 0 ? batchOf(test, params.features) : null,
    };
    this.#edits = readEdits(params.edits).entries ?? [];
    this.layers = layersOf(params);
    this.#optimizer = optimizerOf(params, this.#parameters());
    this.#schedule = schedules[params.schedule]?.make(this.#optimizer);
    this.#shuffle = new Generator().manualSeed(Math.round(params.seed));
    this.#arrive();
  }

  /** Steps taken. */
  get steps(): number {
    return this.rates.length;
  }

  /** Units that are quiet now. */
  get quiet(): QuietUnit[] {
    return this.#quiet.flatMap((layer, index) =>
      layer.flatMap((since, unit) =>
        since === null ? [] : [{ layer: index + 1, unit: unit + 1, since }],
      ),
    );
  }

  /** Takes a step, unless the run has stopped. */
  advance(): void {
    if (this.stopped) return;
    const before = this.#parameters().map((parameter) => parameter.detach().clone());
    const rate = at(this.#optimizer.paramGroups, 0).lr;
    const what = this.#step();
    const norms = this.layers.map(gradientNorm);
    if (what) {
      this.#stop(what, before);
      return;
    }
    this.rates.push(rate);
    this.norms.push(norms);
    if (this.#arrive()) return;
    this.rates.pop();
    this.norms.pop();
    this.#stop({ what: 'loss', layer: null }, before);
  }

  #parameters(): Tensor[] {
    return this.layers.flatMap(({ weight, bias }) => [weight, bias]);
  }

  /** One step of the optimiser on the next batch. Answers what was lost, if anything was. */
  #step(): Omit<Stop, 'step'> | null {
    const batch = this.#batch();
    this.#optimizer.zeroGrad();
    const loss = enableGrad(() => {
      const { x, y } = this.#sets.train;
      const value = this.#loss(x.indexSelect(0, batch), y.indexSelect(0, batch));
      value.backward();
      return value.item();
    });
    if (!Number.isFinite(loss)) return { what: 'loss', layer: null };
    const gradients = this.layers.findLastIndex(
      ({ weight, bias }) => !allFinite(weight.grad) || !allFinite(bias.grad),
    );
    if (gradients !== -1) return { what: 'gradient', layer: gradients + 1 };
    this.#optimizer.step();
    this.#schedule?.step();
    const weights = this.layers.findIndex(
      ({ weight, bias }) => !allFinite(weight) || !allFinite(bias),
    );
    return weights === -1 ? null : { what: 'weight', layer: weights + 1 };
  }

  #loss(x: Tensor, y: Tensor): Tensor {
    const { output } = forward(x, this.layers, this.params.activation);
    return lossOf(this.params.loss, output, y);
  }

  /** The next indices; when all points were used they are shuffled anew. */
  #batch(): Tensor {
    if (this.#waiting.length === 0) {
      const order = randperm(this.train.labels.length, { generator: this.#shuffle });
      this.#waiting = order.split(Math.max(1, Math.round(this.params.batch))).reverse();
    }
    return this.#waiting.pop() as Tensor;
  }

  /** Makes the edits of this step and notes the losses. False where one is not finite. */
  #arrive(): boolean {
    for (const edit of this.#edits) if (edit.step === this.steps) applyEdit(this.layers, edit);
    return noGrad(() => {
      const { train, test } = this.#sets;
      const { output, hidden } = forward(train.x, this.layers, this.params.activation);
      const trainLoss = lossOf(this.params.loss, output, train.y).item();
      const testLoss = test && this.#loss(test.x, test.y).item();
      if (!Number.isFinite(trainLoss) || (testLoss !== null && !Number.isFinite(testLoss)))
        return false;
      this.losses.push({ train: trainLoss, test: testLoss });
      this.#noteQuiet(hidden);
      return true;
    });
  }

  #noteQuiet(hidden: readonly Tensor[]): void {
    const slope = activations[this.params.activation]?.slope ?? (() => 1);
    this.#quiet = hidden.map((values, layer) =>
      quietUnits(values, slope).map((quiet, unit) =>
        quiet ? (this.#quiet[layer]?.[unit] ?? this.steps) : null,
      ),
    );
  }

  #stop(what: Omit<Stop, 'step'>, before: readonly Tensor[]): void {
    this.stopped = { step: this.steps + 1, ...what };
    noGrad(() => {
      this.#parameters().forEach((parameter, index) => parameter.copy_(at(before, index)));
    });
  }
}

function optimizerOf({ optimizer, rate, l2 }: Params, parameters: Tensor[]): Stepper {
  const choice = optimizers[optimizer];
  if (!choice)
    throw new RangeError(`train-net: optimizer must be known, got ${JSON.stringify(optimizer)}`);
  return choice.make(parameters, { lr: rate, weightDecay: Number(l2) });
}

const lossOf = (name: string, output: Tensor, y: Tensor): Tensor =>
  name === 'squared' ? mseLoss(output, y) : binaryCrossEntropyWithLogits(output, y);

const allFinite = (values: Tensor | null): boolean =>
  values !== null && values.toArray().every(Number.isFinite);

const gradientNorm = ({ weight, bias }: Layer): number =>
  Math.hypot(...[weight, bias].flatMap(({ grad }) => grad?.toArray() ?? []));

/** Which units have next to no slope at every point. */
function quietUnits(values: Tensor, slope: (h: number) => number): boolean[] {
  const [, units = 0] = values.shape;
  const all = values.toArray();
  const quiet = new Array<boolean>(units).fill(true);
  all.forEach((value, index) => {
    if (slope(value) > quietSlope) quiet[index % units] = false;
  });
  return quiet;
}

/** An edit of a weight that this network has not changes nothing. */
export function applyEdit(layers: readonly Layer[], { layer, unit, from, value }: Edit): void {
  const { weight, bias } = layers[layer - 1] ?? {};
  if (!weight || !bias || !hasPlace(weight, unit, from)) return;
  noGrad(() => {
    if (from === 0) bias.select(0, unit - 1).fill_(value);
    else
      weight
        .select(0, unit - 1)
        .select(0, from - 1)
        .fill_(value);
  });
}

export const hasPlace = ({ shape }: Pick<Tensor, 'shape'>, unit: number, from: number): boolean =>
  unit >= 1 && unit <= at(shape, 0) && from <= at(shape, 1);
