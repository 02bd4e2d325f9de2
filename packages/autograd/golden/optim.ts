import { type Tensor, enableGrad, setDefaultDtype, tensor } from '../src/index.ts';
import * as optim from '../src/optim/index.ts';
import type { Case } from './case.ts';
import { Mismatch, expectSame } from './compare.ts';
import { camelCase } from './python/arguments.ts';
import { call, getAttribute } from './python/protocol.ts';
import { torchInterpreter } from './python/index.ts';
import type { Value } from './python/values.ts';

type Options = Record<string, unknown>;

interface OptimCase extends Case {
  readonly kind: string;
  readonly optimizer: string;
  readonly formula: string;
  readonly kwargs: Options | null;
  readonly start: number[];
  readonly steps: number;
  readonly note?: string;
  readonly rel_tol?: number;
  readonly description?: string;
  readonly inputs?: Record<string, number[]>;
  readonly scheduler?: string;
  readonly class?: string;
  readonly base_lr?: number;
  readonly base_momentum?: number;
  readonly metric?: number[];
  readonly expected: Record<string, unknown>;
}

const TOLERANCE = 1e-12;

interface AnyOptimizer {
  readonly paramGroups: readonly { lr: number; momentum?: number }[];
  readonly closureCalls?: number;
  zeroGrad(): void;
  step(closure: () => Tensor): Tensor | undefined;
}

type Maker = new (params: unknown, options: Options) => AnyOptimizer;

function optimizerClass(name: string): Maker {
  const found = (optim as Options)[name];
  if (typeof found !== 'function') throw new Error(`unknown optimizer ${name}`);
  return found as Maker;
}

function camelOptions(kwargs: Options | null): Options {
  return Object.fromEntries(Object.entries(kwargs ?? {}).map(([k, v]) => [camelCase(k), v]));
}

function trajectory(stored: OptimCase): Options {
  const position = tensor(stored.start, { dtype: 'float64', requiresGrad: true });
  const maker = optimizerClass(stored.optimizer);
  const optimizer = new maker([position], camelOptions(stored.kwargs));
  const interpreter = torchInterpreter();
  const formula = interpreter.compile(stored.formula);
  let calls = 0;
  const closure = () => {
    calls++;
    optimizer.zeroGrad();
    interpreter.scope.set('x', position.at(0)).set('y', position.at(1));
    const loss = formula() as Tensor;
    loss.backward();
    return loss;
  };
  const path = [position.tolist()];
  const losses: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < stored.steps; i++) {
    calls = 0;
    losses.push((optimizer.step(closure) as Tensor).item());
    path.push(position.tolist());
    counts.push(calls);
  }
  return { path, loss: losses, closure_calls: counts };
}

/** PyTorch 1.13 counts a factor of NAdam's momentum twice; here that must not be copied. */
function isFault({ note = '' }: OptimCase): boolean {
  return /quirk/i.test(note);
}

/** NAdam by the formula of PyTorch 2, in plain numbers, to stand in for the faulty stored path. */
function referenceNAdam(stored: OptimCase): number[][] {
  const {
    lr = 2e-3,
    betas = [0.9, 0.999],
    eps = 1e-8,
    momentum_decay = 4e-3,
  } = stored.kwargs as {
    lr?: number;
    betas?: [number, number];
    eps?: number;
    momentum_decay?: number;
  };
  const interpreter = torchInterpreter();
  const formula = interpreter.compile(stored.formula);
  const gradient = (at: readonly number[]): number[] =>
    enableGrad(() => {
      const leaf = tensor(at, { dtype: 'float64', requiresGrad: true });
      interpreter.scope.set('x', leaf.at(0)).set('y', leaf.at(1));
      (formula() as Tensor).backward();
      return (leaf.grad as Tensor).toArray();
    });
  const momentum = (t: number) => betas[0] * (1 - 0.5 * 0.96 ** (t * momentum_decay));
  const first = stored.start.map(() => 0);
  const second = stored.start.map(() => 0);
  let product = 1;
  const path = [stored.start];
  for (let t = 1; t <= stored.steps; t++) {
    const at = path.at(-1) as number[];
    const slope = gradient(at);
    product *= momentum(t);
    path.push(
      at.map((x, i) => {
        const g = slope[i] as number;
        const m = (first[i] = betas[0] * (first[i] as number) + (1 - betas[0]) * g);
        const v = (second[i] = betas[1] * (second[i] as number) + (1 - betas[1]) * g * g);
        const size = Math.sqrt(v / (1 - betas[1] ** t)) + eps;
        const now = ((1 - momentum(t)) * g) / (1 - product);
        const next = (momentum(t + 1) * m) / (1 - product * momentum(t + 1));
        return x - (lr * (now + next)) / size;
      }),
    );
  }
  return path;
}

