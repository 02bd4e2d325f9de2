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

/** Every expression within one, itself first, each visited once. */
export function* parts(expression: Expression): Generator<Expression, void> {
  const waiting = [expression];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    yield part;
    waiting.push(...children(part).toReversed());
  }
}

/** The variables that occur, each once, in the order of their first appearance. */
export function variablesOf(expression: Expression): string[] {
  const names = new Set<string>();
  for (const part of parts(expression)) if (part.kind === 'variable') names.add(part.name);
  return [...names];
}

/** The functions that occur, each once, in the order of their first appearance. */
export function functionsOf(expression: Expression): FunctionName[] {
  const names = new Set<FunctionName>();
  for (const part of parts(expression)) if (part.kind === 'call') names.add(part.name);
  return [...names];
}
