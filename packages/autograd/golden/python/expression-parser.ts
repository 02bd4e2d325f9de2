import { formattedParts } from './formatted-string.ts';
import type { Clause, Expression, FormattedPart } from './syntax.ts';
import { TokenStream } from './token-stream.ts';
import type { Token } from './tokenize.ts';

/** Binding strength of the binary operators, weakest first. */
const STRENGTH: Record<string, number> = {
  '|': 1, '^': 2, '&': 3, '+': 4, '-': 4, '*': 5, '/': 5, '//': 5, '%': 5, '@': 5,
}; // prettier-ignore
const UNARY_STRENGTH = 6;
const COMPARISONS = ['<', '>', '<=', '>=', '==', '!=', 'in', 'is', 'not'];
const CONSTANTS = new Map<string, null | boolean>([
  ['None', null],
  ['True', true],
  ['False', false],
]);

/** Parses expressions by recursive descent. */
export class ExpressionParser extends TokenStream {
  /** `a, b, c` as a tuple, or the one expression. */
  expressions(): Expression {
    const first = this.expression();
    if (!this.is(',')) return first;
    const items = [first];
    while (this.accept(',')) {
      if (this.token.kind === 'newline' || this.is('=', ')', ']')) break;
      items.push(this.expression());
    }
    return { kind: 'tuple', items };
  }

  expression(): Expression {
    if (this.accept('lambda')) return this.lambda();
    const then = this.or();
    if (!this.accept('if')) return then;
    const test = this.or();
    this.expect('else');
    return { kind: 'conditional', test, then, otherwise: this.expression() };
  }

  private lambda(): Expression {
    const parameters: string[] = [];
    while (!this.accept(':')) {
      parameters.push(this.take().text);
      this.accept(',');
    }
    return { kind: 'lambda', parameters, body: this.expression() };
  }

  private or(): Expression {
    let left = this.and();
    while (this.accept('or')) left = { kind: 'logical', operator: 'or', left, right: this.and() };
    return left;
  }

  private and(): Expression {
    let left = this.not();
    while (this.accept('and')) {
      left = { kind: 'logical', operator: 'and', left, right: this.not() };
    }
    return left;
  }

  private not(): Expression {
    if (this.accept('not')) return { kind: 'unary', operator: 'not', operand: this.not() };
    const left = this.binary(1);
    const rest: [string, Expression][] = [];
    while (this.is(...COMPARISONS)) {
      let operator = this.take().text;
      if (operator === 'is' && this.accept('not')) operator = 'is not';
      if (operator === 'not' && this.accept('in')) operator = 'not in';
      rest.push([operator, this.binary(1)]);
    }
    return rest.length > 0 ? { kind: 'compare', left, rest } : left;
  }

  private binary(least: number): Expression {
    let left = this.unary();
    for (;;) {
      const strength = this.token.kind === 'operator' ? STRENGTH[this.token.text] : undefined;
      if (strength === undefined || strength < least) return left;
      const operator = this.take().text;
      left = { kind: 'binary', operator, left, right: this.binary(strength + 1) };
    }
  }

  private unary(): Expression {
    if (this.is('-', '+', '~')) {
      const operator = this.take().text;
      const operand = this.binary(UNARY_STRENGTH);
      return { kind: 'unary', operator, operand };
    }
    const left = this.postfix();
    if (!this.accept('**')) return left;
    return { kind: 'binary', operator: '**', left, right: this.unary() };
  }

  private postfix(): Expression {
    let object = this.atom();
    for (;;) {
      if (this.accept('.')) object = { kind: 'attribute', object, name: this.take().text };
      else if (this.accept('(')) object = this.call(object);
      else if (this.accept('[')) object = { kind: 'subscript', object, index: this.index() };
      else return object;
    }
  }

