import { Tensor } from '../../src/index.ts';
import { Evaluator } from './evaluate.ts';
import { applyBinary } from './operators.ts';
import { call, getAttribute, iterate, truth } from './protocol.ts';
import { parseProgram } from './statement-parser.ts';
import type { Expression, Statement } from './syntax.ts';
import { Context, PythonError, type Value } from './values.ts';

const IN_PLACE: Record<string, string> = {
  '+': 'add_',
  '-': 'sub_',
  '*': 'mul_',
  '/': 'div_',
  '**': 'pow_',
};

/** Runs Python programs on this package. */
export class Interpreter extends Evaluator {
  /** Runs a program; the value of its last statement if that is an expression. */
  execute(source: string): Value {
    return this.run(parseProgram(source));
  }

  private run(statements: readonly Statement[]): Value {
    let last: Value = null;
    for (const statement of statements) last = this.statement(statement);
    return last;
  }

  private statement(statement: Statement): Value {
    switch (statement.kind) {
      case 'expression':
        return this.value(statement.value);
      case 'assign': {
        const value = this.value(statement.value);
        for (const target of statement.targets) this.assign(target, value);
        return null;
      }
      case 'augment':
        this.augment(statement.target, statement.operator, this.value(statement.value));
        return null;
      case 'for':
        for (const item of iterate(this.value(statement.iterable))) {
          this.assign(statement.target, item);
          this.run(statement.body);
        }
        return null;
      case 'if':
        return this.run(truth(this.value(statement.test)) ? statement.body : statement.otherwise);
      case 'with':
        this.within(statement.contexts, statement.body);
        return null;
      case 'nothing':
        return null;
    }
  }

  private within([first, ...rest]: readonly Expression[], body: readonly Statement[]): void {
    if (first === undefined) {
      this.run(body);
      return;
    }
    const context = this.value(first);
    if (!(context instanceof Context)) throw new PythonError('AttributeError', '__enter__');
    context.run(() => {
      this.within(rest, body);
    });
  }

  private augment(target: Expression, operator: string, value: Value): void {
    const before = this.value(target);
    const method = IN_PLACE[operator];
    const inPlace = before instanceof Tensor && method !== undefined;
    this.assign(
      target,
      inPlace
        ? call(getAttribute(before, method), [value], new Map())
        : applyBinary(operator, before, value),
    );
  }
}
