/** Two formulas with a comma between, `x^2-y^2, 2x y`: the parts of a map of the plane. */
import { type ParseOptions, parse } from './parse.ts';
import { missingFormula, noComma, tooManyFormulas } from './problems.ts';
import { type Token, tokenize } from './tokenize.ts';
import type { Expression } from './tree.ts';

/**
 * Both trees. Parentheses around the whole are allowed; a comma inside a call belongs to the call.
 * Throws ExpressionError with the position at fault in the whole text.
 */
export function parsePair(text: string, options?: ParseOptions): [Expression, Expression] {
  const tokens = tokenize(text);
  const { start, end, commas } = insides(tokens);
  const [comma, second] = commas;
  if (comma === undefined) {
    parse(text, options);
    throw noComma(text.length);
  }
  if (second !== undefined) throw tooManyFormulas(second);
  return [
    part(text, start, comma.position, comma, options),
    part(text, comma.position + comma.length, end, comma, options),
  ];
}

interface Insides {
  start: number;
  end: number;
  /** Those that part formulas, not arguments. */
  commas: Token[];
}

/** The stretch of text that holds the formulas, without parentheses around all of it. */
function insides(tokens: readonly Token[]): Insides {
  const depths = depthsOf(tokens);
  const commasAt = (depth: number) =>
    tokens.filter(({ kind }, index) => kind === ',' && (depths[index] ?? 0) <= depth);
  const [first, last, end] = [tokens[0], tokens.at(-2), tokens.at(-1)];
  const whole = { start: 0, end: end?.position ?? 0, commas: commasAt(0) };
  if (first?.kind !== '(' || last?.kind !== ')' || whole.commas.length > 0) return whole;
  const enclosed = depths.slice(0, -2).every((depth) => depth > 0);
  const commas = commasAt(1);
  if (!enclosed || commas.length === 0) return whole;
  return { start: first.position + 1, end: last.position, commas };
}

/** How many parentheses are open after each token. */
function depthsOf(tokens: readonly Token[]): number[] {
  let depth = 0;
  return tokens.map(({ kind }) => (depth += kind === '(' ? 1 : kind === ')' ? -1 : 0));
}

/** One formula, with spaces for all that stands before it, so that positions count from the start. */
function part(
  text: string,
  start: number,
  end: number,
  comma: Token,
  options?: ParseOptions,
): Expression {
  const formula = text.slice(start, end);
  if (formula.trim() === '') throw missingFormula(comma);
  return parse(' '.repeat(start) + formula, options);
}
