import { datasetProgram } from '../shared/datasets.ts';
import { at } from '../shared/at.ts';
import { printed, programText, python } from '../shared/program.ts';
import { testSeed } from './data.ts';
import { readEdits } from './edits.ts';
import type { Params, Result } from './experiment.ts';
import { largeStd, sizesOf } from './network.ts';
import { optimizers, schedules } from './optimizers.ts';
import { readPoints } from './own-points.ts';
import { testCount, trainCount } from './params.ts';

/** The same run in PyTorch, printing its losses, accuracy and the last gradients. */
export function program(params: Params, result: Result): string {
  const every = printEvery(params.step);
  return programText(
    [
      'import torch',
      'from torch import nn',
      '',
      'torch.set_default_dtype(torch.float64)',
      ...dataLines(params),
      '',
      ...networkLines(params),
      '',
      ...trainingLines(params, every),
    ],
    output(params, result, every),
  );
}

const printEvery = (steps: number): number => Math.max(1, Math.ceil(Math.round(steps) / 10));

function dataLines(params: Params): string[] {
  const { data, noise, points } = params;
  const seed = Math.round(params.seed);
  const features = {
    xy: 'points',
    xyp: 'torch.stack([points[:, 0], points[:, 1], points[:, 0] * points[:, 1]], 1)',
    squares: 'torch.cat([points, points ** 2], 1)',
  }[params.features];
  const give = ['def features(points):', `    return ${String(features)}`, ''];
  if (data === 'own') return [...give, ...ownLines(points)];
  const draw = (count: number, from: number) =>
    datasetProgram(data, { count, noise, seed: from }).concat('');
  return [
    ...give,
    ...draw(trainCount, seed),
    'x_train, y_train = features(X), labels[:, None]',
    ...draw(testCount, seed + testSeed),
    'x_test, y_test = features(X), labels[:, None]',
  ];
}

function ownLines(text: string): string[] {
  const points = readPoints(text).entries ?? [];
  return [
    'X = torch.tensor([',
    ...points.map(({ x, y }) => `    [${python(x)}, ${python(y)}],`),
    '])',
    `labels = torch.tensor([${points.map(({ label }) => python(label)).join(', ')}])`,
    'x_train, y_train = features(X), labels[:, None]',
    'x_test, y_test = None, None',
  ];
}

const modules: Readonly<Record<string, string>> = {
  tanh: 'nn.Tanh()',
  relu: 'nn.ReLU()',
  leaky: 'nn.LeakyReLU()',
  sigmoid: 'nn.Sigmoid()',
  identity: 'nn.Identity()',
};

const initialisers: Readonly<Record<string, string>> = {
  xavier: 'nn.init.xavier_uniform_(layer.weight)',
  kaiming: 'nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")',
  large: `nn.init.normal_(layer.weight, 0.0, ${python(largeStd)})`,
  zeros: 'nn.init.zeros_(layer.weight)',
};

function networkLines(params: Params): string[] {
  const sizes = sizesOf(params);
  const layers = sizes
    .slice(1)
    .map((outputs, index) => `nn.Linear(${String(at(sizes, index))}, ${String(outputs)})`);
  const between = `, ${String(modules[params.activation])},\n    `;
  const initialise = initialisers[params.init];
  return [
    `torch.manual_seed(${String(Math.round(params.seed))})`,
    ...`net = nn.Sequential(\n    ${layers.join(between)},\n)`.split('\n'),
    'layers = [module for module in net if isinstance(module, nn.Linear)]',
    ...(initialise === undefined
      ? []
      : [
          'for layer in layers:',
          `    ${initialise}`,
          ...'    nn.init.zeros_(layer.bias)'.split('\n'),
        ]),
    `loss_of = ${params.loss === 'squared' ? 'nn.MSELoss()' : 'nn.BCEWithLogitsLoss()'}`,
    ...optimizerLines(params),
  ];
}

function optimizerLines({ optimizer, rate, l2, schedule }: Params): string[] {
  const choice = optimizers[optimizer]?.python;
  const options = [`lr=${python(rate)}`, choice?.more, `weight_decay=${python(Number(l2))}`];
  const scheduled = schedules[schedule]?.python;
  return [
    `optimizer = torch.optim.${String(choice?.name)}(`,
    `    net.parameters(), ${options.filter((one) => one !== undefined).join(', ')})`,
    ...(scheduled
      ? [
          `schedule = torch.optim.lr_scheduler.${scheduled.name}(`,
          `    optimizer, ${scheduled.more})`,
        ]
      : []),
  ];
}

