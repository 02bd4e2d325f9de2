import { expect, test } from 'vitest';
import { IndexError, arange, ones, tensor, zeros } from '../index.ts';
import { manualSeed, randn } from '../random/index.ts';
import * as nn from './index.ts';

test('a module names its parameters from the outside in, each once', () => {
  const shared = new nn.Linear(2, 2);
  const net = new nn.Sequential(shared, new nn.Tanh(), shared, new nn.Linear(2, 1));
  expect([...net.namedParameters()].map(([name]) => name)).toEqual([
    '0.weight',
    '0.bias',
    '3.weight',
    '3.bias',
  ]);
  expect(net.parameters().every(({ requiresGrad, isLeaf }) => requiresGrad && isLeaf)).toBe(true);
});

test('a state saved from one module makes another one equal', () => {
  manualSeed(1);
  const [a, b] = [new nn.Linear(3, 2), new nn.Linear(3, 2)];
  const x = randn([4, 3]);
  expect(a.forward(x).toArray()).not.toEqual(b.forward(x).toArray());
  b.loadStateDict(a.stateDict());
  expect(a.forward(x).toArray()).toEqual(b.forward(x).toArray());
  expect(() => {
    b.loadStateDict(new Map([['extra', x]]));
  }).toThrow(
    'Unexpected key(s) in state_dict: "extra". \n\tMissing key(s) in state_dict: "weight", "bias". ',
  );
});

test('batch normalisation remembers the batches it was trained on', () => {
  const layer = new nn.BatchNorm1d(2);
  const x = tensor([[1, 10], [3, 30]]); // prettier-ignore
  layer.forward(x).sum().backward();
  expect(layer.runningMean.toArray().map((value) => +value.toFixed(6))).toEqual([0.2, 2]);
  expect([...layer.stateDict().keys()]).toEqual([
    'weight',
    'bias',
    'running_mean',
    'running_var',
    'num_batches_tracked',
  ]);
  expect(layer.numBatchesTracked.item()).toBe(1);
  const before = layer.runningMean.toArray();
  layer.eval().forward(x);
  expect(layer.runningMean.toArray()).toEqual(before);
  expect(() => layer.forward(ones([2]))).toThrow('expected 2D or 3D input (got 1D input)');
});

test('dropout keeps the mean while training and does nothing in evaluation', () => {
  manualSeed(0);
  const layer = new nn.Dropout(0.25);
  const x = ones([4000]);
  expect(layer.forward(x).mean().item()).toBeCloseTo(1, 1);
  expect(new Set(layer.forward(x).toArray())).toEqual(new Set([0, Math.fround(4 / 3)]));
  expect(layer.eval().forward(x).toArray()).toEqual(x.toArray());
  expect(() => new nn.Dropout(-0.5)).toThrow('has to be between 0 and 1, but got -0.5');
});

test('layers give the shapes that their names promise', () => {
  const index = tensor([[1, 0, 2]], { dtype: 'int64' });
  expect(new nn.Embedding(3, 4).forward(index).shape).toEqual([1, 3, 4]);
  expect(new nn.Conv1d(2, 3, 3, { padding: 1, stride: 2 }).forward(ones([1, 2, 6])).shape).toEqual([
    1, 3, 3,
  ]);
  expect(new nn.LayerNorm([2, 3]).forward(ones([4, 2, 3])).shape).toEqual([4, 2, 3]);
  const block = new nn.TransformerBlock(8, 2, 16, { causal: true });
  expect(block.forward(randn([2, 5, 8])).shape).toEqual([2, 5, 8]);
  expect(() => new nn.SelfAttention(8, 3)).toThrow('embed_dim must be divisible by num_heads');
});

test('causal attention: a later token changes nothing before it', () => {
  manualSeed(2);
  const layer = new nn.SelfAttention(4, 2, { causal: true });
  const x = randn([3, 4]);
  const changed = x.clone();
  changed.setAt([2], 5);
  const [a, b] = [layer.forward(x), layer.forward(changed)];
  expect(a.at([0, 2]).toArray()).toEqual(b.at([0, 2]).toArray());
  expect(a.at(2).toArray()).not.toEqual(b.at(2).toArray());
});

test('activations as modules are the functions', () => {
  const x = tensor([-1, 0, 2]);
  expect(new nn.ReLU().forward(x).toArray()).toEqual([0, 0, 2]);
  expect(new nn.LeakyReLU(0.5).forward(x).toArray()).toEqual([-0.5, 0, 2]);
  expect(new nn.Softmax(0).forward(x).sum().item()).toBeCloseTo(1, 6);
  expect(new nn.LogSoftmax(0).forward(x).exp().sum().item()).toBeCloseTo(1, 6);
  expect(new nn.Sigmoid().forward(x).at(1).item()).toBe(0.5);
  const odd = [new nn.Tanh(), new nn.SiLU(), new nn.GELU(), new nn.ELU()];
  for (const layer of odd) expect(layer.forward(x).at(1).item()).toBe(0);
  expect(new nn.Softplus().forward(x).at(1).item()).toBeCloseTo(Math.log(2), 6);
});

