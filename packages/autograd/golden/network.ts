import {
  type Tensor,
  binaryCrossEntropyWithLogits,
  gelu,
  linear,
  mseLoss,
  relu,
  sigmoid,
} from '../src/index.ts';

const activations: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  tanh: (x) => x.tanh(),
  relu,
  sigmoid,
  gelu: (x) => gelu(x),
};

const losses: Readonly<Record<string, (output: Tensor, target: Tensor) => Tensor>> = {
  mse: (output, target) => mseLoss(output, target),
  bce_logits: (output, target) => binaryCrossEntropyWithLogits(output, target),
};

function named<Value>(kind: string, table: Readonly<Record<string, Value>>, name: string): Value {
  const found = table[name];
  if (found === undefined) throw new Error(`unknown ${kind} ${name}`);
  return found;
}

export const activationNamed = (name: string) => named('activation', activations, name);
export const lossNamed = (name: string) => named('loss', losses, name);

/** A network of linear layers with an activation between them: weights and biases in turn. */
export function forward(x: Tensor, parameters: readonly Tensor[], activation: string): Tensor {
  const activate = activationNamed(activation);
  let value = x;
  for (let i = 0; i < parameters.length; i += 2) {
    value = linear(value, parameters[i] as Tensor, parameters[i + 1]);
    if (i < parameters.length - 2) value = activate(value);
  }
  return value;
}

/** W1, b1, W2, b2, … cut from one vector. */
export function unflatten(theta: Tensor, sizes: readonly number[]): Tensor[] {
  const parameters: Tensor[] = [];
  let offset = 0;
  const take = (...shape: number[]) => {
    const count = shape.reduce((product, size) => product * size, 1);
    parameters.push(theta.narrow(0, offset, count).reshape(shape));
    offset += count;
  };
  for (let i = 1; i < sizes.length; i++) {
    take(sizes[i] as number, sizes[i - 1] as number);
    take(sizes[i] as number);
  }
  return parameters;
}
