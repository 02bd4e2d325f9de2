/** Everything that the course's notebook computes: the cases of torch_*.json. */
import type { Case } from './case.ts';
import { expectSame } from './compare.ts';
import { add, formatNumber, noGrad, type Tensor, tensor } from '../src/index.ts';
import { repr } from '../src/format/repr.ts';
import { fixed, type Make, slope, type TorchCase } from './torch-case.ts';
import {
  descent2d,
  featureImportance,
  linearJacobian,
  quadraticFamily,
  quadraticLoss,
  vectorFunction,
} from './torch-many.ts';

type Kind = (inputs: never, make: Make) => object;

/** Scalar arithmetic is exact in float32; sums and products of matrices round in another order. */
const exact = ['quadratic', 'descent', 'composition', 'parameter_update'];

export function checkTorch(stored: Case): void {
  const { kind, dtype, inputs, expected } = stored as unknown as TorchCase;
  const rule = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!rule) throw new Error(`unknown kind ${kind}`);
  const make: Make = (data) => tensor(data, { dtype, requiresGrad: true });
  const tolerance = dtype === 'float64' ? 1e-12 : exact.includes(kind) ? 0 : 1e-6;
  expectSame(rule(inputs, make), expected, tolerance);
}

const list = (x: Tensor) => x.tolist();
const sizes = (x: Tensor) => `torch.Size([${x.shape.join(', ')}])`;

function quadratic({ x: at }: { x: number }, make: Make) {
  const x = make(at);
  const f = x.pow(2).add(x.mul(3)).add(1);
  f.backward();
  return { f: f.item(), dfdx: slope(x).item(), analytical: 2 * x.item() + 3 };
}

interface Descent {
  start: number;
  lr: number;
  target: number;
  steps: number;
}

function descent({ start, lr, target, steps }: Descent, make: Make) {
  const x = make(start);
  const rows: number[][] = [];
  let stop: number | null = null;
  for (let step = 0; step < steps; step++) {
    x.grad = null;
    const f = x.sub(target).pow(2);
    f.backward();
    const row = [step, x.item(), f.item(), slope(x).item()];
    noGrad(() => x.sub_(slope(x).mul(lr)));
    rows.push([...row, x.item()]);
    if (Math.abs(x.item() - target) < 0.001) stop ??= step;
  }
  const lines = rows.map(([step = 0, ...values]) =>
    [
      formatNumber(step, '4d', 'int'),
      ...values.map((value, i) => formatNumber(value, `${String([7, 10, 8, 7][i])}.3f`)),
    ].join(' | '),
  );
  return { rows, lines, stop_after_step: stop };
}

function composition({ x: at }: { x: number }, make: Make) {
  const x = make(at);
  const h = x.pow(2);
  const g = h.add(1);
  const f = g.pow(3);
  f.backward();
  const manual = 3 * (x.item() ** 2 + 1) ** 2 * 2 * x.item();
  return { h: h.item(), g: g.item(), f: f.item(), dfdx: slope(x).item(), manual };
}

function twoVariables({ x: a, y: b }: { x: number; y: number }, make: Make) {
  const [x, y] = [make(a), make(b)];
  const f = x
    .pow(2)
    .mul(y)
    .add(x.mul(y.pow(2)))
    .add(2);
  f.backward();
  const [dx, dy, u, v] = [slope(x).item(), slope(y).item(), x.item(), y.item()];
  const gradient = make([dx, dy]).detach();
  const norm = gradient.norm();
  const unit = gradient.div(norm);
  const down = gradient.neg().div(norm);
  return {
    ...{
      f: f.item(),
      dfdx: dx,
      dfdy: dy,
      analytical_dx: 2 * u * v + v ** 2,
      analytical_dy: u ** 2 + 2 * u * v,
    },
    ...{
      gradient: list(gradient),
      gradient_str: repr(gradient),
      norm: norm.item(),
      norm_fmt: fixed(norm.item(), 3),
    },
    ...{ unit: list(unit), unit_str: repr(unit) },
    ...{ descent_direction: list(down), descent_direction_str: repr(down) },
  };
}

