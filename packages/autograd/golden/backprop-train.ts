import { type Tensor, mseLoss, noGrad } from '../src/index.ts';
import * as nn from '../src/nn/index.ts';
import * as optim from '../src/optim/index.ts';
import { manualSeed } from '../src/random/index.ts';
import { forward, lossNamed } from './network.ts';
import { camelCase } from './python/arguments.ts';
import { gradientOf, nested } from './tensors.ts';

interface TrainInputs {
  X: number[][];
  Y: number[][];
  activation: string;
  loss: string;
  optimizer: string;
  kwargs: Record<string, unknown>;
  steps: number;
  init: Record<string, unknown>;
}

interface Stepper {
  zeroGrad(): void;
  step(): unknown;
}

function makeOptimizer(name: string, params: Tensor[], kwargs: Record<string, unknown>): Stepper {
  const found = (optim as Record<string, unknown>)[name];
  if (typeof found !== 'function') throw new Error(`unknown optimizer ${name}`);
  const options = Object.fromEntries(Object.entries(kwargs).map(([k, v]) => [camelCase(k), v]));
  return new (found as new (params: Tensor[], options: object) => Stepper)(params, options);
}

/** The norm of all gradients as one vector. */
function gradientNorm(params: readonly Tensor[]): number {
  return Math.hypot(...params.flatMap((param) => (param.grad as Tensor).toArray()));
}

/** The part of the answers on the right side: of 0 for logits, of 1/2 otherwise. */
function accuracy(output: Tensor, target: Tensor, loss: string): number {
  const limit = loss === 'bce_logits' ? 0 : 0.5;
  const targets = target.toArray();
  const hits = output
    .toArray()
    .filter((value, i) => value > limit === (targets[i] as number) > 0.5);
  return hits.length / targets.length;
}

/** Full-batch training of a small network from written-out weights. */
export function trainMlp(inputs: TrainInputs): object {
  const [X, Y] = [nested(inputs.X), nested(inputs.Y)];
  const names = Object.keys(inputs.init);
  const params = names.map((name) => nested(inputs.init[name], 'float64', true));
  const optimizer = makeOptimizer(inputs.optimizer, params, inputs.kwargs);
  const predict = () => forward(X, params, inputs.activation);
  const losses: number[] = [];
  const norms: number[] = [];
  let first: object = {};
  for (let step = 0; step < inputs.steps; step++) {
    optimizer.zeroGrad();
    const output = predict();
    const loss = lossNamed(inputs.loss)(output, Y);
    loss.backward();
    losses.push(loss.item());
    norms.push(gradientNorm(params));
    if (step === 0) {
      const grads = Object.fromEntries(
        names.map((name, i) => [name, gradientOf(params[i] as Tensor)]),
      );
      first = { output: output.tolist(), loss: loss.item(), grads };
    }
    optimizer.step();
  }
  const output = noGrad(predict);
  return {
    first,
    losses,
    grad_norms: norms,
    final_loss: lossNamed(inputs.loss)(output, Y).item(),
    final_output: output.tolist(),
    final_params: Object.fromEntries(names.map((name, i) => [name, params[i]?.tolist()])),
    accuracy: accuracy(output, Y, inputs.loss),
  };
}

interface SeededInputs {
  seed: number;
  X: number[][];
  Y: number[][];
  lr: number;
  steps: number;
}

/** The same in float32, from PyTorch's own initial weights of a seed. */
export function trainSeeded({ seed, X: x, Y: y, lr, steps }: SeededInputs): object {
  manualSeed(seed);
  const [inputs = 0, outputs = 0] = [x[0]?.length, y[0]?.length];
  const net = new nn.Sequential(
    new nn.Linear(inputs, 8),
    new nn.Tanh(),
    new nn.Linear(8, 8),
    new nn.Tanh(),
    new nn.Linear(8, outputs),
  );
  const [X, Y] = [nested(x, 'float32'), nested(y, 'float32')];
  const optimizer = new optim.SGD(net.parameters(), { lr });
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    optimizer.zeroGrad();
    const loss = mseLoss(net.forward(X), Y);
    loss.backward();
    losses.push(loss.item());
    optimizer.step();
  }
  return { losses };
}
