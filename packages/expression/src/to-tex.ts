import { fold } from './algebra.ts';
import type { Notation } from './notation.ts';
import { typesetIn } from './typeset.ts';
import type { Expression } from './tree.ts';

/** The formula as TeX mathematics, without delimiters. */
export function toTeX(expression: Expression): string {
  return fold(expression, algebra).markup;
}

/** The functions that TeX has a command for. */
const commands = new Set([
  ...['sin', 'cos', 'tan', 'arcsin', 'arccos', 'arctan', 'sinh', 'cosh', 'tanh'],
  ...['exp', 'ln', 'log', 'max', 'min'],
]);

const signs = { '+': ' + ', '-': ' - ', dot: ' \\cdot ', none: ' ' } as const;
const brackets = { '(': '(', ')': ')', '|': '|', '⌊': '\\lfloor ', '⌋': '\\rfloor ' } as const;

const tex: Notation<string> = {
  number: (digits) => digits,
  scientific: (digits, exponent) => `${digits}\\cdot 10^{${exponent}}`,
  constant: (name) => (name === 'pi' ? '\\pi' : 'e'),
  variable: (letter, index) => (index === '' ? letter : `${letter}_{${index}}`),
  minus: (operand) => `-${operand}`,
  infix: (left, sign, right) => `${left}${signs[sign]}${right}`,
  fraction: (top, bottom) => `\\frac{${top}}{${bottom}}`,
  power: (base, exponent) => `${base}^{${exponent}}`,
  root: (inside, degree) => `\\sqrt${degree === undefined ? '' : `[${degree}]`}{${inside}}`,
  fence: (open, inside, close) => `\\left${brackets[open]}${inside}\\right${brackets[close]}`,
  call: (name, operands, base) => {
    const command = commands.has(name) ? `\\${name}` : `\\operatorname{${name}}`;
    const index = base === undefined ? '' : `_{${base}}`;
    return `${command}${index}\\left(${operands.join(', ')}\\right)`;
  },
};

const algebra = typesetIn(tex);
