/** What can be wrong with a formula, in words that tell its writer what to do. Positions count from 1. */
import { ExpressionError } from './error.ts';
import { allVariables, arity, constants, functionNames, isName } from './names.ts';
import type { Token } from './tokenize.ts';
import type { FunctionName } from './tree.ts';

function problem(token: Token, message: string): ExpressionError {
  return new ExpressionError(message, token.position, token.length);
}

function at(token: Token): string {
  return `at position ${token.position + 1}`;
}

export function emptyFormula(): ExpressionError {
  return new ExpressionError('Write a formula, for example x^2 + 3x + 1.', 0, 0);
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

export function withoutParentheses(token: Token): ExpressionError {
  return problem(token, `${token.text} ${at(token)} needs parentheses: ${token.text}(x).`);
}

export function unclosed(open: Token): ExpressionError {
  return problem(open, `The parenthesis opened ${at(open)} is not closed. Add ).`);
}

export function strayParenthesis(token: Token): ExpressionError {
  return problem(token, `Nothing is open for the ) ${at(token)} to close. Remove it.`);
}

export function strayComma(token: Token): ExpressionError {
  const message = `A comma ${at(token)} does not belong here. Write decimals with a point, as in 0.5.`;
  return problem(token, message);
}

export function wrongArity(name: FunctionName, count: number, token: Token): ExpressionError {
  if (arity[name] === 1) {
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
    return problem(token, `Nothing stands before the ) ${at(token)}. Fill in the parentheses.`);
  const message = `Something is missing after ${before.text} ${at(before)}: a number, a variable or a parenthesis.`;
  return problem(token.kind === 'end' ? before : token, message);
}

export function unknownName(token: Token, variables: readonly string[]): ExpressionError {
  return problem(token, explainName(token.text, variables));
}

function explainName(name: string, variables: readonly string[]): string {
  const lower = name.toLowerCase();
  if (lower !== name && isName(lower)) return `Names are written in small letters: ${lower}.`;
  const numbered = /^([xyz])(\d+)$/.exec(name);
  if (numbered && variables.includes(numbered[1] ?? ''))
    return `${name} is not a variable here. For a product write ${numbered[1]}*${numbered[2]}, for a power ${numbered[1]}^${numbered[2]}.`;
  if (allVariables.includes(name)) return `${name} is not a variable here. ${allowed(variables)}`;
  const glued = functionNames.find((known) => name.startsWith(known));
  if (glued) return `I do not know the name ‘${name}’. ${glued} needs parentheses: ${glued}(x).`;
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
