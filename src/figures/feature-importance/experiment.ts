import type { Control, Range } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { niceRange } from '../shared/nice-range.ts';
import { type Measures, largest, measure } from './measures.ts';
import {
  type Case,
  type Explained,
  type Five,
  type Trained,
  drawn,
  layerLoss,
  outputOf,
  saturatedOutput,
  trainedOnCopies,
} from './models.ts';

export interface Params {
  seed: number;
  case: Case;
  x1: number;
  x2: number;
  x3: number;
  x4: number;
  x5: number;
}

type InputKey = 'x1' | 'x2' | 'x3' | 'x4' | 'x5';

const input = (number: string, symbol: string) => ({
  label: `Input ${number}`,
  symbol,
  min: -4,
  max: 4,
  step: 0.01,
  role: 'input' as const,
});

export const controls = {
  seed: { label: 'Seed', min: 0, max: 99, step: 1 },
  case: {
    label: 'Case',
    options: [
      { value: 'layer', label: 'A linear layer and its loss' },
      { value: 'saturated', label: 'A saturated unit' },
      { value: 'copies', label: 'Two copies of one signal' },
    ],
  },
  x1: input('1', 'x₁'),
  x2: input('2', 'x₂'),
  x3: input('3', 'x₃'),
  x4: input('4', 'x₄'),
  x5: input('5', 'x₅'),
} as const satisfies Record<keyof Params, Control>;

/** The seed draws the inputs; among copies, Input 2 is whatever Input 1 is. */
export function follow(params: Params): Pick<Params, InputKey> {
  const [x1, x2, x3, x4, x5] = drawn(params.seed).inputs;
  return { x1, x2: params.case === 'copies' ? params.x1 : x2, x3, x4, x5 };
}

const start = { seed: 0, case: 'layer', x1: 0, x2: 0, x3: 0, x4: 0, x5: 0 } as const;

export const defaults: Params = { ...start, ...follow(start) };

export const inputsOf = ({ x1, x2, x3, x4, x5 }: Params): Five => [x1, x2, x3, x4, x5];

/** Of the trained copies. */
export interface Copies {
  weights: Five;
  /** Mean squared error after training, and after training without Input 1. */
  loss: number;
  lossWithout: number;
  /** The weight of Input 2 when it is trained without Input 1. */
  alone: number;
}

/** Inputs are told by their index, as the notebook counts, from 0; null where all numbers are 0. */
export interface Result extends Measures {
  /** Of what the gradient is taken. */
  explained: 'Loss' | 'Output';
  /** |gradient|; for the copies, one more for moving both at once. */
  importance: number[];
  /** `replaced` and `integrated`, with the same one more. */
  drawnReplaced: number[];
  drawnIntegrated: number[];
  /** Round bounds around the bars of importance, and of the other two measures. */
  importanceRange: Range;
  partsRange: Range;
  mostImportant: number | null;
  mostReplaced: number | null;
  mostIntegrated: number | null;
  copies: Copies | null;
}

/** Importance by gradient, by replacing and by integrating, in float32. */
export function run(params: Params): Result {
  requireFinite('feature-importance', params);
  const trained = params.case === 'copies' ? trainedOnCopies(params.seed) : null;
  const measures = measure(modelOf(params, trained?.both ?? null), inputsOf(params));
  const bars = (values: Five) => (trained ? [...values, values[0] + values[1]] : values);
  const importance = bars(measures.gradient).map(Math.abs);
  const drawnReplaced = bars(measures.replaced);
  const drawnIntegrated = bars(measures.integrated);
  const parts = [...drawnReplaced, ...drawnIntegrated].map((part) => 1.15 * part);
  return {
    ...measures,
    explained: params.case === 'layer' ? 'Loss' : 'Output',
    importance,
    drawnReplaced,
    drawnIntegrated,
    importanceRange: niceRange(0, 1.15 * Math.max(...importance) || 1),
    partsRange: niceRange(Math.min(0, ...parts), Math.max(0, ...parts)),
    mostImportant: largest(measures.gradient),
    mostReplaced: largest(measures.replaced),
    mostIntegrated: largest(measures.integrated),
    copies: trained && copiesOf(trained),
  };
}

function modelOf(params: Params, copies: Trained | null): Explained {
  if (copies) return (rows) => outputOf(copies.layer, rows);
  return params.case === 'layer' ? layerLoss(params.seed) : saturatedOutput;
}

function copiesOf({ both, alone }: { both: Trained; alone: Trained }): Copies {
  const weights = (one: Trained) => one.layer.weight.flatten().tolist() as Five;
  return {
    weights: weights(both),
    loss: both.loss,
    lossWithout: alone.loss,
    alone: weights(alone)[1],
  };
}