  private call(callee: Expression): Expression {
    const args: Expression[] = [];
    const keywords: [string, Expression][] = [];
    while (!this.accept(')')) {
      const next = this.tokens[this.position + 1];
      if (this.token.kind === 'name' && next?.kind === 'operator' && next.text === '=') {
        const name = this.take().text;
        this.take();
        keywords.push([name, this.expression()]);
      } else {
        const element = this.expression();
        args.push(this.is('for') ? this.comprehension(element) : element);
      }
      if (!this.is(')')) this.expect(',');
    }
    return { kind: 'call', callee, args, keywords };
  }

  private index(): Expression {
    const items: Expression[] = [];
    let isTuple = false;
    while (!this.accept(']')) {
      items.push(this.slice());
      if (this.is(']')) continue;
      this.expect(',');
      isTuple = true;
    }
    return isTuple ? { kind: 'tuple', items } : (items[0] as Expression);
  }

  private slice(): Expression {
    const bounds: (Expression | null)[] = [];
    const bound = () => (this.is(':', ']', ',') ? null : this.expression());
    const first = bound();
    if (first !== null && !this.is(':')) return first;
    bounds.push(first);
    while (this.accept(':')) bounds.push(bound());
    return { kind: 'slice', bounds };
  }

  private atom(): Expression {
    const token = this.take();
    if (token.kind === 'int')
      return { kind: 'literal', value: BigInt(token.text.replaceAll('_', '')) };
    if (token.kind === 'float') return { kind: 'literal', value: Number(token.text) };
    if (token.kind === 'string' || token.kind === 'formatted') return this.strings(token);
    if (token.text === '...') return { kind: 'ellipsis' };
    if (token.kind === 'name') {
      const constant = CONSTANTS.get(token.text);
      if (constant !== undefined) return { kind: 'literal', value: constant };
      return { kind: 'name', id: token.text };
    }
    if (token.text === '(') return this.parenthesised();
    if (token.text === '[') return this.list();
    if (token.text === '{') return this.dict();
    throw new SyntaxError(`unexpected ${token.text || token.kind}`);
  }

  private parenthesised(): Expression {
    if (this.accept(')')) return { kind: 'tuple', items: [] };
    const inner = this.expressions();
    const result = this.is('for') ? this.comprehension(inner) : inner;
    this.expect(')');
    return result;
  }

  private list(): Expression {
    const items: Expression[] = [];
    while (!this.accept(']')) {
      items.push(this.expression());
      if (this.is('for')) {
        const found = this.comprehension(items[0] as Expression);
        this.expect(']');
        return found;
      }
      if (!this.is(']')) this.expect(',');
    }
    return { kind: 'list', items };
  }

  private dict(): Expression {
    const entries: [Expression, Expression][] = [];
    while (!this.accept('}')) {
      const key = this.expression();
      this.expect(':');
      entries.push([key, this.expression()]);
      if (!this.is('}')) this.expect(',');
    }
    return { kind: 'dict', entries };
  }

  /** Names on the left of `in`, which would otherwise read as a comparison. */
  protected targets(): Expression {
    const items = [this.postfix()];
    while (this.accept(',')) items.push(this.postfix());
    return items.length === 1 ? (items[0] as Expression) : { kind: 'tuple', items };
  }

  private comprehension(element: Expression): Expression {
    const clauses: Clause[] = [];
    while (this.accept('for')) {
      const target = this.targets();
      this.expect('in');
      const clause: Clause = { target, iterable: this.or(), conditions: [] };
      while (this.accept('if')) clause.conditions.push(this.or());
      clauses.push(clause);
    }
    return { kind: 'comprehension', element, clauses };
  }

  /** Strings side by side are one. */
  private strings(first: Token): Expression {
    const parts: FormattedPart[] = formattedParts(first, parseExpression);
    while (this.token.kind === 'string' || this.token.kind === 'formatted') {
      parts.push(...formattedParts(this.take(), parseExpression));
    }
    if (parts.every((part) => typeof part === 'string')) {
      return { kind: 'literal', value: parts.join('') };
    }
    return { kind: 'formatted', parts };
  }
}

/** Parses one expression, such as `torch.sum(x, dim=0)`. */
export function parseExpression(source: string): Expression {
  return new ExpressionParser(source.trim()).expressions();
}
