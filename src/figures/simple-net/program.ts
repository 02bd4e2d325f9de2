import { printed, programText } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';
import type { Quantity } from './values.ts';

/** The notebook's network with this seed, with every value and gradient of the figure. */
export function program({ seed }: Params, { net }: Result): string {
  const { x, z, a, w, b, v, c, output, loss } = net;
  const lines = (name: string, all: Quantity[]) =>
    all.map(({ value, gradient }) => `${name.padEnd(13)} ${n(value)} ${n(gradient)}`);
  return programText(source(seed), [
    `output = ${printed(output.value, '.4g')}, loss = ${printed(loss, '.4g')}`,
    ...lines('x', x),
    ...lines('z', z),
    ...lines('a', a),
    ...lines('layer1.weight', w.flat()),
    ...lines('layer1.bias', b),
    ...lines('layer2.weight', v),
    ...lines('layer2.bias', [c]),
  ]);
}

const n = (value: number) => printed(value, '11.4g');

const source = (seed: number): string[] => [
  'import torch',
  '',
  `torch.manual_seed(${String(Math.round(seed))})`,
  'layer1 = torch.nn.Linear(2, 3)',
  'layer2 = torch.nn.Linear(3, 1)',
  'x = torch.randn(1, 2, requires_grad=True)',
  'target = torch.randn(1, 1)',
  '',
  'z = layer1(x)',
  'a = torch.relu(z)',
  'output = layer2(a)',
  'loss = torch.nn.functional.mse_loss(output, target)',
  'z.retain_grad()',
  'a.retain_grad()',
  'loss.backward()',
  '',
  'print(f"output = {output.item():.4g}, loss = {loss.item():.4g}")',
  'named = {"x": x, "z": z, "a": a}',
  'named["layer1.weight"], named["layer1.bias"] = layer1.weight, layer1.bias',
  'named["layer2.weight"], named["layer2.bias"] = layer2.weight, layer2.bias',
  'for name, one in named.items():',
  '    for value, gradient in zip(one.flatten().tolist(), one.grad.flatten().tolist()):',
  '        print(f"{name:13} {value + 0.0:11.4g} {gradient + 0.0:11.4g}")',
];
