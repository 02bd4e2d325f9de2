/** What can be wrong with a formula, in words that tell its writer what to do. Positions count from 1. */
import { ExpressionError } from './error.ts';
import { type FunctionName, arity, functionNames } from './functions.ts';
import { allVariables } from './names.ts';
import type { Token } from './token.ts';
import { constants } from './tree.ts';

/** The stretch of text at fault. */
type Stretch = Pick<Token, 'text' | 'position' | 'length'>;

function problem(token: Stretch, message: string): ExpressionError {
  return new ExpressionError(message, token.position, token.length);
}

function at(token: Stretch): string {
  return `at position ${token.position + 1}`;
}

export function emptyFormula(): ExpressionError {
  return new ExpressionError('Write a formula, for example x^2 + 3x + 1.', 0, 0);
}

export function tooLong(length: number, limit: number): ExpressionError {
  const message = `The formula is ${length} characters long; the limit is ${limit}. Write a shorter one.`;
  return new ExpressionError(message, limit, length - limit);
}

const advice = new Map(
  Object.entries({
    '=': 'Write only what stands right of the equals sign.',
    '%': 'Write a percentage as a decimal number: 0.05.',
    ':': 'For a quotient write /.',
    '!': 'Write a factorial as its number: 6 for 3!.',
    '°': 'Angles are in radians: 90° is pi/2.',
    "'": 'Write the formula itself, without a prime.',
  }),
);

/** A character, or a command of TeX, that the language does not have. */
export function unknownText(token: Stretch): ExpressionError {
  const root = token.text.startsWith('\\sqrt')
    ? 'Write another root as a power: x^(1/4).'
    : undefined;
  const hint = root ?? advice.get(token.text) ?? 'Use numbers, names, + - * / ^ and parentheses.';
  return problem(token, `I cannot read ‘${token.text}’ ${at(token)}. ${hint}`);
}

export function missingSign(token: Token): ExpressionError {
  const message = `A sign is missing before ${token.text} ${at(token)}. Write * for a product, ^ for a power.`;
  return problem(token, message);
}

export function tooDeep(token: Token, limit: number): ExpressionError {
  const message = `More than ${limit} levels within each other ${at(token)}. Write a flatter formula.`;
  return problem(token, message);
}

export function tooLarge(token: Token): ExpressionError {
  const message = `The number ${at(token)} is too large. The largest is about 1.8e308.`;
  return problem(token, message);
}

export function withoutOperand(token: Token): ExpressionError {
  return problem(token, `${token.text} ${at(token)} needs something to act on: ${token.text}(x).`);
}

/** sin^-1 x is the arcsine to some and 1/sin x to others. */
export function inverseOrReciprocal(token: Token): ExpressionError {
  const { text } = token;
  const inverse = ['sin', 'cos', 'tan'].includes(text) ? `arc${text}(x) or ` : '';
  const message = `${text} to a negative power ${at(token)} has two meanings. Write ${inverse}1/${text}(x).`;
  return problem(token, message);
}

export function missingGroup(token: Token): ExpressionError {
  return problem(token, `\\frac ${at(token)} needs two pairs of braces: \\frac{x}{2}.`);
}

export function mixedNumber(token: Token): ExpressionError {
  const message = `The fraction ${at(token)} stands right after another factor. Write * for a product, 2.5 for 2½.`;
  return problem(token, message);
}

export function unclosed(open: Token): ExpressionError {
  if (open.kind === '|') return problem(open, `The | ${at(open)} is not closed. Add |.`);
  const name = bracketNames.get(open.text) ?? 'parenthesis';
  return problem(open, `The ${name} opened ${at(open)} is not closed. Add ${closing(open)}.`);
}

const bracketNames = new Map([
  ['[', 'bracket'],
  ['{', 'brace'],
]);

/** What closes an opening bracket. */
export function closing({ text }: Stretch): string {
  if (text === '[') return ']';
  return text === '{' ? '}' : ')';
}

/** A bracket of one kind that is closed by one of another. */
export function mismatched(open: Token, token: Token): ExpressionError {
  const message = `The ${open.text} ${at(open)} is closed by ${token.text} ${at(token)}. Close it with ${closing(open)}.`;
  return problem(token, message);
}

export function strayParenthesis(token: Token): ExpressionError {
  return problem(token, `Nothing is open for the ${token.text} ${at(token)} to close. Remove it.`);
}

export function strayComma(token: Token): ExpressionError {
  const message = `A comma ${at(token)} does not belong here. Write decimals with a point, as in 0.5.`;
  return problem(token, message);
}

export function wrongArity(name: FunctionName, count: number, token: Token): ExpressionError {
  if (arity(name) === 1) {
    const message = `${name} takes one value, got ${count}. Write decimals with a point, as in 0.5.`;
    return problem(token, message);
  }
  const advice =
    count > 2 ? ` Nest them: ${name}(x, ${name}(y, z)).` : ` Write ${name}(x, 0), for example.`;
  return problem(token, `${name} takes two values, got ${count}.${advice}`);
}

/** Nothing stands where `token` does and a value should; `before` is what asked for one. */
export function missingOperand(before: Token | undefined, token: Token): ExpressionError {
  if (token.text === '^' && before?.text === '^')
    return problem(token, `Two powers in a row ${at(token)}. Write one, as in x^2.`);
  if (before === undefined)
    return problem(token, `Something is missing before ${token.text} ${at(token)}.`);
  if (before.kind === '(' && token.kind === ')')
    return problem(
      token,
      `Nothing stands before the ${token.text} ${at(token)}. Fill in the parentheses.`,
    );
  const message = `Something is missing after ${before.text} ${at(before)}: a number, a variable or a parenthesis.`;
  return problem(token.kind === 'end' ? before : token, message);
}

export function unknownName(token: Token, variables: readonly string[]): ExpressionError {
  return problem(token, explainName(token.text, variables));
}

function explainName(name: string, variables: readonly string[]): string {
  const [, letter = '', digits = ''] = /^([xyz])(\d+)$/.exec(name) ?? [];
  if (variables.includes(letter))
    return `${name} is not a variable here. For a product write ${letter}*${digits}, for a power ${letter}^${digits}.`;
  if (allVariables.includes(name)) return `${name} is not a variable here. ${allowed(variables)}`;
  if (name === 'pow' || name === 'power') return `For a power write ^ or **, as in x^2.`;
  const known = [...variables, ...Object.keys(constants), ...functionNames];
  return `I do not know the name ‘${name}’. Known: ${known.join(', ')}.`;
}

function allowed(variables: readonly string[]): string {
  return variables.length === 0
    ? 'Write a number without variables.'
    : `Allowed: ${variables.join(', ')}.`;
}

/** Of a pair: nothing stands before or after its comma. */
export function missingFormula(comma: Token): ExpressionError {
  return problem(comma, `A formula is missing beside the comma ${at(comma)}. ${pairExample}`);
}

/** Of a pair: one formula, which ends at `end`, where two were asked for. */
export function noComma(end: number): ExpressionError {
  return new ExpressionError(`That is one formula. ${pairExample}`, end, 0);
}

/** Of a pair: the comma after which a third formula begins. */
export function tooManyFormulas(comma: Token): ExpressionError {
  return problem(comma, `A third formula begins after the comma ${at(comma)}. ${pairExample}`);
}

const pairExample = 'Write two with a comma between, as in x^2 - y^2, 2x y.';
