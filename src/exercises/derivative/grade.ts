import * as slip from '../misconceptions.ts';
import { readFormula, type Formula } from '../read-answer.ts';
import { samplePoints } from './sample-points.ts';
import { right, unreadable, wrong, type Verdict } from '../verdict.ts';
import type { Question as Whole } from './schema.ts';

/** What grading needs; the solution on paper is for tests. */
type Question = Omit<Whole, 'solution'>;

const candidates = 40;
const fewest = 6;

/**
 * Grades a typed derivative by meaning: any formula with the values of autograd's derivative at
 * points spread over the interval is right, however it is written. Points outside the domain of
 * the function or its derivative are left out.
 */
export function grade(question: Question, text: string): Verdict {
  const { formula, by = 'x', variables = ['x'], interval = [-3, 3] } = question;
  const read = readFormula(text, variables);
  if ('problem' in read) return unreadable(read.problem);
  const asked = known(formula, variables);
  // Where a function is undefined its rule may still give a number: 1/x for ln x left of 0.
  const points = samplePoints(variables, interval, candidates).filter(
    (point) => Number.isFinite(asked.value(point)) && Number.isFinite(asked.slope(point, by)),
  );
  if (points.length < fewest) {
    throw new Error(
      `derivative: d/d${by} of ${formula} needs a finite value at ${fewest} of ${candidates} points of ${interval.join(' … ')}, got ${points.length}`,
    );
  }
  const truth = points.map((point) => asked.slope(point, by));
  const given = points.map((point) => read.value(point));
  if (agree(given, truth)) return right(question.because);
  return (
    nameSlip(question, read, points, given, truth) ?? wrong(counterexample(points, given, truth))
  );
}

function known(formula: string, variables: readonly string[]): Formula {
  const read = readFormula(formula, variables);
  if ('problem' in read) throw new Error(`derivative: ${formula}: ${read.problem}`);
  return read;
}

type Point = Record<string, number>;

function nameSlip(
  { formula, by = 'x', variables = ['x'], slips = [] }: Question,
  answer: Formula,
  points: readonly Point[],
  given: readonly number[],
  truth: readonly number[],
): Verdict | undefined {
  const valuesOf = (text: string) => points.map((point) => known(text, variables).value(point));
  const named = slips.find((one) => agree(given, valuesOf(one.formula)));
  if (named) return wrong(named.words);

  const scaled = (factor: number) => truth.map((value) => factor * value);
  if (agree(given, scaled(-1))) return wrong(slip.slopeSignLost);
  if (agree(given, scaled(0.5))) return wrong(slip.slopeFactorTwoForgotten);
  if (agree(given, scaled(2))) return wrong(slip.factorTwoTooMany);
  const original = valuesOf(formula);
  if (agree(given, original)) return wrong(slip.notDifferentiated);
  const slopes = points.map((point) => answer.slope(point, by));
  if (agree(slopes, original)) return wrong(slip.integrated);
  if (constant(given.map((value, index) => value - (truth[index] ?? NaN)))) {
    return wrong(slip.constantKept);
  }
  if (constant(given.map((value, index) => value / (truth[index] ?? NaN)))) {
    return wrong(slip.constantFactor);
  }
  return undefined;
}

/** Relative for large values, absolute for small ones; infinite where there is no value. */
function distance(a: number, b: number): number {
  return Number.isFinite(a) ? Math.abs(a - b) / Math.max(1, Math.abs(b)) : Infinity;
}

const close = (a: number, b: number) => distance(a, b) <= 1e-6;

function agree(given: readonly number[], truth: readonly number[]): boolean {
  return truth.every((value, index) => close(given[index] ?? NaN, value));
}

/** Whether all values are the same number, and not 0 (an answer of 0 is no factor of anything). */
function constant(values: readonly number[]): boolean {
  const [first = NaN] = values;
  return first !== 0 && values.every((value) => close(value, first));
}

/** The point where the answer is furthest off, or has no value. */
function counterexample(
  points: readonly Point[],
  given: readonly number[],
  truth: readonly number[],
): string {
  const gaps = truth.map((value, at) => distance(given[at] ?? NaN, value));
  const index = gaps.indexOf(Math.max(...gaps));
  const point = points[index] ?? {};
  const where = Object.entries(point).map(([name, value]) => `${name} = ${value}`);
  const [mine = NaN, yours = NaN] = [truth[index], given[index]];
  const said = Number.isFinite(yours) ? `gives ${rounded(yours)}` : 'has no value';
  return `Not yet: at ${where.join(', ')} your formula ${said}, but the slope is ${rounded(mine)}.`;
}

const rounded = (value: number) => String(Number(value.toPrecision(4)));
