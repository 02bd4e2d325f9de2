import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result, Update } from './experiment.ts';

/** The notebook's update with these settings, printing the same table and both losses. */
export function program(params: Params, { updates, lossBefore, lossAfter }: Result): string {
  const heading = 'Parameter |       Current |      Gradient |     New value';
  return programText(
    [
      'import torch',
      '',
      'parameters = {',
      `    "weight_1": torch.tensor(${python(params.w1)}, requires_grad=True),`,
      `    "weight_2": torch.tensor(${python(params.w2)}, requires_grad=True),`,
      `    "bias": torch.tensor(${python(params.b)}, requires_grad=True),`,
      '}',
      `learning_rate = ${python(params.rate)}`,
      '',
      'loss = sum(parameter**2 for parameter in parameters.values())',
      'loss.backward()',
      'print(f"loss before = {loss.item():.7g}")',
      `print("${heading}")`,
      'after = 0',
      'for name, parameter in parameters.items():',
      '    current, gradient = parameter.item(), parameter.grad.item()',
      '    new = current - learning_rate * gradient',
      '    print(f"{name:9} | {current:13.7g} | {gradient:13.7g} | {new:13.7g}")',
      '    after = after + torch.tensor(new) ** 2',
      'print(f"loss after = {after.item():.7g}")',
    ],
    [
      `loss before = ${printed(lossBefore, '.7g')}`,
      heading,
      ...updates.map(row),
      `loss after = ${printed(lossAfter, '.7g')}`,
    ],
  );
}

const row = ({ name, current, gradient, next }: Update): string =>
  [name.padEnd(9), ...[current, gradient, next].map((value) => printed(value, '13.7g'))].join(
    ' | ',
  );
