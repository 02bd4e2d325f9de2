/** The part of Python that the stored programs use: expressions and simple statements. */
export type Expression =
  | { kind: 'literal'; value: null | boolean | bigint | number | string }
  | { kind: 'name'; id: string }
  | { kind: 'formatted'; parts: FormattedPart[] }
  | { kind: 'tuple' | 'list'; items: Expression[] }
  | { kind: 'dict'; entries: [Expression, Expression][] }
  | { kind: 'unary'; operator: string; operand: Expression }
  | { kind: 'binary'; operator: string; left: Expression; right: Expression }
  | { kind: 'compare'; left: Expression; rest: [operator: string, right: Expression][] }
  | { kind: 'logical'; operator: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'conditional'; test: Expression; then: Expression; otherwise: Expression }
  | { kind: 'lambda'; parameters: string[]; body: Expression }
  | { kind: 'call'; callee: Expression; args: Expression[]; keywords: [string, Expression][] }
  | { kind: 'attribute'; object: Expression; name: string }
  | { kind: 'subscript'; object: Expression; index: Expression }
  | { kind: 'slice'; bounds: (Expression | null)[] }
  | { kind: 'ellipsis' }
  | { kind: 'comprehension'; element: Expression; clauses: Clause[] };

/** Text, or a replacement field of an f-string. */
export type FormattedPart =
  string | { value: Expression; conversion: string; specification: string };

/** `for target in iterable if condition …` */
export interface Clause {
  target: Expression;
  iterable: Expression;
  conditions: Expression[];
}

export type Statement =
  | { kind: 'expression'; value: Expression }
  | { kind: 'assign'; targets: Expression[]; value: Expression }
  | { kind: 'augment'; target: Expression; operator: string; value: Expression }
  | { kind: 'for'; target: Expression; iterable: Expression; body: Statement[] }
  | { kind: 'if'; test: Expression; body: Statement[]; otherwise: Statement[] }
  | { kind: 'with'; contexts: Expression[]; body: Statement[] }
  | { kind: 'nothing' };
