import { printed, programText, python } from '../shared/program.ts';
import { pythonFunction } from '../shared/formula.ts';
import { slopeAt } from '../shared/slope-at.ts';
import { type DifferenceErrors, bestOf, errorsOf, readParams } from './difference-errors.ts';
import type { Params, Result } from './experiment.ts';

/**
 * Forward and central differences and autograd in PyTorch, errors against the same exact derivative.
 * The errors are measured again, because PyTorch prints infinities and NaN where the result has null.
 */
export function program(params: Params, result: Result): string {
  const { expression, x, dtype } = readParams(params);
  const exact = result.reference ?? NaN;
  const rows = errorsOf(expression, x, dtype, exact);
  const autograd = slopeAt(expression, x, dtype).slope;
  const none = result.answer.kink !== null;
  return programText(
    [
      'import math',
      '',
      'import torch',
      '',
      ...pythonFunction(expression, ['x']),
      '',
      `x = torch.tensor(${python(params.x)}, dtype=torch.${dtype}, requires_grad=True)`,
      ...exactLines(result),
      '',
      'steps = [float(f"{digit}e-{power}") for power in range(16, 0, -1) for digit in (1, 2, 5)]',
      'errors = {}',
      'with torch.no_grad():',
      '    for h in steps + [1.0]:',
      '        forward = (f(x + h) - f(x)) / h',
      '        central = (f(x + h) - f(x - h)) / (2 * h)',
      '        errors[h] = (abs(forward.item() - exact), abs(central.item() - exact))',
      '',
      '# Where h is small, the error is rounding divided by h. Libraries may round',
      '# sin, exp and powers differently in the last bit: there it may differ too.',
      'print("     h | forward | central")',
      'for power in range(16, -1, -1):',
      '    h = float(f"1e-{power}")',
      '    print(f"{h:6.0e} | {errors[h][0]:7.1e} | {errors[h][1]:7.1e}")',
      'for column, name in enumerate(("forward", "central")):',
      '    finite = {h: pair[column] for h, pair in errors.items() if math.isfinite(pair[column])}',
      '    best = min(reversed(finite), key=finite.get, default=None)',
      '    if best is not None:',
      '        print(f"best h, {name} = {best:.0e}, error = {finite[best]:.1e}")',
      'f(x).backward()',
      none
        ? 'print(f"no derivative, PyTorch answers {x.grad.item():.6g}")'
        : 'print(f"autograd error = {abs(x.grad.item() - exact):.1e}")',
    ],
    [
      '     h | forward | central',
      ...rows.filter(({ h }) => isPowerOfTen(h)).map(rowText),
      ...bestText(rows, 'forward'),
      ...bestText(rows, 'central'),
      none
        ? `no derivative, PyTorch answers ${printed(autograd)}`
        : `autograd error = ${printed(Math.abs(autograd - exact), '.1e')}`,
    ],
  );
}

function exactLines({ exact, reference }: Result): string[] {
  if (reference === null) return ['exact = float("nan")  # it does not exist'];
  return [
    exact === null
      ? '# There is no derivative here: distances are from what PyTorch answers.'
      : '# The derivative from 31-digit arithmetic, rounded once.',
    `exact = ${python(reference)}`,
  ];
}

function rowText({ h, forward, central }: DifferenceErrors): string {
  return [
    printed(h, '6.0e'),
    printed(forward ?? NaN, '7.1e'),
    printed(central ?? NaN, '7.1e'),
  ].join(' | ');
}

function bestText(rows: readonly DifferenceErrors[], method: 'forward' | 'central'): string[] {
  const best = bestOf(rows, method);
  if (best === null) return [];
  return [`best h, ${method} = ${printed(best.h, '.0e')}, error = ${printed(best.error, '.1e')}`];
}

function isPowerOfTen(h: number): boolean {
  return h.toExponential().startsWith('1e');
}
