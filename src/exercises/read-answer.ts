import { allVariables, compile, ExpressionError, gradient, parse } from '@calculus/expression';

export type Read<T> = T | { problem: string };

/** A formula that a learner typed, ready to be evaluated and differentiated at a point. */
export interface Formula {
  value(point: Record<string, number>): number;
  /** The partial derivative by one variable, through autograd. NaN where there is none. */
  slope(point: Record<string, number>, by: string): number;
}

const needsNumber = 'The answer here is a number: type it without a variable.';
const isFormula = (text: string) => !('problem' in readFormula(text, allVariables));

const empty = { problem: 'Type an answer first.' };

/** Reads a number, a fraction or any expression without variables: `0.25`, `-1/3`, `sqrt(2)/2`. */
export function readNumber(text: string): Read<{ value: number }> {
  const read = readFormula(text, []);
  if ('problem' in read) return isFormula(text) ? { problem: needsNumber } : read;
  const value = read.value({});
  if (Number.isFinite(value)) return { value };
  return { problem: 'That is not a finite number. Is something divided by 0, or too large?' };
}

/** Reads a formula in the given variables, or says in words why it cannot be read. */
export function readFormula(text: string, variables: readonly string[]): Read<Formula> {
  if (text.trim() === '') return empty;
  try {
    const expression = parse(text, { variables: [...variables] });
    const evaluate = compile(expression);
    return {
      value: (point) => evaluate(point),
      slope: (point, by) => gradient(expression, point)[by] ?? NaN,
    };
  } catch (error) {
    if (error instanceof ExpressionError) return { problem: error.message };
    throw error;
  }
}
