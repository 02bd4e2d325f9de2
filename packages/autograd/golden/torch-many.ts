/** The notebook's functions of several variables: descent in the plane, importance, Hessians, Jacobians. */
import { functional, grad, linalg, noGrad, stack, type Tensor } from '../src/index.ts';
import { repr } from '../src/format/repr.ts';
import { fixed, type Make, slope } from './torch-case.ts';

const component = (x: Tensor, index: number) => x.at(index);
const list = (x: Tensor) => x.tolist();

interface Descent2d {
  start: number[];
  lr: number;
  steps: number;
}

const bowl = (p: Tensor) => {
  const [x, y] = [component(p, 0), component(p, 1)];
  return x.pow(2).add(y.pow(2)).sub(x.mul(2)).sub(y.mul(4)).add(5);
};

export function descent2d({ start, lr, steps }: Descent2d, make: Make) {
  const position = make(start);
  const path = [list(position)];
  const rows: { step: number; pos: unknown; f: number; grad: unknown; grad_norm: number }[] = [];
  let stop: number | null = null;
  for (let step = 0; step < steps && stop === null; step++) {
    position.grad = null;
    const f = bowl(position);
    f.backward();
    const gradient = slope(position);
    const norm = gradient.norm().item();
    rows.push({ step, pos: list(position), f: f.item(), grad: list(gradient), grad_norm: norm });
    noGrad(() => position.sub_(gradient.mul(lr)));
    path.push(list(position));
    if (norm < 0.01) stop = step;
  }
  const pair = (values: unknown, digits: number) =>
    `(${(values as number[]).map((value) => fixed(value, digits)).join(', ')})`;
  const lines = rows.map(
    (row) =>
      `Step ${String(row.step)}: pos=${pair(row.pos, 2)}, f=${fixed(row.f, 3)}, grad=${pair(row.grad, 2)}`,
  );
  return {
    path,
    rows,
    lines,
    stop_after_step: stop,
    final_line: `Final position: ${pair(path.at(-1), 3)}`,
  };
}

interface Importance {
  weight: number[][];
  bias: number[];
  x: number[][];
  target: number[][];
}

export function featureImportance(inputs: Importance, make: Make) {
  const [weight, bias, x] = [make(inputs.weight), make(inputs.bias), make(inputs.x)];
  const output = x.matmul(weight.t()).add(bias);
  const loss = output.sub(make(inputs.target).detach()).pow(2).mean();
  loss.backward();
  const importance = slope(x).abs().squeeze();
  return {
    ...{
      output: list(output),
      loss: loss.item(),
      dweight: list(slope(weight)),
      dbias: list(slope(bias)),
    },
    ...{
      importance: list(importance),
      importance_str: repr(importance),
      argmax: importance.argmax().item(),
    },
  };
}

const quadratic = (x: Tensor, a: number, b: number, c: number) => {
  const [u, v] = [component(x, 0), component(x, 1)];
  return u.pow(2).mul(a).add(v.pow(2).mul(b)).add(u.mul(v).mul(c)).mul(0.5);
};

/** Row by row, as the notebook does it: a gradient that is differentiated again. */
function hessianByRows(gradient: Tensor, x: Tensor): Tensor {
  return stack(
    [0, 1].map((row) => grad([component(gradient, row)], [x], { retainGraph: true })[0] ?? x),
  );
}

export function quadraticLoss({ x: at }: { x: number[] }, make: Make) {
  const x = make(at);
  const f = (p: Tensor) => {
    const [u, v] = [component(p, 0), component(p, 1)];
    return u.pow(2).add(v.pow(2).mul(2)).add(u.mul(v)).mul(0.5);
  };
  const loss = f(x);
  const [gradient = x] = grad([loss], [x], { createGraph: true });
  const hessian = hessianByRows(gradient, x);
  const { real } = linalg.eigvals(hessian);
  const condition = real.max().div(real.min());
  return {
    ...{
      loss: loss.item(),
      loss_fmt: fixed(loss.item(), 3),
      gradient: list(gradient),
      gradient_str: repr(gradient),
    },
    ...{
      hessian: list(hessian),
      hessian_str: repr(hessian),
      eigvals_real: list(real.sort().values),
    },
    ...{ eigvalsh: list(linalg.eigvalsh(hessian)), condition_number: condition.item() },
    ...{
      condition_fmt: fixed(condition.item(), 2),
      well_conditioned_str: condition.item() < 100 ? 'True' : 'False',
    },
    functional_hessian: list(functional.hessian(f, make(at).detach())),
  };
}

interface Family {
  a: number;
  b: number;
  c: number;
  x: number[];
}

export function quadraticFamily({ a, b, c, x: at }: Family, make: Make) {
  const x = make(at);
  const loss = quadratic(x, a, b, c);
  const [gradient = x] = grad([loss], [x], { createGraph: true });
  const hessian = hessianByRows(gradient, x);
  const eigenvalues = linalg.eigvalsh(hessian);
  return {
    ...{
      loss: loss.item(),
      gradient: list(gradient),
      hessian: list(hessian),
      eigvalsh: list(eigenvalues),
    },
    ...{
      condition_number: eigenvalues.max().div(eigenvalues.min()).item(),
      det: linalg.det(hessian).item(),
    },
    trace: hessian.at(0).at(0).add(hessian.at(1).at(1)).item(),
  };
}

const vectorValued = (x: Tensor) => {
  const [u, v] = [component(x, 0), component(x, 1)];
  return stack([u.pow(2).add(v), u.mul(v), u.sin().add(v.cos())]);
};

export function vectorFunction(
  { x: at, v, u }: { x: number[]; v: number[]; u: number[] },
  make: Make,
) {
  const x = make(at);
  const y = vectorValued(x);
  const rows = [0, 1, 2].map((row) => {
    x.grad = null;
    component(y, row).backward({ retainGraph: true });
    return slope(x);
  });
  x.grad = null;
  y.backward({ gradient: make(v).detach() });
  const jacobian = stack(rows);
  return {
    ...{
      output: list(y),
      jacobian: list(jacobian),
      jacobian_str: repr(jacobian),
      vjp: list(slope(x)),
    },
    ...{ input_str: repr(make(at)), output_str: repr(y) },
    jvp: list(functional.jvp(vectorValued, make(at).detach(), make(u).detach())[1] as Tensor),
    functional_jacobian: list(functional.jacobian(vectorValued, make(at).detach())),
  };
}

interface LinearJacobian {
  weight: number[][];
  bias: number[];
  x: number[][];
}

export function linearJacobian({ weight, bias, x }: LinearJacobian, make: Make) {
  const [W, b] = [make(weight), make(bias)];
  const layer = (input: Tensor) => input.matmul(W.t()).add(b);
  const jacobian = functional.jacobian(layer, make(x).detach());
  const shape = [...jacobian.shape];
  return {
    y: list(layer(make(x))),
    jacobian: list(jacobian),
    shape,
    shape_str: `torch.Size([${shape.join(', ')}])`,
  };
}
