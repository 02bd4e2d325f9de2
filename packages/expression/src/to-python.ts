import { compile } from './compile.ts';
import { requiredTightness, tightness } from './to-text.ts';
import { type Expression, type FunctionName, variablesOf } from './tree.ts';

const ofTensors: Record<FunctionName, string> = {
  sin: 'torch.sin',
  cos: 'torch.cos',
  tan: 'torch.tan',
  exp: 'torch.exp',
  ln: 'torch.log',
  log: 'torch.log',
  sqrt: 'torch.sqrt',
  abs: 'torch.abs',
  tanh: 'torch.tanh',
  sigmoid: 'torch.sigmoid',
  relu: 'torch.relu',
  softplus: 'torch.nn.functional.softplus',
  max: 'torch.maximum',
  min: 'torch.minimum',
};

/** For parts of a formula without a variable; what Python lacks is written as its value. */
const ofNumbers: Partial<Record<FunctionName, string>> = {
  sin: 'math.sin',
  cos: 'math.cos',
  tan: 'math.tan',
  exp: 'math.exp',
  ln: 'math.log',
  log: 'math.log',
  sqrt: 'math.sqrt',
  abs: 'abs',
  tanh: 'math.tanh',
  max: 'max',
  min: 'min',
};

/**
 * The formula as Python, for variables that are tensors: `x**2 + torch.sin(x*y)/2`. Valid for
 * PyTorch 1.13 and later after `import math` and `import torch`.
 */
export function toPython(expression: Expression): string {
  const [like] = variablesOf(expression);
  if (like === undefined) return constantPython(expression);
  switch (expression.kind) {
    case 'negate':
      return `-${enclosed(expression.operand, 3)}`;
    case 'binary':
      return binaryPython(expression);
    case 'call': {
      const operands = expression.operands.map((operand) => tensorPython(operand, like));
      return `${ofTensors[expression.name]}(${operands.join(', ')})`;
    }
    default:
      return like;
  }
}

/** torch.maximum takes no plain number beside a tensor. */
function tensorPython(operand: Expression, like: string): string {
  const text = toPython(operand);
  return variablesOf(operand).length === 0 ? `torch.full_like(${like}, ${text})` : text;
}

/** Python raises where PyTorch has an infinity, and a long Python integer does not fit a tensor. */
function constantPython(expression: Expression): string {
  const value = compile(expression)({});
  if (!Number.isFinite(value)) return nonFinite(value);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return literal(value);
  switch (expression.kind) {
    case 'constant':
      return `math.${expression.name}`;
    case 'negate':
      return `-${enclosed(expression.operand, 3)}`;
    case 'binary':
      return binaryPython(expression);
    case 'call': {
      const name = ofNumbers[expression.name];
      const operands = expression.operands.map(toPython).join(', ');
      return name === undefined ? literal(value) : `${name}(${operands})`;
    }
    default:
      return String(value);
  }
}

function nonFinite(value: number): string {
  if (Number.isNaN(value)) return 'math.nan';
  return value > 0 ? 'math.inf' : '(-math.inf)';
}

/** Never read as an integer, and safe under a power. */
function literal(value: number): string {
  const digits = String(value);
  const text = /[.e]/.test(digits) ? digits : `${digits}.0`;
  return value < 0 ? `(${text})` : text;
}

function binaryPython(expression: Extract<Expression, { kind: 'binary' }>): string {
  const { operator, left, right } = expression;
  const first = enclosed(left, requiredTightness(operator, 'left'));
  const second = enclosed(right, requiredTightness(operator, 'right'));
  if (operator === '^') return `${first}**${second}`;
  const space = operator === '+' || operator === '-' ? ' ' : '';
  return `${first}${space}${operator}${space}${second}`;
}

function enclosed(expression: Expression, required: number): string {
  const text = toPython(expression);
  return tightness(expression) < required ? `(${text})` : text;
}
