import { parseExpression } from './expression-parser.ts';
import { applyBinary, applyComparison, applyUnary } from './operators.ts';
import { call, getAttribute, getItem, iterate, setAttribute, setItem, truth } from './protocol.ts';
import { formatValue, show } from './show.ts';
import type { Clause, Expression } from './syntax.ts';
import { ELLIPSIS, PythonError, Slice, Tuple, type Value, representation, toJs } from './values.ts';

type Operation = Extract<
  Expression,
  { kind: 'unary' | 'binary' | 'compare' | 'logical' | 'conditional' }
>;

/** Evaluates expressions, whose names are looked up in `scope`. */
export class Evaluator {
  readonly scope: Map<string, Value>;

  constructor(scope: Iterable<readonly [string, Value]>) {
    this.scope = new Map(scope);
  }

  /** The value of one expression. */
  evaluate(source: string): Value {
    return this.value(parseExpression(source));
  }

  /** The expression, to be evaluated again and again. */
  compile(source: string): () => Value {
    const expression = parseExpression(source);
    return () => this.value(expression);
  }

  protected assign(target: Expression, value: Value): void {
    if (target.kind === 'name') this.scope.set(target.id, value);
    else if (target.kind === 'attribute')
      setAttribute(this.value(target.object), target.name, value);
    else if (target.kind === 'subscript') {
      setItem(this.value(target.object), this.value(target.index), value);
    } else if (target.kind === 'tuple' || target.kind === 'list') this.unpack(target.items, value);
    else throw new SyntaxError(`cannot assign to ${target.kind}`);
  }

  private unpack(targets: readonly Expression[], value: Value): void {
    const items = [...iterate(value)];
    const expected = targets.length;
    if (items.length > expected) {
      throw new PythonError('ValueError', `too many values to unpack (expected ${expected})`);
    }
    if (items.length < expected) {
      throw new PythonError(
        'ValueError',
        `not enough values to unpack (expected ${expected}, got ${items.length})`,
      );
    }
    targets.forEach((target, i) => {
      this.assign(target, items[i]);
    });
  }

  private name(id: string): Value {
    if (!this.scope.has(id)) throw new PythonError('NameError', `name '${id}' is not defined`);
    return this.scope.get(id);
  }

  protected value(expression: Expression): Value {
    const value = (inner: Expression) => this.value(inner);
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'name':
        return this.name(expression.id);
      case 'ellipsis':
        return ELLIPSIS;
      case 'tuple':
        return new Tuple(expression.items.map(value));
      case 'list':
        return expression.items.map(value);
      case 'dict':
        return new Map(expression.entries.map(([key, item]) => [value(key), value(item)]));
      case 'slice':
        return new Slice(expression.bounds.map((bound) => (bound === null ? null : value(bound))));
      case 'attribute':
        return getAttribute(value(expression.object), expression.name);
      case 'subscript':
        return getItem(value(expression.object), value(expression.index));
      case 'call': {
        const callee = value(expression.callee);
        const args = expression.args.map(value);
        return call(callee, args, new Map(expression.keywords.map(([k, v]) => [k, value(v)])));
      }
      case 'formatted':
        return this.formatted(expression);
      case 'lambda':
        return this.lambda(expression.parameters, expression.body);
      case 'comprehension':
        return this.comprehend(expression.element, expression.clauses);
      default:
        return this.operation(expression);
    }
  }

  private operation(expression: Operation): Value {
    switch (expression.kind) {
      case 'unary': {
        const operand = this.value(expression.operand);
        return expression.operator === 'not'
          ? !truth(operand)
          : applyUnary(expression.operator, operand);
      }
      case 'binary':
        return applyBinary(
          expression.operator,
          this.value(expression.left),
          this.value(expression.right),
        );
      case 'conditional':
        return this.value(
          truth(this.value(expression.test)) ? expression.then : expression.otherwise,
        );
      case 'logical': {
        const left = this.value(expression.left);
        return truth(left) === (expression.operator === 'or') ? left : this.value(expression.right);
      }
      case 'compare': {
        let left = this.value(expression.left);
        let result: Value = true;
        for (const [operator, side] of expression.rest) {
          const right = this.value(side);
          result = applyComparison(operator, left, right);
          if (expression.rest.length > 1 && !truth(result)) return result;
          left = right;
        }
        return result;
      }
    }
  }

  private formatted({ parts }: Extract<Expression, { kind: 'formatted' }>): string {
    const texts = parts.map((part) => {
      if (typeof part === 'string') return part;
      const value = this.value(part.value);
      if (part.conversion !== '' && typeof value !== 'string') return representation(value, show);
      return formatValue(value, part.specification);
    });
    return texts.join('');
  }

  /** A function of JavaScript, so that the package can call it back. */
  private lambda(parameters: readonly string[], body: Expression): Value {
    return (...args: Value[]) => {
      const inner = new Evaluator(this.scope);
      parameters.forEach((name, i) => inner.scope.set(name, args[i]));
      return toJs(inner.value(body));
    };
  }

  private comprehend(element: Expression, clauses: readonly Clause[]): Value[] {
    const inner = new Evaluator(this.scope);
    const results: Value[] = [];
    const visit = (depth: number): void => {
      const clause = clauses[depth];
      if (clause === undefined) {
        results.push(inner.value(element));
        return;
      }
      for (const item of iterate(inner.value(clause.iterable))) {
        inner.assign(clause.target, item);
        if (clause.conditions.every((condition) => truth(inner.value(condition)))) visit(depth + 1);
      }
    };
    visit(0);
    return results;
  }
}
