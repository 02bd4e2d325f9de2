import type { Control, Range, Table } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { type Measures, largest, measure } from './measures.ts';
import {
  type Case,
  type Explained,
  drawn,
  layerLoss,
  outputOf,
  saturatedOutput,
  trainedOnCopies,
} from './models.ts';
import { niceRange } from '../shared/nice-range.ts';

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
const keys: readonly InputKey[] = ['x1', 'x2', 'x3', 'x4', 'x5'];

const input = <N extends string, S extends string>(number: N, symbol: S) => ({
  ...{ label: `Input ${number}`, symbol, min: -4, max: 4, step: 0.01 },
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
  const [x1 = 0, x2 = 0, x3 = 0, x4 = 0, x5 = 0] = drawn(params.seed).inputs;
  return { x1, x2: params.case === 'copies' ? params.x1 : x2, x3, x4, x5 };
}

const start = { seed: 0, case: 'layer', x1: 0, x2: 0, x3: 0, x4: 0, x5: 0 } as const;

export const defaults: Params = { ...start, ...follow(start) };

/** Of the trained copies. */
export interface Copies {
  weights: number[];
  /** Mean squared error after training, and after training without Input 1. */
  loss: number;
  lossWithout: number;
  /** The weight of Input 2 when it is trained without Input 1. */
  alone: number;
}

export interface Result extends Measures {
  /** Of what the gradient is taken. */
  explained: 'Loss' | 'Output';
  names: string[];
  /** |gradient|; for the copies, one more for moving both at once. */
  importance: number[];
  /** `replaced` and `integrated`, with the same one more. */
  drawnReplaced: number[];
  drawnIntegrated: number[];
  /** Round bounds around the bars of importance, and of the other two measures. */
  importanceRange: Range;
  partsRange: Range;
  mostImportant: string;
  mostReplaced: string;
  mostIntegrated: string;
  copies: Copies | null;
}

/** Importance by gradient, by replacing and by integrating, in float32. */
export function run(params: Params): Result {
  requireFinite('feature-importance', params);
  const copies = params.case === 'copies' ? trainedOnCopies(params.seed) : null;
  const inputs = keys.map((key) => params[key]);
  const model = copies
    ? (rows: Parameters<Explained>[0]) => outputOf(copies.layer, rows)
    : params.case === 'layer'
      ? layerLoss(params.seed)
      : saturatedOutput;
  const measures = measure(model, inputs);
  const both = (values: number[]) =>
    copies ? [...values, (values[0] ?? 0) + (values[1] ?? 0)] : values;
  const importance = both(measures.gradient).map(Math.abs);
  const [replaced, integrated] = [both(measures.replaced), both(measures.integrated)];
  const parts = [...replaced, ...integrated].map((part) => 1.15 * part);
  return {
    ...measures,
    explained: params.case === 'layer' ? 'Loss' : 'Output',
    names: ['1', '2', '3', '4', '5', ...(copies ? ['1 and 2'] : [])],
    importance,
    ...{ drawnReplaced: replaced, drawnIntegrated: integrated },
    importanceRange: niceRange(0, 1.15 * Math.max(...importance) || 1),
    partsRange: niceRange(Math.min(0, ...parts), Math.max(0, ...parts)),
    mostImportant: named(measures.gradient),
    mostReplaced: named(measures.replaced),
    mostIntegrated: named(measures.integrated),
    copies: copies && retrained(params.seed, copies),
  };
}

/** The notebook counts from 0. */
function named(values: readonly number[]): string {
  const most = largest(values);
  return most === null ? 'none: all are 0' : `Input ${String(most + 1)} (index ${String(most)})`;
}

function retrained(seed: number, { layer, loss }: ReturnType<typeof trainedOnCopies>): Copies {
  const alone = trainedOnCopies(seed, 1);
  const weightsOf = (one: typeof layer) => one.weight.flatten().tolist() as number[];
  return {
    ...{ weights: weightsOf(layer), loss, lossWithout: alone.loss },
    alone: weightsOf(alone.layer)[1] ?? 0,
  };
}

export function tables(params: Params, result: Result): Table[] {
  const { gradient, replaced, integrated, explained } = result;
  return [
    {
      caption: `Each input and the gradient of the ${explained.toLowerCase()}, in float32`,
      columns: ['Input', 'Value', 'Gradient', '|Gradient|'],
      rows: keys.map((key, i) => [
        controls[key].label,
        params[key],
        gradient[i] ?? 0,
        Math.abs(gradient[i] ?? 0),
      ]),
    },
    {
      caption: `Other answers, as parts of the ${explained.toLowerCase()}, in float32`,
      columns: ['Input', 'Gradient · input', 'Lost when replaced by 0', 'Integrated gradient'],
      rows: keys.map((key, i) => [
        controls[key].label,
        (gradient[i] ?? 0) * params[key],
        replaced[i] ?? 0,
        integrated[i] ?? 0,
      ]),
    },
  ];
}
