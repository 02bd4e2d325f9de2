/**
 * Reads a formula by operator precedence (Pratt's method). Loosest first:
 *
 *     + −          left to right
 *     * / and a product without a sign, left to right: 1/2x is (1/2)·x, as 1/2*x is
 *     −x           so −x^2 is −(x^2), and −x*y is (−x)*y
 *     ^ **         right to left: 2^3^2 is 2^(3^2); the power may carry a minus: 2^-1
 *
 * A product needs no sign before a name or a parenthesis: 2x, x y, xy, 2(x+1), sin(x)cos(x). A
 * number must not follow a factor (x 2 is refused: it could mean a product or a power). `1e3` is a
 * thousand, as in Python; e times 3 is e*3. `log` is the natural logarithm, as in PyTorch. The text is never
 * run as a program: only the names in names.ts mean anything.
 */
import { allVariables, arity, isConstantName, isFunctionName } from './names.ts';
import {
  emptyFormula,
  missingOperand,
  missingSign,
  strayComma,
  strayParenthesis,
  tooDeep,
  tooLarge,
  unclosed,
  unknownName,
  withoutParentheses,
  wrongArity,
} from './problems.ts';
import { type Token, tokenize } from './tokenize.ts';
import type { Expression, FunctionName, Operator } from './tree.ts';

export interface ParseOptions {
  /** Names that may stand for a number. All of x, y, z, x0 … x9 unless said. */
  variables?: readonly string[];
}

/** Parentheses, powers, products and minus signs within each other. */
export const maximumDepth = 64;

const sumPower = 10;
const productPower = 20;
const signPower = 30;
const raisePower = 40;

/** The tree of a formula. Throws ExpressionError with the position at fault. */
export function parse(text: string, { variables = allVariables }: ParseOptions = {}): Expression {
  const parser = new Parser(tokenize(text), variables);
  return parser.formula();
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #variables: readonly string[];
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], variables: readonly string[]) {
    this.#tokens = tokens;
    this.#variables = variables;
  }

  formula(): Expression {
    if (this.#next.kind === 'end') throw emptyFormula();
    const expression = this.#expression(0);
    if (this.#next.kind === ')') throw strayParenthesis(this.#next);
    if (this.#next.kind === ',') throw strayComma(this.#next);
    return expression;
  }

  get #next(): Token {
    return this.#tokens[this.#index] ?? { kind: 'end', text: '', position: 0, length: 0 };
  }

  #take(): Token {
    const token = this.#next;
    this.#index += 1;
    return token;
  }

  #expression(minimum: number): Expression {
    this.#depth += 1;
    if (this.#depth > maximumDepth) throw tooDeep(this.#next, maximumDepth);
    let left = this.#operand();
    for (;;) {
      const longer = this.#extend(left, minimum);
      if (longer === null) break;
      left = longer;
    }
    this.#depth -= 1;
    return left;
  }

  /** `left` with the operator that follows it, or null where that binds no tighter than `minimum`. */
  #extend(left: Expression, minimum: number): Expression | null {
    const token = this.#next;
    if (token.kind === 'superscript') return this.#superscript(left);
    if (token.kind === 'operator') return this.#operator(left, token.text as Operator, minimum);
    if (token.kind === 'number') throw missingSign(token);
    if ((token.kind !== 'name' && token.kind !== '(') || minimum >= productPower) return null;
    return binary('*', left, this.#expression(productPower));
  }

  #operator(left: Expression, operator: Operator, minimum: number): Expression | null {
    const power = powers[operator];
    if (power <= minimum) return null;
    this.#take();
    return binary(operator, left, this.#expression(operator === '^' ? power - 1 : power));
  }

  #superscript(base: Expression): Expression {
    const { text } = this.#take();
    const exponent = numberNode(Math.abs(Number(text)));
    return binary(
      '^',
      base,
      text.startsWith('-') ? { kind: 'negate', operand: exponent } : exponent,
    );
  }

  #operand(): Expression {
    const token = this.#next;
    if (token.kind === 'operator' && (token.text === '-' || token.text === '+')) {
      this.#take();
      const operand = this.#expression(signPower);
      return token.text === '-' ? { kind: 'negate', operand } : operand;
    }
    if (token.kind === 'number') return this.#number(this.#take());
    if (token.kind === 'name') return this.#name(this.#take());
    if (token.kind === '(') return this.#parenthesis(this.#take());
    throw missingOperand(this.#tokens[this.#index - 1], token);
  }

  #number(token: Token): Expression {
    const value = Number(token.text);
    if (!Number.isFinite(value)) throw tooLarge(token);
    return numberNode(value);
  }

  #name(token: Token): Expression {
    const { text } = token;
    if (this.#variables.includes(text)) return { kind: 'variable', name: text };
    if (isConstantName(text)) return { kind: 'constant', name: text };
    if (isFunctionName(text)) return this.#call(text, token);
    throw unknownName(token, this.#variables);
  }

  #call(name: FunctionName, token: Token): Expression {
    const open = this.#take();
    if (open.kind !== '(') throw withoutParentheses(token);
    const operands = [this.#expression(0)];
    while (this.#next.kind === ',') {
      this.#take();
      operands.push(this.#expression(0));
    }
    this.#close(open);
    if (operands.length !== arity[name]) throw wrongArity(name, operands.length, token);
    return { kind: 'call', name, operands };
  }

  #parenthesis(open: Token): Expression {
    const inside = this.#expression(0);
    this.#close(open);
    return inside;
  }

  #close(open: Token): void {
    if (this.#next.kind === ')') this.#take();
    else if (this.#next.kind === 'end') throw unclosed(open);
    else throw strayComma(this.#next);
  }
}

const powers: Record<Operator, number> = {
  '+': sumPower,
  '-': sumPower,
  '*': productPower,
  '/': productPower,
  '^': raisePower,
};

function numberNode(value: number): Expression {
  return { kind: 'number', value };
}

function binary(operator: Operator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right };
}
