import { ExpressionParser } from './expression-parser.ts';
import type { Expression, Statement } from './syntax.ts';

const AUGMENTED = ['+=', '-=', '*=', '/=', '//=', '**=', '%=', '@='];

/** Parses a program of simple statements, `for`, `if` and `with`. */
class StatementParser extends ExpressionParser {
  program(): Statement[] {
    const statements: Statement[] = [];
    while (!this.atEnd()) statements.push(...this.line());
    return statements;
  }

  private atEnd(): boolean {
    return this.token.kind === 'end';
  }

  private line(): Statement[] {
    if (this.is('for', 'if', 'with')) return [this.compound()];
    const statements = [this.simple()];
    while (this.accept(';')) statements.push(this.simple());
    if (this.token.kind !== 'newline') throw new SyntaxError(`unexpected ${this.token.text}`);
    this.take();
    return statements;
  }

  private simple(): Statement {
    if (this.accept('pass')) return { kind: 'nothing' };
    if (this.is('import', 'from')) {
      while (this.token.kind !== 'newline') this.take();
      return { kind: 'nothing' };
    }
    const first = this.expressions();
    if (this.is(...AUGMENTED)) {
      const operator = this.take().text.slice(0, -1);
      return { kind: 'augment', target: first, operator, value: this.expressions() };
    }
    const chain: Expression[] = [first];
    while (this.accept('=')) chain.push(this.expressions());
    const value = chain.pop() as Expression;
    return chain.length > 0
      ? { kind: 'assign', targets: chain, value }
      : { kind: 'expression', value };
  }

  private compound(): Statement {
    const indent = this.token.indent ?? 0;
    const keyword = this.take().text;
    if (keyword === 'with') {
      const contexts = [this.expression()];
      while (this.accept(',')) contexts.push(this.expression());
      return { kind: 'with', contexts, body: this.block(indent) };
    }
    if (keyword === 'for') {
      const target = this.targets();
      this.expect('in');
      const iterable = this.expressions();
      return { kind: 'for', target, iterable, body: this.block(indent) };
    }
    const test = this.expression();
    const body = this.block(indent);
    const otherwise = this.is('else') && this.accept('else') ? this.block(indent) : [];
    return { kind: 'if', test, body, otherwise };
  }

  private block(outer: number): Statement[] {
    this.expect(':');
    if (this.token.kind !== 'newline') return this.line();
    this.take();
    const statements: Statement[] = [];
    while (!this.atEnd() && (this.token.indent ?? 0) > outer) {
      statements.push(...this.line());
    }
    return statements;
  }
}

/** Parses a whole program. */
export function parseProgram(source: string): Statement[] {
  return new StatementParser(source).program();
}
