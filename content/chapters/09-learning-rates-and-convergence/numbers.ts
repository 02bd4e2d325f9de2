import { Generator, randint, randn } from '@calculus/autograd';
import * as race from '../../../src/figures/condition-race/index.ts';
import * as sweep from '../../../src/figures/learning-rate-sweep/index.ts';
import * as phase from '../../../src/figures/momentum-phase/index.ts';
import { at } from '../../../src/figures/shared/at.ts';
import { present } from '../../../src/figures/shared/present.ts';
import { shown } from '../../../src/figures/shared/shown.ts';

export { shown };

const swept = (change: Partial<sweep.Params>) => {
  const params = { ...sweep.defaults, ...change };
  return sweep.run({ ...params, ...sweep.follow(params) });
};

/** The bowl (x² + 10y²)/2: its edge as measured, with a constant rate and with a cosine. */
export const edge = present(swept({}).edge.stable);
export const cosineEdge = present(swept({ schedule: 'cosine' }).edge.stable);

/** 2/λ on Rosenbrock's function at the start, and at the lowest point that a hundred steps reach. */
const rosenbrock = swept({ f: '(1-x)^2+100(y-x^2)^2' });
export const limitAtStart = present(present(rosenbrock.predictedAtStart).limit);
export const limitLater = present(present(rosenbrock.predicted).limit);

/** The loss there before each step with that later rate, from the first step on. */
export const jump = swept({ f: '(1-x)^2+100(y-x^2)^2', rate: limitLater }).chosen.losses;

/** What a step multiplies the error by on a parabola. */
export const factor = (rate: number, lambda: number): number => 1 - rate * lambda;

/** Both methods at condition number 10, predicted and measured. */
export const plain = race.run(race.defaults).chosen;
export const heavy = race.run({ ...race.defaults, method: 'momentum' }).chosen;

/** Momentum at α = 0.3, β = 0.8, and with the β that is best for this α. */
export const ripples = phase.run(phase.defaults);
export const bestBeta = ripples.best;

const numbers = 64;
const batch = 4;
const steps = 20_000;

/** What the notebook's cell draws: 64 numbers, and batches of four of them. */
const generator = new Generator().manualSeed(0);
const data = randn([numbers], { dtype: 'float64', generator }).tolist() as number[];
const picks = randint(0, numbers, [steps, batch], { generator }).tolist() as number[][];
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const goal = mean(data);

/** The variance of the 64 numbers. */
export const spread = mean(data.map((value) => (value - goal) ** 2));
const batchMeans = picks.map((pick) => mean(pick.map((index) => at(data, index))));

/** Mean square distance to the minimum over the second half of the steps, the loss being the mean of ½(x − a)². */
export function measuredFloor(rateAt: (step: number) => number): number {
  let x = 3;
  let total = 0;
  for (const [step, target] of batchMeans.entries()) {
    x -= rateAt(step) * (x - target);
    if (step >= steps / 2) total += (x - goal) ** 2;
  }
  return total / (steps / 2);
}

/** ησ²/(2 − η): where V ← (1 − η)²V + η²σ² stays. */
export const floorOf = (rate: number, variance: number): number => (rate * variance) / (2 - rate);

/** The descent lemma's η(1 − ηL/2)‖g‖². */
export const guaranteedFall = (rate: number, L: number, gradient: number): number =>
  rate * (1 - (rate * L) / 2) * gradient ** 2;

export const floors = [0.4, 0.2, 0.1].map((rate) => ({
  rate,
  measured: measuredFloor(() => rate),
  // The mean of a batch has the variance of one number divided by the size of the batch.
  predicted: floorOf(rate, spread / batch),
}));
export const floorOfMeans = measuredFloor((step) => 1 / (step + 1));