interface ParameterUpdate {
  params: Record<string, number>;
  lr: number;
}

function parameterUpdate({ params, lr }: ParameterUpdate, make: Make) {
  const named = Object.entries(params).map(([name, value]) => [name, make(value)] as const);
  const loss = named.map(([, value]) => value.pow(2)).reduce((sum, square) => add(sum, square));
  loss.backward();
  const rows = named.map(([name, value]) => {
    const [current, gradient] = [value.item(), slope(value).item()];
    return { name, current, gradient, new: current - lr * gradient };
  });
  const lines = rows.map((row) =>
    [
      row.name.padEnd(9),
      formatNumber(row.current, '7.3f'),
      formatNumber(row.gradient, '8.3f'),
      formatNumber(row.new, '7.3f'),
    ].join(' | '),
  );
  return { loss: loss.item(), loss_fmt: fixed(loss.item(), 4), rows, lines };
}

interface Layer {
  X: number[][];
  W: number[][];
  b: number[];
}

function linearLayer(inputs: Layer, make: Make) {
  const run = (reduce: (y: Tensor) => Tensor) => {
    const [X, W, b] = [make(inputs.X), make(inputs.W), make(inputs.b)];
    const Y = X.matmul(W.t()).add(b);
    const loss = reduce(Y);
    loss.backward();
    return { X, W, b, Y, loss };
  };
  const told = ({ X, W, b, loss }: ReturnType<typeof run>) => ({
    ...{ loss: loss.item(), dW: list(slope(W)), db: list(slope(b)), dX: list(slope(X)) },
  });
  const sum = run((y) => y.sum());
  const [dW, db] = [slope(sum.W), slope(sum.b)];
  const printed = {
    ...{ dW00: fixed(dW.at(0).at(0).item(), 3), db0: fixed(db.at(0).item(), 3) },
    ...{ W_grad_shape: sizes(dW), b_grad_shape: sizes(db) },
  };
  return {
    ...{
      sum: told(sum),
      mean: told(run((y) => y.mean())),
      sumsq: told(run((y) => y.pow(2).sum())),
    },
    ...{ Y: list(sum.Y), printed },
  };
}

interface SimpleNet {
  params: Record<string, number[]>;
  x: number[][];
  target: number[][];
}

function simpleNet({ params, x: given, target }: SimpleNet, make: Make) {
  const leaves = Object.fromEntries(
    Object.entries(params).map(([name, data]) => [name, make(data)]),
  );
  const leaf = (name: string): Tensor => {
    const found = leaves[name];
    if (!found) throw new Error(`checkTorch: the net has no ${name}`);
    return found;
  };
  const x = make(given);
  const z1 = x.matmul(leaf('layer1.weight').t()).add(leaf('layer1.bias'));
  const h1 = z1.relu();
  const output = h1.matmul(leaf('layer2.weight').t()).add(leaf('layer2.bias'));
  const loss = output.sub(make(target).detach()).pow(2).mean();
  loss.backward();
  const head = (name: string) => repr(slope(leaf(name)).at(0).at([0, 2]));
  return {
    ...{ z1: list(z1), h1: list(h1), output: list(output), loss: loss.item(), dx: list(slope(x)) },
    grads: Object.fromEntries(Object.keys(params).map((name) => [name, list(slope(leaf(name)))])),
    printed: {
      ...{ output: fixed(output.item(), 3), loss: fixed(loss.item(), 3) },
      ...{
        layer1_weight_grad_0: head('layer1.weight'),
        layer2_weight_grad_0: head('layer2.weight'),
      },
    },
  };
}

const kinds: Record<string, Kind> = {
  quadratic,
  descent,
  composition,
  two_var: twoVariables,
  parameter_update: parameterUpdate,
  linear_layer: linearLayer,
  simple_net: simpleNet,
  descent_2d: descent2d,
  feature_importance: featureImportance,
  quadratic_loss: quadraticLoss,
  quadratic_family: quadraticFamily,
  vector_function: vectorFunction,
  linear_jacobian: linearJacobian,
};
