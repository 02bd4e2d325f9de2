import type { Control, Range, Sample } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { decades, niceRange } from '../shared/nice-range.ts';
import {
  type Fault,
  type Gradients,
  type NodeName,
  type Tape,
  backward,
  record,
  traversal,
  valueOf,
} from './tape.ts';
import { type Training, accumulated, train } from './training.ts';

export interface Params {
  fault: Fault;
  w: number;
  rate: number;
}

export const defaults: Params = { fault: 'none', w: 0.5, rate: 0.005 };

const faults: readonly Fault[] = [
  'none',
  'wrong order',
  'overwrite instead of add',
  'no zero_grad',
  'detached branch',
];

export const controls = {
  fault: { label: 'Fault', options: faults.map((fault) => ({ value: fault, label: fault })) },
  w: { label: 'Weight w', symbol: 'w', min: -2, max: 2, step: 0.1, role: 'input' },
  rate: {
    label: 'Learning rate',
    symbol: 'η',
    min: 0.001,
    max: 0.05,
    scale: 'log',
    role: 'rate',
  },
} as const satisfies Record<keyof Params, Control>;

/** The other parameter begins here; training moves both. */
export const bias = 1;
const trainingSteps = 100;

export interface Row {
  name: NodeName;
  value: number;
  right: number;
  faulty: number;
}

/** The same of the right and of the faulty run. */
interface Both<T> {
  right: T;
  faulty: T;
}

/** Computed in float64. */
export interface Result {
  /** Every node in the order of the forward pass; gradients after the second backward pass. */
  rows: Row[];
  tape: Tape;
  /** The loss at the start. */
  loss: number;
  /** The largest distance between a right and a faulty gradient. */
  maxError: number;
  /** The order in which the nodes were handled on the way back. */
  order: NodeName[];
  training: Both<Training>;
  lossCurves: Both<Sample[]>;
  lossRange: Range;
  /** The value of s at every step; what leaves −8 … 8 is cut off. */
  sCurves: Both<Sample[]>;
  sRange: Range;
  steps: number;
}

/**
 * The gradients of one small graph by a backward pass that is right and by one that has the fault,
 * and what training by each of them does. Two passes are made at the start, with zeroed gradients
 * between them unless that is the fault, because one pass alone would not show it.
 */
export function run(params: Params): Result {
  requireFinite('break-backprop', params);
  const { fault, w, rate } = params;
  const start = { w, b: bias };
  const whole = record(start);
  const tape = fault === 'detached branch' ? record(start, true) : whole;
  const rows = rowsOf(tape, backward(whole, 'none'), afterTwoPasses(tape, fault));
  const right = train(start, rate, 'none', trainingSteps);
  const faulty = fault === 'none' ? right : train(start, rate, fault, trainingSteps);
  return {
    rows,
    tape,
    loss: valueOf(tape, 'L'),
    maxError: Math.max(...rows.map((row) => Math.abs(row.faulty - row.right))),
    order: traversal(tape, fault).map(({ name }) => name),
    training: { right, faulty },
    lossCurves: { right: samples(right.losses), faulty: samples(faulty.losses) },
    lossRange: decades([...right.losses, ...faulty.losses]),
    sCurves: { right: samples(right.s.map(inPicture)), faulty: samples(faulty.s.map(inPicture)) },
    sRange: rangeOf([...right.s, ...faulty.s]),
    steps: trainingSteps,
  };
}

const rowsOf = (tape: Tape, right: Gradients, faulty: Gradients): Row[] =>
  tape.map(({ name, value }) => ({ name, value, right: right[name], faulty: faulty[name] }));

/** Values in between are new tensors in every forward pass; only the leaves keep what they had. */
function afterTwoPasses(tape: Tape, fault: Fault): Gradients {
  const fresh = backward(tape, fault);
  if (fault !== 'no zero_grad') return fresh;
  return { ...fresh, ...accumulated(fresh, fresh) };
}

const inPicture = (s: number): number | null => (Math.abs(s) <= 8 ? s : null);

function rangeOf(values: readonly number[]): Range {
  const shown = values.map(inPicture).filter((s) => s !== null);
  return niceRange(Math.min(...shown, -1), Math.max(...shown, 0));
}

const samples = (values: (number | null)[]): Sample[] => values.map((y, x) => ({ x, y }));