test('losses as modules keep their options', () => {
  const [x, y] = [tensor([1, 4]), zeros([2])];
  expect(new nn.MSELoss().forward(x, y).item()).toBe(8.5);
  expect(new nn.L1Loss({ reduction: 'sum' }).forward(x, y).item()).toBe(5);
  expect(new nn.HuberLoss({ delta: 2 }).forward(x, y).item()).toBe((0.5 + 6) / 2);
  expect(new nn.SmoothL1Loss().forward(x, y).item()).toBe((0.5 + 3.5) / 2);
  expect(new nn.BCEWithLogitsLoss().forward(zeros([1]), ones([1])).item()).toBeCloseTo(Math.log(2));
  expect(new nn.BCELoss().forward(tensor([0.5]), ones([1])).item()).toBeCloseTo(Math.log(2));
  const target = tensor([1], { dtype: 'int64' });
  expect(new nn.CrossEntropyLoss().forward(zeros([1, 4]), target).item()).toBeCloseTo(Math.log(4));
  expect(new nn.NLLLoss().forward(zeros([1, 4]).sub(2), target).item()).toBe(2);
});

test('initialisers fill in place although the tensor is learnt', () => {
  const weight = new nn.Linear(3, 2).weight;
  expect(nn.init.constant_(weight, 2)).toBe(weight);
  expect(weight.toArray()).toEqual([2, 2, 2, 2, 2, 2]);
  nn.init.eye_(weight);
  expect(weight.tolist()).toEqual([[1, 0, 0], [0, 1, 0]]); // prettier-ignore
  expect(nn.init.zeros_(nn.init.ones_(weight)).toArray()).toEqual([0, 0, 0, 0, 0, 0]);
  expect(nn.init.calculateGain('tanh')).toBe(5 / 3);
  expect(nn.init.calculateGain('selu')).toBe(0.75);
  expect(() => nn.init.xavierUniform_(ones([3]))).toThrow('fewer than 2 dimensions');
  expect(() => nn.init.eye_(ones([3]))).toThrow('Only tensors with 2 dimensions are supported');
});

test('clipping leaves parameters without gradients alone', () => {
  expect(nn.utils.clipGradNorm([ones([2])], 1).item()).toBe(0);
  const x = arange(3, { dtype: 'float64', requiresGrad: true });
  x.square().sum().backward();
  nn.utils.clipGradValue(x, 1);
  expect(x.grad?.toArray()).toEqual([0, 1, 1]);
});

test('freezing a module stops its gradients', () => {
  const layer = new nn.Linear(1, 1).requiresGrad_(false);
  expect(layer.forward(ones([1, 1])).requiresGrad).toBe(false);
});

test('a gradient can be set to zero instead of forgotten', () => {
  const layer = new nn.Linear(1, 1);
  layer
    .call(ones([1, 1]))
    .sum()
    .backward();
  layer.zeroGrad({ setToNone: false });
  expect(layer.bias?.grad?.item()).toBe(0);
  layer.zeroGrad();
  expect(layer.bias?.grad).toBeNull();
});

test('modules print as in PyTorch', () => {
  expect(String(new nn.Sequential(new nn.LayerNorm(4), new nn.Dropout(), new nn.GELU()))).toBe(
    'Sequential(\n  (0): LayerNorm((4,), eps=1e-05, elementwise_affine=True)\n' +
      "  (1): Dropout(p=0.5, inplace=False)\n  (2): GELU(approximate='none')\n)",
  );
  expect(String(new nn.Embedding(3, 2))).toBe('Embedding(3, 2)');
  expect(String(new nn.BatchNorm1d(2))).toBe(
    'BatchNorm1d(2, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)',
  );
  expect(String(new nn.Conv1d(2, 3, 5))).toBe('Conv1d(2, 3, kernel_size=(5,), stride=(1,))');
});

test('a sequence is read from either end', () => {
  const net = new nn.Sequential(new nn.Tanh(), new nn.ReLU());
  expect([net.length, [...net].length]).toEqual([2, 2]);
  expect(net.at(-1)).toBeInstanceOf(nn.ReLU);
  expect(() => net.at(2)).toThrow(new IndexError('index 2 is out of range'));
});
