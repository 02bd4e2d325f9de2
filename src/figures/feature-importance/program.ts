import { at } from '../shared/at.ts';
import { printed, programText, python } from '../shared/program.ts';
import { type Params, type Result, inputsOf } from './experiment.ts';
import { parts } from './measures.ts';
import { type Case, drawn, saturating, training, truth } from './models.ts';

const list = (values: readonly number[]) => values.map(python).join(', ');

const common = [
  'model = torch.nn.Linear(5, 1)',
  'x = torch.randn(1, 5)',
  'target = torch.randn(1, 1)',
];

/** The function of a row of inputs whose gradient is taken. */
const explained: Record<Case, string[]> = {
  layer: [
    'def explained(x):  # the loss of every row',
    '    return ((model(x) - target) ** 2).squeeze(1)',
  ],
  saturated: [
    'def explained(x):  # the output of every row',
    `    unit = ${python(saturating.size)} * torch.tanh(${python(saturating.gain)} * x[:, 0])`,
    `    return unit + x[:, 1:] @ torch.tensor([${list(saturating.rest)}])`,
  ],
  copies: [
    'pm = (1.0, -1.0)',
    'rows = torch.tensor([[a, a, b, c, a * b * c] for a in pm for b in pm for c in pm])',
    `goal = rows @ torch.tensor([${list(truth)}])`,
    `optimizer = torch.optim.SGD(model.parameters(), lr=${python(training.rate)})`,
    `for step in range(${String(training.steps)}):`,
    '    optimizer.zero_grad()',
    '    torch.nn.functional.mse_loss(model(rows).squeeze(1), goal).backward()',
    '    optimizer.step()',
    '',
    'def explained(x):  # the output of every row',
    '    return model(x).squeeze(1)',
  ],
};

/** The same inputs and measures in PyTorch, with the tables as expected output. */
export function program(params: Params, result: Result): string {
  const { seed, case: chosen } = params;
  return programText(
    [
      'import torch',
      '',
      `torch.manual_seed(${String(seed)})`,
      ...common,
      ...moved(params),
      '',
      ...explained[chosen],
      '',
      'x.requires_grad_()',
      'value = explained(x)',
      'value.backward()',
      'gradient = x.grad[0]',
      'with torch.no_grad():  # row i has a 0 in place of input i',
      '    replaced = value - explained(x * (1 - torch.eye(5)))',
      `middles = ((torch.arange(${String(parts)}) + 0.5) / ${String(parts)}).unsqueeze(1)`,
      'way = (middles * x.detach()).requires_grad_()  # from 0 straight to x',
      'explained(way).sum().backward()',
      'integrated = way.grad.mean(0) * x[0].detach()',
      '',
      'print(f"value = {value.item():.5f}")',
      'for i in range(5):',
      '    row = [x[0, i], gradient[i], gradient[i].abs(), replaced[i], integrated[i]]',
      '    print(f"{i}", *(f"{number.item():9.5f}" for number in row), sep=" | ")',
      'print(f"most important feature: {gradient.abs().argmax().item()}")',
    ],
    output(params, result),
  );
}

/** Inputs that stand elsewhere than the seed drew them. */
function moved(params: Params): string[] {
  const { inputs } = drawn(params.seed);
  return inputsOf(params).flatMap((now, index) =>
    now === at(inputs, index) ? [] : [`x[0, ${String(index)}] = ${python(now)}`],
  );
}

function output(params: Params, result: Result): string[] {
  const { value, gradient, replaced, integrated, mostImportant } = result;
  const rows = inputsOf(params).map((x, i) => {
    const slope = at(gradient, i);
    const numbers = [x, slope, Math.abs(slope), at(replaced, i), at(integrated, i)];
    return [String(i), ...numbers.map((number) => printed(number, '9.5f'))].join(' | ');
  });
  // Where all are 0, argmax names the first.
  const most = mostImportant ?? 0;
  return [`value = ${printed(value, '.5f')}`, ...rows, `most important feature: ${String(most)}`];
}
