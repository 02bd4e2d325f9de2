import { parse } from '@calculus/expression';
import type { Position } from '../shared/contract.ts';
import { imports, pythonFunction } from '../shared/formula.ts';
import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';
import { type Name, beta, labels } from './optimizers.ts';
import type { Runner } from './runner.ts';

const make: Record<Exclude<Name, 'newton'>, string> = {
  sgd: 'torch.optim.SGD(xy, lr={rate})',
  momentum: `torch.optim.SGD(xy, lr={rate}, momentum=${String(beta)})`,
  nesterov: `torch.optim.SGD(xy, lr={rate}, momentum=${String(beta)}, nesterov=True)`,
  adagrad: 'torch.optim.Adagrad(xy, lr={rate})',
  rmsprop: 'torch.optim.RMSprop(xy, lr={rate})',
  adam: 'torch.optim.Adam(xy, lr={rate})',
  adamw: 'torch.optim.AdamW(xy, lr={rate})',
  lbfgs: 'torch.optim.LBFGS(xy, lr={rate}, max_iter=1, line_search_fn="strong_wolfe")',
};

const newton = [
  'class Newton:',
  '    def __init__(self, xy, lr):',
  '        self.xy, self.lr = xy, lr',
  '',
  '    def step(self, closure):',
  '        at = torch.stack([p.detach() for p in self.xy])',
  '        H = torch.autograd.functional.hessian(lambda p: f(p[0], p[1]) + 0 * p.sum(), at)',
  '        g = torch.stack([p.grad for p in self.xy])',
  '        d = torch.linalg.solve(H, g)',
  '        with torch.no_grad():',
  '            for p, change in zip(self.xy, d):',
  '                p -= self.lr * change',
  '',
];

/** The race in PyTorch: for each optimiser the steps it took, and where it stands then. */
export function program(params: Params, result: Result): string {
  const expression = parse(params.f, { variables: ['x', 'y'] });
  const { runners } = result;
  const start = [params.x, params.y].map(python).join(', ');
  return programText(
    [
      ...imports(expression),
      '',
      ...pythonFunction(expression, ['x', 'y']),
      '',
      ...(runners.some(({ name }) => name === 'newton') ? newton : []),
      'def race(name, make):',
      `    xy = [torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in (${start})]`,
      '    optimizer = make(xy)',
      '',
      '    def closure():',
      '        for p in xy:',
      '            p.grad = None',
      '        loss = f(*xy)',
      '        loss.backward()',
      '        return loss',
      '',
      '    def row():',
      '        loss = closure()',
      '        return [p.item() for p in xy + [loss] + [p.grad for p in xy]]',
      '',
      '    here, taken = row(), 0',
      '    if not torch.tensor(here).isfinite().all():',
      '        print(name, "has no start")',
      '        return',
      `    for step in range(${String(Math.round(params.steps))}):`,
      '        try:',
      '            optimizer.step(closure)',
      '        except RuntimeError:  # a singular Hessian',
      '            break',
      '        ahead = row()',
      '        if not torch.tensor(ahead, dtype=torch.float64).isfinite().all():',
      '            break',
      '        here, taken = ahead, step + 1',
      '    x, y, value = here[:3]',
      '    print(f"{name:8} after {taken:3d} steps: x = {x:.6g}, y = {y:.6g}, f = {value:.6g}")',
      '',
      ...runners.map(({ name, rate }) => `race("${labels[name]}", lambda xy: ${made(name, rate)})`),
      ...(runners.length === 0 ? ['print("no optimizer")'] : []),
    ],
    runners.length === 0 ? ['no optimizer'] : runners.map(line),
  );
}

const made = (name: Name, rate: number): string =>
  name === 'newton' ? `Newton(xy, lr=${python(rate)})` : make[name].replace('{rate}', python(rate));

function line({ name, places }: Runner): string {
  const label = labels[name];
  const last = places.at(-1);
  if (!last) return `${label} has no start`;
  return `${label.padEnd(8)} after ${String(places.length - 1).padStart(3)} steps: ${spot(last)}`;
}

const spot = ({ x, y, value }: Position & { value: number }): string =>
  `x = ${printed(x)}, y = ${printed(y)}, f = ${printed(value)}`;
