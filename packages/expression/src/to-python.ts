import { type Algebra, type BinaryName, fold } from './algebra.ts';
import { functions, isPairName, pairFunctions } from './functions.ts';
import { operations } from './operations.ts';
import { ATOM, SIGN, type Written, enclosed, infix } from './tightness.ts';
import { type Expression, constants } from './tree.ts';

/**
 * The formula as Python, for variables that are tensors: `x**2 + torch.sin(x*y)/2`. Valid for
 * PyTorch 1.13 and later after `import math` and `import torch`.
 */
export function toPython(expression: Expression): string {
  return fold(expression, python).text;
}

interface Python extends Written {
  /** A part without variables is plain Python and has a value; one with variables is a tensor like this one. */
  of: { value: number } | { like: string };
}

const python: Algebra<Python> = {
  number: (value) => plain(String(value), ATOM, value),
  constant: (name) => plain(`math.${name}`, ATOM, constants[name]),
  variable: (name) => ({ text: name, tightness: ATOM, of: { like: name } }),
  negate: (operand) => {
    const text = `-${enclosed(operand, SIGN)}`;
    const { of } = operand;
    return 'value' in of ? plain(text, SIGN, -of.value) : { text, tightness: SIGN, of };
  },
  binary: (name, left, right) => {
    const { text, tightness } = joined(name, left, right);
    if ('value' in left.of && 'value' in right.of)
      return plain(text, tightness, operations[name].number(left.of.value, right.of.value));
    return { text, tightness, of: 'like' in left.of ? left.of : right.of };
  },
  call: (name, operand) => {
    const row = functions[name];
    const { of, text } = operand;
    if (!('value' in of)) return { text: `${row.python}(${text})`, tightness: ATOM, of };
    const value = row.number(of.value);
    return row.pythonNumber === undefined
      ? plain(literal(value), ATOM, value)
      : plain(`${row.pythonNumber}(${text})`, ATOM, value);
  },
};

function joined(name: BinaryName, left: Python, right: Python): Written {
  if (!isPairName(name)) return infix(name, left, right, name === '^' ? '**' : name);
  const { python, pythonNumber } = pairFunctions[name];
  const call = 'value' in left.of && 'value' in right.of ? pythonNumber : python;
  const text = `${call}(${likewise(left, right)}, ${likewise(right, left)})`;
  return { text, tightness: ATOM };
}

/** torch.maximum takes no plain number beside a tensor. */
function likewise({ text, of }: Python, { of: other }: Python): string {
  return 'value' in of && 'like' in other ? `torch.full_like(${other.like}, ${text})` : text;
}

/** Python raises where PyTorch has an infinity, and a long Python integer does not fit a tensor. */
function plain(text: string, tightness: number, value: number): Python {
  const of = { value };
  if (!Number.isFinite(value)) return { text: nonFinite(value), tightness: ATOM, of };
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return { text: literal(value), tightness: ATOM, of };
  return { text, tightness, of };
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
