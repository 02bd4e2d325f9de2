import type { Expression, FunctionName } from './tree.ts';
import { operatorTightness, requiredTightness, tightness } from './to-text.ts';

const upright: Partial<Record<FunctionName, string>> = {
  sin: '\\sin',
  cos: '\\cos',
  tan: '\\tan',
  tanh: '\\tanh',
  exp: '\\exp',
  ln: '\\ln',
  log: '\\ln',
  max: '\\max',
  min: '\\min',
};

/** The formula as TeX mathematics, without delimiters: fractions stacked, products without a sign where clear. */
export function toTeX(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return numberTeX(expression.value);
    case 'constant':
      return expression.name === 'pi' ? '\\pi' : 'e';
    case 'variable':
      return expression.name.replace(/(\d)$/, '_{$1}');
    case 'negate':
      return `-${enclosed(expression.operand, 3)}`;
    case 'call':
      return callTeX(expression.name, expression.operands);
    case 'binary':
      return binaryTeX(expression);
  }
}

function numberTeX(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  return exponent === undefined ? digits : `${digits}\\cdot 10^{${Number(exponent)}}`;
}

function callTeX(name: FunctionName, operands: Expression[]): string {
  const inside = operands.map(toTeX).join(', ');
  if (name === 'sqrt') return `\\sqrt{${inside}}`;
  if (name === 'abs') return `\\left|${inside}\\right|`;
  return `${upright[name] ?? `\\operatorname{${name}}`}\\left(${inside}\\right)`;
}

function binaryTeX(expression: Extract<Expression, { kind: 'binary' }>): string {
  const { operator, left, right } = expression;
  if (operator === '/') return `\\frac{${toTeX(left)}}{${toTeX(right)}}`;
  if (operator === '^') return `${powerBase(left)}^{${toTeX(right)}}`;
  const first = enclosed(left, requiredTightness(operator, 'left'));
  const inner = enclosed(right, requiredTightness(operator, 'right'));
  const second = inner.startsWith('-') ? `\\left(${inner}\\right)` : inner;
  if (operator !== '*') return `${first} ${operator} ${second}`;
  return /^\d/.test(second) ? `${first} \\cdot ${second}` : `${first} ${second}`;
}

/** A fraction or a root under a power would read wrongly without parentheses. */
function powerBase(base: Expression): string {
  const scientific = base.kind === 'number' && String(base.value).includes('e');
  const call = base.kind === 'call' && base.name !== 'abs';
  if (!scientific && !call && tightness(base) > operatorTightness['^']) return toTeX(base);
  return `\\left(${toTeX(base)}\\right)`;
}

function enclosed(expression: Expression, required: number): string {
  const fraction = expression.kind === 'binary' && expression.operator === '/';
  const text = toTeX(expression);
  return !fraction && tightness(expression) < required ? `\\left(${text}\\right)` : text;
}
