/** Two formulas with a comma between, `x^2-y^2, 2x y`: the parts of a map of the plane. */
import { allVariables } from './names.ts';
import { type ParseOptions, parseTokens } from './parse.ts';
import { missingFormula, noComma, tooManyFormulas } from './problems.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';
import type { Expression } from './tree.ts';

/**
 * Both trees. Brackets around the whole are allowed; a comma inside a call belongs to the call.
 * Throws ExpressionError with the position at fault in the whole text.
 */
export function parsePair(
  text: string,
  { variables = allVariables }: ParseOptions = {},
): [Expression, Expression] {
  const tokens = tokenize(text);
  const { inside, commas } = withoutBrackets(tokens);
  const [comma, second] = commas;
  if (comma === undefined) {
    parseTokens(tokens, variables);
    throw noComma(text.length);
  }
  if (second !== undefined) throw tooManyFormulas(second);
  const middle = inside.indexOf(comma);
  return [
    part(inside.slice(0, middle), comma, variables),
    part(inside.slice(middle + 1), comma, variables),
  ];
}

interface Inside {
  /** What holds the formulas: all tokens but the end, or those between brackets around it all. */
  inside: readonly Token[];
  /** Those that part formulas, not arguments. */
  commas: readonly Token[];
}

function withoutBrackets(tokens: readonly Token[]): Inside {
  const all = tokens.slice(0, -1);
  const depths = depthsOf(all);
  const commasAt = (depth: number) =>
    all.filter(({ kind }, index) => kind === ',' && (depths[index] ?? Infinity) <= depth);
  const whole = { inside: all, commas: commasAt(0) };
  if (all[0]?.kind !== '(' || all.at(-1)?.kind !== ')' || whole.commas.length > 0) return whole;
  const enclosed = depths.slice(0, -1).every((depth) => depth > 0);
  const commas = commasAt(1);
  return enclosed && commas.length > 0 ? { inside: all.slice(1, -1), commas } : whole;
}

/** How many brackets are open after each token. */
function depthsOf(tokens: readonly Token[]): number[] {
  let depth = 0;
  return tokens.map(({ kind }) => (depth += kind === '(' ? 1 : kind === ')' ? -1 : 0));
}

function part(tokens: readonly Token[], comma: Token, variables: readonly string[]): Expression {
  const last = tokens.at(-1);
  if (last === undefined) throw missingFormula(comma);
  const end = last.position + last.length;
  return parseTokens([...tokens, { kind: 'end', text: '', position: end, length: 0 }], variables);
}