function editLines(params: Params): string[] {
  const sizes = sizesOf(params);
  const edits = (readEdits(params.edits).entries ?? []).filter(
    ({ layer, unit, from, step }) =>
      layer >= 1 &&
      layer < sizes.length &&
      unit >= 1 &&
      unit <= at(sizes, layer) &&
      from <= at(sizes, layer - 1) &&
      step <= params.step,
  );
  if (edits.length === 0) return [];
  return [
    '    with torch.no_grad():  # weights changed by hand',
    ...edits.flatMap(({ step, layer, unit, from, value }) => {
      const place =
        from === 0
          ? `bias[${String(unit - 1)}]`
          : `weight[${String(unit - 1)}, ${String(from - 1)}]`;
      return [
        `        if step == ${String(step)}:`,
        `            layers[${String(layer - 1)}].${place} = ${python(value)}`,
      ];
    }),
  ];
}

function trainingLines(params: Params, every: number): string[] {
  const limit = params.loss === 'squared' ? '0.5' : '0';
  return [
    'def batches():',
    `    shuffle = torch.Generator().manual_seed(${String(Math.round(params.seed))})`,
    '    while True:',
    '        order = torch.randperm(len(x_train), generator=shuffle)',
    `        yield from order.split(${String(Math.max(1, Math.round(params.batch)))})`,
    '',
    'def losses():',
    '    with torch.no_grad():',
    '        return [loss_of(net(x), y).item() for x, y in',
    '                [(x_train, y_train), (x_test, y_test)] if x is not None]',
    '',
    'def finite(tensors):',
    '    return all(tensor.isfinite().all() for tensor in tensors)',
    '',
    'batch = batches()',
    `steps = ${String(Math.round(params.step))}`,
    'for step in range(steps + 1):',
    ...editLines(params),
    '    now = losses()',
    '    if not finite([torch.tensor(now), *net.parameters()]):',
    '        print(f"step {step}: not finite")',
    '        break',
    `    if step % ${String(every)} == 0 or step == steps:`,
    '        print(f"step {step}: loss", *[f"{loss:.4g}" for loss in now])',
    '    if step == steps:',
    '        right = [((net(x) > ' + limit + ') == (y > 0.5)).double().mean().item() for x, y in',
    '                 [(x_train, y_train), (x_test, y_test)] if x is not None]',
    '        print("accuracy", *[f"{share:.4g}" for share in right])',
    '        break',
    '    rows = next(batch)',
    '    optimizer.zero_grad()',
    '    loss = loss_of(net(x_train[rows]), y_train[rows])',
    '    loss.backward()',
    '    if not finite([loss] + [p.grad for p in net.parameters()]):',
    '        print(f"step {step + 1}: not finite")',
    '        break',
    '    if step + 1 == steps:',
    '        norms = [torch.cat([p.grad.flatten() for p in layer.parameters()]).norm()',
    '                 for layer in layers]',
    '        print("gradient norms", *[f"{norm.item():.4g}" for norm in norms])',
    '    optimizer.step()',
    ...(schedules[params.schedule] ? ['    schedule.step()'] : []),
  ];
}

function output({ step }: Params, result: Result, every: number): string[] {
  const wanted = Math.round(step);
  const numbers = (values: readonly (number | null)[]) =>
    values.flatMap((value) => (value === null ? [] : [printed(value, '.4g')])).join(' ');
  const lines = result.losses.flatMap(({ train, test }, index) =>
    index % every === 0 || index === wanted
      ? [`step ${String(index)}: loss ${numbers([train, test])}`]
      : [],
  );
  if (result.stopped) return [...lines, `step ${String(result.stopped.step)}: not finite`];
  const { train, test } = result.accuracy;
  const accuracy = `accuracy ${numbers([train, test])}`;
  if (wanted === 0) return [...lines, accuracy];
  const norms = `gradient norms ${at(result.norms, -1)
    .map((norm) => printed(norm ?? Infinity, '.4g'))
    .join(' ')}`;
  return [...lines.slice(0, -1), norms, at(lines, -1), accuracy];
}
