import { type Tensor, enableGrad } from '@calculus/autograd';
import { parse } from '@calculus/expression';
import { imports, pythonLeaf } from '../shared/formula.ts';
import { printed, programText } from '../shared/program.ts';
import type { Params } from './experiment.ts';
import { type Call, callsOf, modeOf } from './mode.ts';
import { type Trace, leavesAt, traceIn } from './trace.ts';

/**
 * The formula operation by operation in PyTorch, what each recorded, and the calls of the mode. It is
 * measured again, because PyTorch prints NaN.
 */
export function program(params: Params): string {
  const mode = modeOf(params.mode);
  const expression = parse(params.f, { variables: ['x', 'y'] });
  const leaves = leavesAt(params);
  const traced = traceIn(expression, leaves, mode);
  const computed = [
    ...traced.parts.map(({ name, python }) => `${name} = ${python}`),
    `f = ${traced.outputName}`,
  ];
  const calls = callsOf(mode);
  return programText(
    [
      ...imports(expression),
      '',
      pythonLeaf('x', params.x, 'float64'),
      pythonLeaf('y', params.y, 'float64'),
      ...(mode === 'no_grad'
        ? ['with torch.no_grad():', ...computed.map((line) => `    ${line}`)]
        : computed),
      '',
      ...helpers,
      '',
      `steps = {${traced.parts.map(({ name }) => `"${name}": ${name}`).join(', ')}}`,
      'for step in steps.values():',
      '    if step.requires_grad:',
      '        step.retain_grad()  # PyTorch keeps gradients of leaves only',
      'print(f"f = {f.item() + 0.0:.6g}")',
      ...calls.flatMap(({ text }, index) => [...attempt(text), ...(index === 0 ? listing : [])]),
    ],
    expectedOutput(traced, leaves, calls),
  );
}

const helpers: readonly string[] = [
  '',
  'def grad(leaf):',
  '    return "None" if leaf.grad is None else f"{leaf.grad.item() + 0.0:.6g}"',
  '',
];

const attempt = (call: string): string[] => [
  'try:',
  `    ${call}`,
  '    print("x.grad", grad(x), "y.grad", grad(y))',
  'except RuntimeError as error:',
  '    print(error)',
];

const listing: readonly string[] = [
  'for name, step in steps.items():',
  '    print(name, type(step.grad_fn).__name__, f"{step.item() + 0.0:.6g}", grad(step))',
];

/** The same calls, made by autograd. */
function expectedOutput(
  { parts, output }: Trace,
  { x, y }: Readonly<Record<'x' | 'y', Tensor>>,
  calls: readonly Call[],
): string[] {
  for (const { tensor } of parts) if (tensor.requiresGrad) tensor.retainGrad();
  const listed = (): string[] =>
    parts.map(
      ({ name, tensor }) =>
        `${name} ${tensor.gradFn?.name ?? 'NoneType'} ${number(tensor)} ${grad(tensor)}`,
    );
  return enableGrad(() => [
    `f = ${number(output)}`,
    ...calls.flatMap(({ retainGraph }, index) => {
      const answer = answerTo(() => {
        output.backward({ retainGraph });
        return `x.grad ${grad(x)} y.grad ${grad(y)}`;
      });
      return index === 0 ? [answer, ...listed()] : [answer];
    }),
  ]);
}

function answerTo(call: () => string): string {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message;
  }
}

const number = (tensor: Tensor): string => printed(tensor.item() + 0, '.6g');
const grad = ({ grad }: Tensor): string => (grad === null ? 'None' : number(grad));
