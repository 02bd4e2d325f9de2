/** A formula taken apart into the calls that a program makes, each of them really made. */
import { type Tensor, enableGrad, noGrad, tensor } from '@calculus/autograd';
import { type Expression, children, evaluate, toPython, variablesOf } from '@calculus/expression';
import { at } from '../shared/at.ts';
import { cutOf } from './cut.ts';
import type { Mode } from './mode.ts';

/** One operation of the formula. */
export interface Part {
  expression: Expression;
  /** Its Python source, in names of the parts before it: "t1 + t2". */
  python: string;
  /** Its name in that source. */
  name: string;
  tensor: Tensor;
}

export interface Trace {
  /** In the order in which Python computes them; empty where the formula is a variable or a number. */
  parts: Part[];
  output: Tensor;
  /** The output's name in the source of a program. */
  outputName: string;
}

export type Leaves = Readonly<Record<'x' | 'y', Tensor>>;

export const leavesAt = (point: { x: number; y: number }): Leaves => ({
  x: tensor(point.x, { dtype: 'float64', requiresGrad: true }),
  y: tensor(point.y, { dtype: 'float64', requiresGrad: true }),
});

/** Computes the formula operation by operation; the result of the part numbered `cut` is detached. */
export function trace(expression: Expression, leaves: Leaves, cut: number | null = null): Trace {
  const values: Record<string, Tensor> = { ...leaves };
  const parts: Part[] = [];
  const named = (part: Expression): Expression => {
    if (part.kind === 'variable' || variablesOf(part).length === 0) return part;
    const call = withOperands(part, children(part).map(named));
    const computed = evaluate(call, values);
    const isCut = parts.length === cut;
    const name = `t${String(parts.length + 1)}`;
    const value = isCut ? computed.detach() : computed;
    const python = isCut ? `(${toPython(call)}).detach()` : toPython(call);
    values[name] = value;
    parts.push({ expression: part, python, name, tensor: value });
    return { kind: 'variable', name };
  };
  const output = named(expression);
  return {
    parts,
    output: evaluate(output, values),
    outputName: variablesOf(output).length === 0 ? constantLike(output) : toPython(output),
  };
}

/** The formula in this mode, on new leaves. */
export function traceIn(expression: Expression, leaves: Leaves, mode: Mode): Trace {
  if (mode === 'no_grad') return noGrad(() => trace(expression, leaves));
  return enableGrad(() => {
    if (mode !== 'detach') return trace(expression, leaves);
    return trace(expression, leaves, cutOf(trace(expression, leaves).parts));
  });
}

const constantLike = (constant: Expression): string => `torch.full_like(x, ${toPython(constant)})`;

/** The same operation on other operands. */
function withOperands(part: Expression, operands: Expression[]): Expression {
  if (part.kind === 'negate') return { ...part, operand: at(operands, 0) };
  if (part.kind === 'binary') return { ...part, left: at(operands, 0), right: at(operands, 1) };
  return part.kind === 'call' ? { ...part, operands } : part;
}
