import { type Tensor, functional, linalg, noGrad } from '../src/index.ts';
import { forward, lossNamed, unflatten } from './network.ts';
import { torchInterpreter } from './python/index.ts';
import { nested } from './tensors.ts';

interface Network {
  sizes: number[];
  activation: string;
  loss: string;
  X: number[][];
  Y: number[][];
  theta: number[];
}

function networkOf({ sizes, activation, loss, X, Y }: Network) {
  const [x, y] = [nested(X), nested(Y)];
  const output = (theta: Tensor) => forward(x, unflatten(theta, sizes), activation);
  return { output, loss: (theta: Tensor) => lossNamed(loss)(output(theta), y) };
}

/** The Hessian of a loss in all weights at once, and the Jacobian of the outputs. */
export function mlpHessian(inputs: Network & { v: number[]; u: number[] }): object {
  const { output, loss } = networkOf(inputs);
  const flat = (theta: Tensor) => output(theta).reshape(-1);
  const theta = nested(inputs.theta, 'float64', true);
  const [v, u] = [nested(inputs.v), nested(inputs.u)];
  const value = loss(theta);
  value.backward();
  const at = theta.detach();
  const hessian = functional.hessian(loss, at);
  const product = functional.hvp(loss, at, v)[1];
  return {
    loss: value.item(),
    gradient: theta.grad?.tolist(),
    hessian: hessian.tolist(),
    eigenvalues: linalg.eigvalsh(hessian).tolist(),
    hvp: product.tolist(),
    vhp: functional.vhp(loss, at, v)[1].tolist(),
    output: flat(at).tolist(),
    output_jacobian: functional.jacobian(flat, at).tolist(),
    vjp_u: functional.vjp(flat, at, u)[1].tolist(),
    jvp_v: (functional.jvp(flat, at, v)[1] as Tensor).tolist(),
    quadratic_form_vHv: v.dot(product).item(),
    trace: hessian.trace().item(),
  };
}

/** The loss on a plane through the weights. */
export function landscape(
  inputs: Network & { d1: number[]; d2: number[]; axis: number[] },
): object {
  const { loss } = networkOf(inputs);
  const [theta, d1, d2] = [nested(inputs.theta), nested(inputs.d1), nested(inputs.d2)];
  const at = (a: number, b: number) => loss(theta.add(d1.mul(a)).add(d2.mul(b))).item();
  return { Z: noGrad(() => inputs.axis.map((b) => inputs.axis.map((a) => at(a, b)))) };
}

/** Values and gradients of a function of two variables, on a grid and in one pass. */
export function functionLandscape(inputs: { formula: string; x: number[]; y: number[] }): object {
  const [columns, rows] = [inputs.x.length, inputs.y.length];
  const shape = [rows, columns];
  const x = nested(inputs.x).expand(shape).clone().requiresGrad_();
  const y = nested(inputs.y).unsqueeze(1).expand(shape).clone().requiresGrad_();
  const interpreter = torchInterpreter();
  interpreter.scope.set('x', x).set('y', y);
  const Z = interpreter.evaluate(inputs.formula) as Tensor;
  Z.sum().backward();
  const gradient = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => [x, y].map(({ grad }) => grad?.at(i, j).item())),
  );
  return { Z: Z.tolist(), gradient };
}
