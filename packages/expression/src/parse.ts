/**
 * Reads a formula by operator precedence (Pratt's method). Loosest first:
 *
 *     + −          left to right
 *     * / and a product without a sign, left to right: 1/2x is (1/2)·x, as 1/2*x is
 *     −x           so −x^2 is −(x^2), and −x*y is (−x)*y
 *     ^ **         right to left: 2^3^2 is 2^(3^2); the power may carry a minus: 2^-1
 *
 * A product needs no sign before a name or a bracket: 2x, x y, xy, 2(x+1), sin(x)cos(x). A number must not
 * follow a factor (x 2 is refused: it could mean a product or a power). `1e3` is a thousand, as in Python; e
 * times 3 is e*3. A function without parentheses takes the product after it up to the next function or sign:
 * sin 2x is sin(2x), sin x cos x a product, sin x/2 is (sin x)/2. `sin² x` is (sin x)². The text is never run
 * as a program: only the names of functions.ts, pi, e and the variables mean anything.
 */
import { type FunctionName, arity, functionSpellings } from './functions.ts';
import { allVariables } from './names.ts';
import {
  closing,
  emptyFormula,
  inverseOrReciprocal,
  mismatched,
  missingGroup,
  missingOperand,
  missingSign,
  mixedNumber,
  strayComma,
  strayParenthesis,
  tooDeep,
  tooLarge,
  unclosed,
  unknownName,
  withoutOperand,
  wrongArity,
} from './problems.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';
import { type Expression, type Operator, isConstantName } from './tree.ts';

export interface ParseOptions {
  /** Names that may stand for a number. All of x, y, z, x0 … x9 unless said. */
  variables?: readonly string[];
}

/** Brackets, powers, products, functions and minus signs within each other. */
export const maximumDepth = 64;

const sumPower = 10;
const productPower = 20;
const signPower = 30;
const raisePower = 40;

/** The tree of a formula. Throws ExpressionError with the position at fault. */
export function parse(text: string, { variables = allVariables }: ParseOptions = {}): Expression {
  return parseTokens(tokenize(text), variables);
}

