/** A fully connected layer: weight is [outputs, inputs], row by row. */
export interface Layer {
  inputs: number;
  outputs: number;
  weight: Float32Array;
  bias: Float32Array;
}

/** y = x Wᵀ + b for every row, through tanh unless it is the last layer. */
function layerForward(layer: Layer, x: Float32Array, rows: number, last: boolean): Float32Array {
  const { inputs, outputs, weight, bias } = layer;
  const y = new Float32Array(rows * outputs);
  for (let row = 0; row < rows; row++) {
    for (let o = 0; o < outputs; o++) {
      let total = bias[o] as number;
      for (let i = 0; i < inputs; i++)
        total += (x[row * inputs + i] as number) * (weight[o * inputs + i] as number);
      y[row * outputs + o] = last ? total : Math.tanh(total);
    }
  }
  return y;
}

function meanSquare(y: Float32Array, targets: Float32Array): number {
  let total = 0;
  for (let k = 0; k < y.length; k++) total += ((y[k] as number) - (targets[k] as number)) ** 2;
  return total / y.length;
}

function activations(layers: Layer[], x: Float32Array, rows: number): Float32Array[] {
  const all = [x];
  layers.forEach((layer, i) =>
    all.push(layerForward(layer, all[i] as Float32Array, rows, i === layers.length - 1)),
  );
  return all;
}

/** The loss of the network, as a reader would write it with loops. */
export function forwardByHand(layers: Layer[], x: Float32Array, targets: Float32Array): number {
  return meanSquare(activations(layers, x, targets.length).at(-1) as Float32Array, targets);
}

/** One step of SGD: forward, backward by the chain rule, update. */
export function stepByHand(
  layers: Layer[],
  x: Float32Array,
  targets: Float32Array,
  rate: number,
): number {
  const rows = targets.length;
  const all = activations(layers, x, rows);
  const y = all.at(-1) as Float32Array;
  let delta: Float32Array = y.map((value, k) => (2 * (value - (targets[k] as number))) / rows);
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = layers[l] as Layer;
    delta = layerBackward(layer, all[l] as Float32Array, delta, rows, rate, l > 0);
  }
  return meanSquare(y, targets);
}

// prettier-ignore
function layerBackward(layer: Layer, x: Float32Array, delta: Float32Array, rows: number, rate: number, tanh: boolean): Float32Array {
  const { inputs, outputs, weight, bias } = layer;
  const below = new Float32Array(rows * inputs);
  const weightGradient = new Float32Array(weight.length);
  const biasGradient = new Float32Array(bias.length);
  for (let row = 0; row < rows; row++) {
    for (let o = 0; o < outputs; o++) {
      const d = delta[row * outputs + o] as number;
      biasGradient[o] = (biasGradient[o] as number) + d;
      for (let i = 0; i < inputs; i++) {
        const at = o * inputs + i;
        const h = x[row * inputs + i] as number;
        weightGradient[at] = (weightGradient[at] as number) + d * h;
        below[row * inputs + i] = (below[row * inputs + i] as number) + d * (weight[at] as number);
      }
    }
  }
  if (tanh) for (let k = 0; k < below.length; k++) below[k] = (below[k] as number) * (1 - (x[k] as number) ** 2);
  for (let k = 0; k < weight.length; k++) weight[k] = (weight[k] as number) - rate * (weightGradient[k] as number);
  for (let k = 0; k < bias.length; k++) bias[k] = (bias[k] as number) - rate * (biasGradient[k] as number);
  return below;
}

/** out = A Bᵀ, four columns at a time: rows of both are read in sequence, sums stay in registers. */
function product(a: Float32Array, b: Float32Array, n: number): Float32Array {
  const out = new Float32Array(n * n);
  for (let i = 0; i < n * n; i += n) {
    for (let j = 0; j < n; j += 4) {
      const at = j * n;
      let p = 0;
      let q = 0;
      let r = 0;
      let s = 0;
      for (let k = 0; k < n; k++) {
        const x = a[i + k] as number;
        p += x * (b[at + k] as number);
        q += x * (b[at + n + k] as number);
        r += x * (b[at + 2 * n + k] as number);
        s += x * (b[at + 3 * n + k] as number);
      }
      out[i + j] = p;
      out[i + j + 1] = q;
      out[i + j + 2] = r;
      out[i + j + 3] = s;
    }
  }
  return out;
}

function transposed(a: Float32Array, n: number): Float32Array {
  return a.map((_, k) => a[(k % n) * n + Math.floor(k / n)] as number);
}

/** C = A B, and for the loss Σ C the gradients 1 Bᵀ and Aᵀ 1, as matrix products. */
export function multiplyByHand(a: Float32Array, b: Float32Array, n: number): Float32Array[] {
  const ones = new Float32Array(n * n).fill(1);
  const [aColumns, bColumns] = [transposed(a, n), transposed(b, n)];
  return [product(a, bColumns, n), product(ones, b, n), product(aColumns, ones, n)];
}
