import type { Control, Range, Sample, Table } from '../shared/contract.ts';
import { type Training, descend, leafGradients } from './descend-with-fault.ts';
import { requireFinite } from '../shared/finite.ts';
import { decades, niceRange } from '../shared/nice-range.ts';
import { type Fault, type Gradients, type Tape, backward, record, walked } from './tape.ts';

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
    ...{ label: 'Learning rate', symbol: 'η', min: 0.001, max: 0.05, scale: 'log', role: 'rate' },
  },
} as const satisfies Record<keyof Params, Control>;

/** The other parameter begins here; training moves both. */
export const bias = 1;
const trainingSteps = 100;

export interface Row {
  name: string;
  value: number;
  right: number;
  faulty: number;
}

/** Computed in float64. */
export interface Result {
  /** Every node in the order of the forward pass; gradients after the second backward pass. */
  rows: Row[];
  tape: Tape;
  /** The largest distance between a right and a faulty gradient. */
  maxError: number;
  /** The order in which the nodes were handled on the way back. */
  order: string[];
  training: { right: Training; faulty: Training };
  /** The last loss of each run, or where it left the picture. */
  final: { right: number | string; faulty: number | string };
  curves: { right: Sample[]; faulty: Sample[] };
  lossRange: Range;
  /** The value of s at every step; what leaves −8 … 8 is cut off. */
  places: { right: Sample[]; faulty: Sample[] };
  placeRange: Range;
  steps: number;
}

/**
 * The gradients of one small graph by a walk back that is right and by one that has the fault, and
 * what training by each of them does. Two passes are made at the start, with zeroed gradients
 * between them unless that is the fault, because one pass alone would not show it.
 */
export function run(params: Params): Result {
  requireFinite('break-backprop', params);
  const { fault, w, rate } = params;
  const start = { w, b: bias };
  const tape = record(start, fault === 'detached branch');
  const right = backward(record(start), 'none');
  const faulty = secondPass(tape, fault);
  const rows = tape.map(({ name, value }) => ({
    ...{ name, value, right: right[name] ?? 0, faulty: faulty[name] ?? 0 },
  }));
  const training = {
    right: descend(start, rate, 'none', trainingSteps),
    faulty: descend(start, rate, fault, trainingSteps),
  };
  return {
    ...{ rows, tape, training, steps: trainingSteps },
    maxError: Math.max(...rows.map((row) => Math.abs(row.faulty - row.right))),
    order: walked(tape, fault).map(({ name }) => name),
    final: { right: lastLoss(training.right), faulty: lastLoss(training.faulty) },
    curves: {
      right: samples(training.right.losses),
      faulty: samples(training.faulty.losses),
    },
    ...placesOf(training),
    lossRange: decades([...training.right.losses, ...training.faulty.losses]),
  };
}

/** Values in between are new tensors in every forward pass; only the leaves keep what they had. */
function secondPass(tape: Tape, fault: Fault): Gradients {
  const fresh = backward(tape, fault);
  if (fault !== 'no zero_grad') return fresh;
  return { ...fresh, ...leafGradients(fresh, fresh) };
}

const lastLoss = ({ losses, diverged }: Training): number | string =>
  diverged === null ? (losses.at(-1) ?? 0) : `diverged at step ${String(diverged)}`;

const samples = (values: number[]): Sample[] => values.map((y, x) => ({ x, y }));

function placesOf({ right, faulty }: Result['training']): Pick<Result, 'places' | 'placeRange'> {
  const inside = (places: number[]) => places.filter((place) => Math.abs(place) <= 8);
  const all = [...inside(right.places), ...inside(faulty.places)];
  const shown = (places: number[]) =>
    samples(places).map(({ x, y }) => ({ x, y: Math.abs(y ?? 0) <= 8 ? y : null }));
  return {
    places: { right: shown(right.places), faulty: shown(faulty.places) },
    placeRange: niceRange(Math.min(...all, -1), Math.max(...all, 0)),
  };
}

export function tables(_params: Params, { rows, training, steps }: Result): Table[] {
  return [
    {
      caption: 'Gradients of the loss after two forward and backward passes, in float64',
      columns: ['Node', 'Right gradient', 'Faulty gradient', 'Value'],
      rows: rows.map(({ name, value, right, faulty }) => [name, right, faulty, value]),
    },
    {
      caption: 'Loss and s in training; a run ends where its loss passes a million',
      columns: ['Step', 'Loss, right', 'Loss, faulty', 's, right', 's, faulty'],
      rows: Array.from({ length: steps + 1 }, (_, step) => [
        step,
        training.right.losses[step] ?? null,
        training.faulty.losses[step] ?? null,
        training.right.places[step] ?? null,
        training.faulty.places[step] ?? null,
      ]),
    },
  ];
}