/** The tree of a formula in tokens, the last of kind `end`. Throws ExpressionError. */
export function parseTokens(tokens: readonly Token[], variables: readonly string[]): Expression {
  return new Parser(tokens, variables).formula();
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #variables: readonly string[];
  #index = 0;
  #depth = 0;
  /** Whether a | would close: one is open, and no bracket since. */
  #inBars = false;

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
    const token = this.#tokens[this.#index] ?? this.#tokens.at(-1);
    if (token === undefined) throw new Error('parse: the tokens must end with one of kind end');
    return token;
  }

  #take(): Token {
    const token = this.#next;
    this.#index += 1;
    return token;
  }

  #expression(minimum: number): Expression {
    return this.#deeper(() => {
      let left = this.#operand();
      for (;;) {
        const longer = this.#extend(left, minimum);
        if (longer === null) return left;
        left = longer;
      }
    });
  }

  #deeper(read: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > maximumDepth) throw tooDeep(this.#next, maximumDepth);
    const expression = read();
    this.#depth -= 1;
    return expression;
  }

  /** `left` with what follows it, or null where that binds no tighter than `minimum`. */
  #extend(left: Expression, minimum: number): Expression | null {
    const token = this.#next;
    switch (token.kind) {
      case 'superscript':
        return binary('^', left, this.#superscript());
      case 'operator':
        return this.#operator(left, token.text as Operator, minimum);
      case 'number':
        throw missingSign(token);
      case 'fraction':
        throw mixedNumber(token);
      case '|':
        return this.#inBars ? null : this.#product(left, minimum);
      case 'end':
      case ')':
      case ',':
        return null;
      default:
        return this.#product(left, minimum);
    }
  }

  #product(left: Expression, minimum: number): Expression | null {
    return minimum >= productPower ? null : binary('*', left, this.#expression(productPower));
  }

  #operator(left: Expression, operator: Operator, minimum: number): Expression | null {
    const power = powers[operator];
    if (power <= minimum) return null;
    this.#take();
    return binary(operator, left, this.#expression(operator === '^' ? power - 1 : power));
  }

  #superscript(): Expression {
    const token = this.#take();
    const negative = token.text.startsWith('-');
    const text = negative ? token.text.slice(1) : token.text;
    const exponent = /^\d/.test(text)
      ? this.#number({ ...token, text })
      : this.#name({ ...token, text });
    return negative ? { kind: 'negate', operand: exponent } : exponent;
  }

  #operand(): Expression {
    const token = this.#next;
    switch (token.kind) {
      case 'operator':
        return this.#signed(token);
      case 'number':
        return this.#number(this.#take());
      case 'fraction':
        return this.#vulgar(this.#take());
      case 'name':
        return this.#name(this.#take());
      case 'root':
        return this.#root(this.#take());
      case 'frac':
        return this.#fraction(this.#take());
      case '(':
        return this.#bracketed(this.#take());
      case '|':
        return call('abs', [this.#bars(this.#take())]);
      default:
        throw this.#missing();
    }
  }

  #missing(): Error {
    return missingOperand(this.#tokens[this.#index - 1], this.#next);
  }

  #signed(token: Token): Expression {
    if (token.text !== '-' && token.text !== '+') throw this.#missing();
    this.#take();
    const operand = this.#expression(signPower);
    return token.text === '-' ? { kind: 'negate', operand } : operand;
  }

  #number(token: Token): Expression {
    const value = Number(token.text);
    if (!Number.isFinite(value)) throw tooLarge(token);
    return { kind: 'number', value };
  }

  /** ½, whose token says 1/2. */
  #vulgar({ text }: Token): Expression {
    const [top, bottom] = text.split('/').map(Number);
    return binary(
      '/',
      { kind: 'number', value: top ?? NaN },
      { kind: 'number', value: bottom ?? NaN },
    );
  }

  /** √ takes what a power takes: √2x is (√2)x, √x² is √(x²), √(x)² is (√x)². */
  #root({ text }: Token): Expression {
    const inside =
      this.#next.kind === '(' ? this.#bracketed(this.#take()) : this.#expression(signPower);
    return call(text === 'cbrt' ? 'cbrt' : 'sqrt', [inside]);
  }

  #fraction(token: Token): Expression {
    const top = this.#group(token);
    return binary('/', top, this.#group(token));
  }

  #group(frac: Token): Expression {
    if (this.#next.text !== '{') throw missingGroup(frac);
    return this.#bracketed(this.#take());
  }

  #name(token: Token): Expression {
    const { text } = token;
    if (this.#variables.includes(text)) return { kind: 'variable', name: text };
    if (isConstantName(text)) return { kind: 'constant', name: text };
    const name = functionSpellings.get(text);
    if (name === undefined) throw unknownName(token, this.#variables);
    const power = this.#powerOf(token);
    const value = call(name, this.#operands(name, token));
    return power === null ? value : binary('^', value, power);
  }

  /** The power of a function, in sin² x and sin^2(x). */
  #powerOf(name: Token): Expression | null {
    const { kind, text } = this.#next;
    if (kind !== 'superscript' && text !== '^') return null;
    const power = kind === 'superscript' ? this.#superscript() : this.#afterCaret(name);
    if (power.kind === 'negate') throw inverseOrReciprocal(name);
    return power;
  }

  #afterCaret(name: Token): Expression {
    this.#take();
    if (this.#next.text === '-') throw inverseOrReciprocal(name);
    return this.#deeper(() => this.#operand());
  }

  #operands(name: FunctionName, token: Token): Expression[] {
    if (this.#next.kind !== '(') {
      if (arity(name) === 2) throw wrongArity(name, 1, token);
      return [this.#deeper(() => this.#argument(token))];
    }
    const open = this.#take();
    const operands = this.#enclosed(open, () => {
      const read = [this.#expression(0)];
      while (this.#next.kind === ',') {
        this.#take();
        read.push(this.#expression(0));
      }
      return read;
    });
    if (operands.length !== arity(name)) throw wrongArity(name, operands.length, token);
    return operands;
  }

  /** What a function without parentheses takes: −2x², pi x, |x|. */
  #argument(name: Token): Expression {
    const { kind, text } = this.#next;
    if (kind === 'end' || kind === ')' || kind === ',' || (kind === '|' && this.#inBars))
      throw withoutOperand(name);
    if (kind === 'operator' && text !== '-') throw withoutOperand(name);
    if (kind === 'operator') {
      this.#take();
      return { kind: 'negate', operand: this.#deeper(() => this.#argument(name)) };
    }
    let product = this.#expression(signPower);
    while (this.#next.kind === 'name' && !functionSpellings.has(this.#next.text))
      product = binary('*', product, this.#expression(signPower));
    return product;
  }

  #bracketed(open: Token): Expression {
    return this.#enclosed(open, () => this.#expression(0));
  }

  #enclosed<T>(open: Token, read: () => T): T {
    const outer = this.#inBars;
    this.#inBars = false;
    const inside = read();
    const { kind, text } = this.#next;
    if (kind === 'end') throw unclosed(open);
    if (kind !== ')') throw strayComma(this.#next);
    if (text !== closing(open)) throw mismatched(open, this.#next);
    this.#take();
    this.#inBars = outer;
    return inside;
  }

  #bars(open: Token): Expression {
    const outer = this.#inBars;
    this.#inBars = true;
    const inside = this.#expression(0);
    if (this.#next.kind !== '|') throw unclosed(open);
    this.#take();
    this.#inBars = outer;
    return inside;
  }
}

const powers: Record<Operator, number> = {
  '+': sumPower,
  '-': sumPower,
  '*': productPower,
  '/': productPower,
  '^': raisePower,
};

function binary(operator: Operator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right };
}

function call(name: FunctionName, operands: Expression[]): Expression {
  return { kind: 'call', name, operands };
}
