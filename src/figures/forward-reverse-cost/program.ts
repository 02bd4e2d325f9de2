import { programText } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';
import { width } from './network.ts';

/**
 * The same passes in Python, counted operation by operation, their gradient compared with PyTorch's,
 * and what PyTorch itself saves for its backward pass.
 */
export function program(_params: Params, result: Result): string {
  const { n, m, depth } = result;
  return programText(source(n, m, depth), [
    `evaluation ${String(result.evaluation)}`,
    `forward pass ${String(result.tangent)}, reverse pass ${String(result.adjoint)}`,
    `forward operations ${String(result.forward)}`,
    `reverse operations ${String(result.reverse)}`,
    'the same gradient: True',
    `numbers saved: ${String(result.memory.all)}`,
  ]);
}

const source = (n: number, m: number, depth: number): string[] => [
  'from functools import reduce',
  'import math',
  '',
  'import torch',
  '',
  `n, m, depth, width = ${String(n)}, ${String(m)}, ${String(depth)}, ${String(width)}`,
  'sizes = [n] + [width] * (depth - 1) + [m]',
  'torch.manual_seed(0)',
  'pool = torch.randn(16000, dtype=torch.float64)',
  'weights = [pool[:a * b].reshape(b, a) / math.sqrt(a) for a, b in zip(sizes, sizes[1:])]',
  ...counting,
  ...passes,
  ...comparison,
];

const counting: readonly string[] = [
  '',
  'operations = 0',
  '',
  '',
  'def once(result):  # every multiplication, addition, subtraction and tanh',
  '    global operations',
  '    operations += 1',
  '    return result',
  '',
  '',
  'def product(rows, vector):',
  '    terms = [[once(a * b) for a, b in zip(row, vector)] for row in rows]',
  '    return [reduce(lambda a, b: once(a + b), row) for row in terms]',
  '',
  '',
  'def through_tanh(rates, values):',
  '    return [once(r * once(1 - once(h * h))) for r, h in zip(rates, values)]',
  '',
  '',
  'def count(run):',
  '    global operations',
  '    operations = 0',
  '    result = run()',
  '    return result, operations',
];

const passes: readonly string[] = [
  '',
  '',
  'def evaluate(x):',
  '    values = [x]',
  '    for layer, weight in enumerate(weights):',
  '        z = product(weight.tolist(), values[-1])',
  '        last = layer == depth - 1',
  '        values.append(z if last else [once(math.tanh(one)) for one in z])',
  '    return values',
  '',
  '',
  'def forward_pass(values, u):',
  '    for layer, weight in enumerate(weights):',
  '        u = u if layer == 0 else through_tanh(u, values[layer])',
  '        u = product(weight.tolist(), u)',
  '    return u',
  '',
  '',
  'def reverse_pass(values, v):',
  '    for layer in reversed(range(depth)):',
  '        v = product(weights[layer].T.tolist(), v)',
  '        v = v if layer == 0 else through_tanh(v, values[layer])',
  '    return v',
  '',
  '',
  'values, evaluation = count(lambda: evaluate([0.1] * n))',
  '_, tangent = count(lambda: forward_pass(values, [1.0] + [0.0] * (n - 1)))',
  'row, adjoint = count(lambda: reverse_pass(values, [1.0] + [0.0] * (m - 1)))',
  'print("evaluation", evaluation)',
  'print(f"forward pass {tangent}, reverse pass {adjoint}")',
  'print("forward operations", evaluation + n * tangent)',
  'print("reverse operations", evaluation + m * adjoint)',
];

const comparison: readonly string[] = [
  '',
  'saved = {}',
  '',
  '',
  'def pack(tensor):  # called with everything that autograd saves',
  '    if tensor.dim() == 1:  # the values, not the weights',
  '        saved[tensor.data_ptr()] = tensor.numel()',
  '    return tensor',
  '',
  '',
  'x = torch.full((n,), 0.1, dtype=torch.float64, requires_grad=True)',
  'parameters = [weight.requires_grad_() for weight in weights]',
  'with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):',
  '    h = x',
  '    for layer, weight in enumerate(parameters):',
  '        h = weight @ h if layer == depth - 1 else torch.tanh(weight @ h)',
  '(gradient,) = torch.autograd.grad(h[0], x)',
  'same = torch.allclose(gradient, torch.tensor(row, dtype=torch.float64))',
  'print("the same gradient:", same)',
  'print("numbers saved:", sum(saved.values()))',
];
