/** A formula as plain data. It survives JSON, so figures may draw it and pass it around. */

export type FunctionName =
  | 'sin'
  | 'cos'
  | 'tan'
  | 'exp'
  | 'ln'
  | 'log'
  | 'sqrt'
  | 'abs'
  | 'tanh'
  | 'sigmoid'
  | 'relu'
  | 'softplus'
  | 'max'
  | 'min';

export type ConstantName = 'pi' | 'e';

export type Operator = '+' | '-' | '*' | '/' | '^';

export type Expression =
  /** Never negative: a minus sign is a `negate` node. */
  | { kind: 'number'; value: number }
  | { kind: 'constant'; name: ConstantName }
  | { kind: 'variable'; name: string }
  | { kind: 'negate'; operand: Expression }
  | { kind: 'binary'; operator: Operator; left: Expression; right: Expression }
  | { kind: 'call'; name: FunctionName; operands: Expression[] };

/** The expressions that stand directly under one. */
export function children(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'negate':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.operands;
    default:
      return [];
  }
}

/** The variables that occur, each once, in the order of their first appearance. */
export function variablesOf(expression: Expression): string[] {
  if (expression.kind === 'variable') return [expression.name];
  return [...new Set(children(expression).flatMap(variablesOf))];
}

/** The functions that occur, each once. */
export function functionsOf(expression: Expression): FunctionName[] {
  const below = children(expression).flatMap(functionsOf);
  return [...new Set(expression.kind === 'call' ? [expression.name, ...below] : below)];
}
