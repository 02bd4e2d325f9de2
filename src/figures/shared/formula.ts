import { tensor } from '@calculus/autograd';
import {
  type Expression,
  type Precision,
  evaluate,
  toPython,
  variablesOf,
} from '@calculus/expression';
import { python } from './program.ts';

/** The value at a point through the same operations that autograd differentiates. */
export function valueAt(
  expression: Expression,
  point: Readonly<Record<string, number>>,
  dtype: Precision = 'float64',
): number {
  const values = Object.entries(point).map(
    ([name, value]) => [name, tensor(value, { dtype })] as const,
  );
  return evaluate(expression, Object.fromEntries(values)).item();
}

/**
 * A Python function `f` of these variables. A variable that the formula lacks is added as 0 times
 * itself, so that PyTorch has a gradient for it.
 */
export function pythonFunction(expression: Expression, variables: readonly string[]): string[] {
  const unused = variables.filter((name) => !variablesOf(expression).includes(name));
  const terms = [toPython(expression), ...unused.map((name) => `0 * ${name}`)];
  return [`def f(${variables.join(', ')}):`, `    return ${terms.join(' + ')}`];
}

/** The imports that a program around this formula needs. */
export function imports(expression: Expression): string[] {
  return toPython(expression).includes('math.')
    ? ['import math', '', 'import torch']
    : ['import torch'];
}

/** A leaf tensor as Python source. */
export function pythonLeaf(name: string, value: number, dtype: Precision): string {
  const type = dtype === 'float64' ? 'dtype=torch.float64, ' : '';
  return `${name} = torch.tensor(${python(value)}, ${type}requires_grad=True)`;
}
