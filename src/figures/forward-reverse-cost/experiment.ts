import type { Control, Range } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { lastOf } from '../shared/last-of.ts';
import { decades } from '../shared/nice-range.ts';
import { checkpointed } from './checkpoint.ts';
import { adjointPass, evaluate, most, networkOf, tangentPass, width } from './network.ts';
import { Tally } from './tally.ts';

export interface Params {
  n: number;
  m: number;
  depth: number;
}

export const defaults: Params = { n: 100, m: 1, depth: 16 };

export const controls = {
  n: { label: 'Inputs', symbol: 'n', min: 1, max: most, step: 1, scale: 'log', role: 'input' },
  m: { label: 'Outputs', symbol: 'm', min: 1, max: most, step: 1, scale: 'log', role: 'gradient' },
  depth: { label: 'Depth', symbol: 'd', min: 2, max: 100, step: 1 },
} as const satisfies Record<keyof Params, Control>;

/** What the whole Jacobian of a layered function costs in each mode, in counted operations. */
export interface Cost {
  n: number;
  /** One evaluation of the function. */
  evaluation: number;
  /** One pass of forward mode, for one direction of the inputs; of reverse mode, for one output. */
  tangent: number;
  adjoint: number;
  /** One evaluation and n passes; one evaluation and m passes. */
  forward: number;
  reverse: number;
}

/** Numbers kept for one reverse pass, and its operations with the evaluation. */
export interface Memory {
  depth: number;
  segments: number;
  all: number;
  allOperations: number;
  checkpoints: number;
  checkpointOperations: number;
}

export interface Result extends Cost {
  m: number;
  depth: number;
  memory: Memory;
  /** Numbers that forward mode holds at once: a layer and its rates of change. */
  forwardMemory: number;
  /** The same for other numbers of inputs. */
  byInputs: Cost[];
  /** Where there are as many inputs as outputs. */
  crossover: Cost;
  /** The same for other depths. */
  byDepth: Memory[];
  operationRange: Range;
  memoryRange: Range;
}

/** Counts, for the whole Jacobian, what either mode computes, and what reverse mode keeps. */
export function run(params: Params): Result {
  requireFinite('forward-reverse-cost', params);
  const n = Math.round(params.n);
  const m = Math.round(params.m);
  const depth = Math.round(params.depth);
  const byInputs = costsByInputs(m, depth);
  const byDepth = memoriesByDepth(n, m);
  const cost = costOf(n, m, depth);
  const memory = memoryOf(n, m, depth);
  return {
    ...cost,
    m,
    depth,
    memory,
    forwardMemory: 2 * Math.max(n, width, m),
    byInputs,
    crossover: costOf(m, m, depth),
    byDepth,
    operationRange: decades(byInputs.flatMap(({ forward, reverse }) => [forward, reverse])),
    memoryRange: decades(
      [...byDepth, memory].flatMap(({ all, checkpoints }) => [all, checkpoints]),
    ),
  };
}

const plotted = [1, 3, 10, 30, 100, 300, 1000];
const depths = [2, 4, 9, 25, 49, 100];

const costsByInputs = lastOf(
  (m: number, depth: number) => `${String(m)} ${String(depth)}`,
  (m, depth) => plotted.map((n) => costOf(n, m, depth)),
);

const memoriesByDepth = lastOf(
  (n: number, m: number) => `${String(n)} ${String(m)}`,
  (n, m) => depths.map((depth) => memoryOf(n, m, depth)),
);

/** Each pass is run once and counted; all passes of a mode do the same operations on other numbers. */
export function costOf(n: number, m: number, depth: number): Cost {
  const network = networkOf(n, m, depth);
  const x = inputOf(n);
  const values = evaluate(network, x, new Tally());
  const evaluation = counted((tally) => evaluate(network, x, tally));
  const tangent = counted((tally) => tangentPass(network, values, oneOf(n, 0), tally));
  const adjoint = counted((tally) => adjointPass(network, values, oneOf(m, 0), tally));
  const forward = evaluation + n * tangent;
  return { n, evaluation, tangent, adjoint, forward, reverse: evaluation + m * adjoint };
}

function memoryOf(n: number, m: number, depth: number): Memory {
  const network = networkOf(n, m, depth);
  const segments = Math.round(Math.sqrt(depth));
  const all = checkpointed(network, inputOf(n), oneOf(m, 0), 1);
  const some = checkpointed(network, inputOf(n), oneOf(m, 0), segments);
  return {
    depth,
    segments,
    all: all.memory,
    allOperations: all.operations,
    checkpoints: some.memory,
    checkpointOperations: some.operations,
  };
}

function counted(pass: (tally: Tally) => unknown): number {
  const tally = new Tally();
  pass(tally);
  return tally.operations;
}

/** The point at which the function is differentiated. */
export const inputOf = (n: number): Float64Array => new Float64Array(n).fill(0.1);

/** A vector with a single 1. */
export function oneOf(length: number, index: number): Float64Array {
  const vector = new Float64Array(length);
  vector[index] = 1;
  return vector;
}
