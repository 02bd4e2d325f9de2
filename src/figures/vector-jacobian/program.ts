import { repr, tensor } from '@calculus/autograd';
import { programText, python } from '../shared/program.ts';
import { shapeText } from '../shared/text.ts';
import { vectorFunctionInPython } from '../shared/vector-function.ts';
import type { Params, Result } from './experiment.ts';

/** Both products in PyTorch, its errors, and the shape of a layer's Jacobian. */
export function program(_params: Params, result: Result): string {
  const { v, u, layerPasses } = result;
  const { forward: n, reverse: m } = layerPasses;
  const list = (values: readonly number[]) => `torch.tensor([${values.map(python).join(', ')}])`;
  return programText(
    [
      'import torch',
      'from torch.autograd.functional import jacobian, jvp',
      '',
      ...vectorFunctionInPython,
      '',
      `v = ${list(v)}`,
      `u = ${list(u)}`,
      'x = torch.tensor([1.0, 2.0], requires_grad=True)',
      'print("J =", jacobian(vector_function, x))',
      '',
      'vector_function(x).backward(v)',
      'print("vjp =", x.grad)',
      'print("jvp =", jvp(vector_function, x, u)[1])',
      '',
      'for gradient in (None, torch.ones(2), torch.ones(1, 3), torch.ones(3)):',
      '    x.grad = None',
      '    try:',
      '        vector_function(x).backward(gradient)',
      '        print("x.grad =", x.grad)',
      '    except RuntimeError as error:',
      '        print(error)',
      '',
      'torch.manual_seed(0)',
      `layer = torch.nn.Linear(${String(n)}, ${String(m)})`,
      `whole = jacobian(layer, torch.randn(1, ${String(n)}))`,
      'print("layer Jacobian:", whole.shape)',
      '_, outputs, _, inputs = whole.shape',
      'print(f"passes: {inputs} forward or {outputs} reverse")',
    ],
    output(result),
  );
}

function output({ jacobian, vjp, jvp, attempts, layer, layerPasses }: Result): string[] {
  const shown = (name: string, values: number[] | number[][]) =>
    `${name} = ${repr(tensor(values))}`.split('\n');
  return [
    ...shown('J', jacobian),
    ...shown('vjp', vjp),
    ...shown('jvp', jvp),
    ...attempts.slice(0, -1).flatMap(({ error, gradient }) => error ?? shown('x.grad', gradient)),
    `layer Jacobian: torch.Size(${shapeText(layer.shape)})`,
    `passes: ${String(layerPasses.forward)} forward or ${String(layerPasses.reverse)} reverse`,
  ];
}
