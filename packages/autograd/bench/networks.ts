import { type Tensor, mseLoss, noGrad, tensor } from '../src/index.ts';
import { type Layer, forwardByHand, multiplyByHand, stepByHand } from './by-hand.ts';
import type { Workload } from './measure.ts';

/** Numbers that look random and are the same in every run. */
function noise(length: number, scale: number): Float32Array {
  return Float32Array.from(
    { length },
    (_, k) => scale * Math.sin(12.9898 * (k + 1) * (k % 7 ? 1 : 1.7)),
  );
}

const batch = 128;
const inputs = noise(batch * 2, 1);
const targets = noise(batch, 1);
const widths = [2, 16, 16, 1];

function makeLayers(): Layer[] {
  return widths.slice(1).map((outputs, i) => {
    const size = widths[i] as number;
    return {
      inputs: size,
      outputs,
      weight: noise(size * outputs, 1 / Math.sqrt(size)),
      bias: new Float32Array(outputs),
    };
  });
}

const handLayers = makeLayers();
const x = tensor(inputs).reshape(batch, 2);
const y = tensor(targets).reshape(batch, 1);
const parameters = makeLayers().map(({ weight, bias, inputs, outputs }) => ({
  weight: tensor(weight).reshape(outputs, inputs).clone().requiresGrad_(),
  bias: tensor(bias, { requiresGrad: true }),
}));

function network(): Tensor {
  return parameters.reduce((h, { weight, bias }, i) => {
    const z = h.matmul(weight.t()).add(bias);
    return i < parameters.length - 1 ? z.tanh() : z;
  }, x);
}

const step: Workload = {
  name: 'd. MLP 2-16-16-1 with tanh, batch 128, one step of SGD',
  unit: 'step',
  units: 1,
  goal: 1.4,
  peer: 1.8,
  byHand: () => stepByHand(handLayers, inputs, targets, 0.01),
  byAutograd() {
    const loss = mseLoss(network(), y);
    loss.backward();
    noGrad(() => {
      for (const { weight, bias } of parameters) {
        weight.sub_((weight.grad as Tensor).mul(0.01));
        bias.sub_((bias.grad as Tensor).mul(0.01));
        weight.grad = null;
        bias.grad = null;
      }
    });
    return loss.item();
  },
};

const surface: Workload = {
  name: 'g. loss surface of that MLP, one point',
  unit: 'point',
  units: 1,
  goal: 1.8,
  peer: 2.5,
  byHand: () => forwardByHand(handLayers, inputs, targets),
  byAutograd: () => noGrad(() => mseLoss(network(), y).item()),
};

const n = 256;
const left = noise(n * n, 1);
const right = noise(n * n, 1);
const a = tensor(left).reshape(n, n).clone().requiresGrad_();
const b = tensor(right).reshape(n, n).clone().requiresGrad_();

const product: Workload = {
  name: 'e. 256 × 256 matrix product, forward and backward',
  unit: 'product',
  units: 1,
  goal: 1.1,
  peer: 3.9,
  byHand: () => multiplyByHand(left, right, n),
  byAutograd() {
    a.matmul(b).sum().backward();
    const gradients = [a.grad, b.grad];
    a.grad = null;
    b.grad = null;
    return gradients;
  },
};

export const networks = [step, surface, product];
