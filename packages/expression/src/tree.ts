/** A formula as plain data. It survives JSON, so figures may draw it and pass it around. */
import type { FunctionName } from './functions.ts';

export type { FunctionName };

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

export const constants: Readonly<Record<ConstantName, number>> = { pi: Math.PI, e: Math.E };

export function isConstantName(name: string): name is ConstantName {
  return Object.hasOwn(constants, name);
}

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

/** Every expression within one, each once: operands from left to right, then what joins them. */
export function partsFromTheLeaves(expression: Expression): Expression[] {
  const found: Expression[] = [];
  const waiting = [expression];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    found.push(part);
    waiting.push(...children(part));
  }
  return found.reverse();
}

/** The variables that occur, each once, in the order of their first appearance. */
export function variablesOf(expression: Expression): string[] {
  const parts = partsFromTheLeaves(expression);
  return [...new Set(parts.flatMap((part) => (part.kind === 'variable' ? part.name : [])))];
}

/** The functions that occur, each once; one within another comes first. */
export function functionsOf(expression: Expression): FunctionName[] {
  const parts = partsFromTheLeaves(expression);
  return [...new Set(parts.flatMap((part) => (part.kind === 'call' ? part.name : [])))];
}