function checkTrajectory(stored: OptimCase): void {
  const tolerance = stored.rel_tol ?? TOLERANCE;
  const got = trajectory(stored);
  if (isFault(stored)) expectSame(got, { path: referenceNAdam(stored) }, tolerance);
  else expectSame(got, stored.expected, tolerance);
}

/** Groups as the case's description writes them: `SGD([{params:[a], lr:0.05}, …], lr=0.1)`. */
function checkGroups({ description = '', inputs = {}, expected }: OptimCase): void {
  const interpreter = torchInterpreter();
  const { scope } = interpreter;
  const names = Object.keys(inputs);
  for (const [name, data] of Object.entries(inputs)) {
    scope.set(name, tensor(data, { dtype: 'float64', requiresGrad: true }));
  }
  const [made = '', formula = ''] = description.split(';').map((part) => part.trim());
  const python = made.replace(/(\w+):/g, "'$1':");
  const optimizer = interpreter.evaluate(`torch.optim.${python}`) as AnyOptimizer;
  const loss = interpreter.compile(formula.replace(/^loss=/, ''));
  const steps = (expected['steps'] as unknown[]).map(() => {
    optimizer.zeroGrad();
    (loss() as Tensor).backward();
    optimizer.step(() => tensor(0));
    return Object.fromEntries(names.map((name) => [name, (scope.get(name) as Tensor).tolist()]));
  });
  expectSame({ ...expected, steps }, expected, TOLERANCE);
}

/** The scheduler as the case writes it, on an optimiser that `optimizer` names. */
function makeScheduler(stored: OptimCase, optimizer: AnyOptimizer): Value {
  const interpreter = torchInterpreter();
  const { scope } = interpreter;
  const module = getAttribute(getAttribute(scope.get('torch'), 'optim'), 'lr_scheduler');
  const text = stored.scheduler ?? '';
  scope.set('optimizer', optimizer);
  for (const [name] of text.matchAll(/[A-Z]\w+(?=\()/g))
    scope.set(name, getAttribute(module, name));
  // The text leaves out the optimiser, the first argument of all but a chain.
  return interpreter.evaluate(
    text.replace(/(?<!Chained)(LR|Restarts|Plateau)\(/g, '$1(optimizer, '),
  );
}

function checkSchedule(stored: OptimCase): void {
  const weight = tensor([1], { requiresGrad: true });
  const { base_lr: lr = 0.1, base_momentum: momentum = 0, metric = [], expected } = stored;
  const optimizer = new (optimizerClass('SGD'))([weight], { lr, momentum });
  const scheduler = makeScheduler(stored, optimizer);
  const [group] = optimizer.paramGroups;
  const rates: unknown[] = [];
  const momenta: unknown[] = [];
  for (let i = 0; i < stored.steps; i++) {
    rates.push(group?.lr);
    momenta.push(group?.momentum);
    const measured = metric[Math.min(i, metric.length - 1)];
    call(getAttribute(scheduler, 'step'), measured === undefined ? [] : [measured], new Map());
  }
  expectSame({ lr: rates, momentum: momenta }, expected, TOLERANCE);
}

/** One case of an optimiser file: a path, groups of parameters, or a schedule. */
export function checkOptim(given: Case): void {
  const stored = given as OptimCase;
  setDefaultDtype('float64');
  if (stored.kind === 'trajectory') checkTrajectory(stored);
  else if (stored.kind === 'param_groups') checkGroups(stored);
  else if (stored.kind === 'schedule') checkSchedule(stored);
  else throw new Mismatch(`unknown kind ${stored.kind}`);
}
