// What types would not let through: plain JavaScript passes anything, and must hear what is wrong with it.
import { describe, expect, test } from 'vitest';
import * as autograd from './index.ts';

/** The package as plain JavaScript sees it. */
type Anything = (...args: unknown[]) => unknown;
type Loose = Record<string, Anything>;
const api = autograd as unknown as Loose;
const classes = { ...autograd.nn, ...autograd.optim } as unknown as Record<
  string,
  new (...args: unknown[]) => unknown
>;
const make = (name: string, ...args: unknown[]): unknown => {
  const Class = classes[name] as new (...args: unknown[]) => unknown;
  return new Class(...args);
};
const linalg = autograd.linalg as unknown as Loose;
const functional = autograd.functional as unknown as Loose;
const init = autograd.nn.init as unknown as Loose;
const x = autograd.ones([2, 3]) as unknown as Loose;
const list = autograd.ones([3]) as unknown as Loose;
const mask = autograd.ones([2, 3], { dtype: 'bool' });
const index = autograd.tensor([0, 1], { dtype: 'int64' });

/** What may come, by the name that Python has for it. */
const GARBAGE: Readonly<Record<string, unknown>> = {
  str: '2',
  float: 1.5,
  dict: {},
  NoneType: null,
  bool: true,
  function: Math.abs,
};

/** A function, the argument that is wrong, a call with it, and what is no good there. */
type Row = [who: string, argument: string, call: Anything, kinds: string];

const TENSOR = 'str dict NoneType bool';
const INT = 'str float dict NoneType bool';
const OPERAND = 'str dict NoneType bool function';
const NUMBER = 'str dict NoneType bool';

const rows: Row[] = [
  ['add', 'other', (v) => x['add']?.(v), OPERAND],
  ['mul', 'other', (v) => x['mul']?.(v), OPERAND],
  ['sub', 'other', (v) => x['sub']?.(v), OPERAND],
  ['div', 'other', (v) => x['div']?.(v), OPERAND],
  ['pow', 'other', (v) => x['pow']?.(v), OPERAND],
  ['maximum', 'other', (v) => x['maximum']?.(v), OPERAND],
  ['atan2', 'other', (v) => x['atan2']?.(v), OPERAND],
  ['fmod', 'other', (v) => x['fmod']?.(v), OPERAND],
  ['remainder', 'other', (v) => x['remainder']?.(v), OPERAND],
  ['eq', 'other', (v) => x['eq']?.(v), OPERAND],
  ['lt', 'other', (v) => x['lt']?.(v), OPERAND],
  ['add', 'input', (v) => api['add']?.(v, x), OPERAND],
  ['exp', 'input', (v) => api['exp']?.(v), TENSOR],
  ['relu', 'input', (v) => api['relu']?.(v), TENSOR],
  ['sum', 'dim', (v) => x['sum']?.(v), INT],
  ['mean', 'dim', (v) => x['mean']?.(v), INT],
  ['max', 'dim', (v) => x['max']?.(v), INT],
  ['argmax', 'dim', (v) => x['argmax']?.(v), INT],
  ['softmax', 'dim', (v) => x['softmax']?.(v), INT],
  ['cumsum', 'dim', (v) => x['cumsum']?.(v), INT],
  ['topk', 'k', (v) => x['topk']?.(v), INT],
  ['unsqueeze', 'dim', (v) => x['unsqueeze']?.(v), INT],
  ['squeeze', 'dim', (v) => x['squeeze']?.(v), INT],
  ['transpose', 'dim1', (v) => x['transpose']?.(0, v), INT],
  ['narrow', 'length', (v) => x['narrow']?.(0, 0, v), INT],
  ['select', 'index', (v) => x['select']?.(0, v), INT],
  ['chunk', 'chunks', (v) => x['chunk']?.(v), INT],
  ['reshape', 'shape', (v) => x['reshape']?.(v), 'str float bool'],
  ['view', 'size', (v) => x['view']?.(v), 'str float bool'],
  ['expand', 'size', (v) => x['expand']?.(v), 'str float bool'],
  ['permute', 'dims', (v) => x['permute']?.(v), 'str float bool'],
  ['repeat', 'repeats', (v) => x['repeat']?.(v), 'str float bool'],
  ['flip', 'dims', (v) => x['flip']?.(v), 'str float bool'],
  ['zeros', 'size', (v) => api['zeros']?.([v]), INT],
  ['ones', 'size', (v) => api['ones']?.(v), INT],
  ['randn', 'size', (v) => api['randn']?.([2, v]), INT],
  ['full', 'fillValue', (v) => api['full']?.([2], v), NUMBER],
  ['eye', 'n', (v) => api['eye']?.(v), INT],
  ['arange', 'end', (v) => api['arange']?.(v), 'str bool NoneType'],
  ['linspace', 'steps', (v) => api['linspace']?.(0, 1, v), INT],
  ['tensor', 'data', (v) => api['tensor']?.(v), 'str dict NoneType function'],
  ['tensor', 'data', (v) => api['tensor']?.([1, v]), 'str dict NoneType function'],
  ['zeros', 'dtype', (v) => api['zeros']?.([2], { dtype: v }), INT],
  ['tensor', 'dtype', (v) => api['tensor']?.([2], { dtype: v }), INT],
  ['to', 'dtype', (v) => x['to']?.(v), INT],
  ['fill_', 'value', (v) => x['fill_']?.(v), 'str dict NoneType'],
  ['copy_', 'src', (v) => x['copy_']?.(v), 'str dict NoneType'],
  ['setAt', 'value', (v) => x['setAt']?.([0], v), 'str dict NoneType'],
  ['matmul', 'other', (v) => x['matmul']?.(v), TENSOR],
  ['gather', 'index', (v) => x['gather']?.(0, v), TENSOR],
  ['indexSelect', 'index', (v) => x['indexSelect']?.(0, v), TENSOR],
  ['maskedFill', 'mask', (v) => x['maskedFill']?.(v, 0), TENSOR],
  ['maskedFill', 'value', (v) => x['maskedFill']?.(mask, v), 'str dict NoneType'],
  ['where', 'condition', (v) => api['where']?.(v, x, x), TENSOR],
  ['cat', 'tensors', (v) => api['cat']?.(v), TENSOR],
  ['stack', 'tensors', (v) => api['stack']?.([x, v]), TENSOR],
  ['einsum', 'equation', (v) => api['einsum']?.(v, x), 'float dict NoneType bool'],
  ['einsum', 'operands', (v) => api['einsum']?.('ij', v), TENSOR],
  ['mseLoss', 'target', (v) => api['mseLoss']?.(x, v), TENSOR],
  ['crossEntropy', 'target', (v) => api['crossEntropy']?.(x, v), TENSOR],
  ['mseLoss', 'reduction', (v) => api['mseLoss']?.(x, x, { reduction: v }), 'float dict bool'],
  ['linear', 'weight', (v) => api['linear']?.(x, v), TENSOR],
  ['embedding', 'input', (v) => api['embedding']?.(v, x), TENSOR],
  ['oneHot', 'numClasses', (v) => api['oneHot']?.(index, v), INT],
  ['dropout', 'p', (v) => api['dropout']?.(x, { p: v }), NUMBER],
  ['clamp', 'min', (v) => x['clamp']?.({ min: v }), 'str dict bool'],
  ['norm', 'dim', (v) => x['norm']?.(2, v), INT],
  ['solve', 'B', (v) => linalg['solve']?.(x, v), TENSOR],
  ['det', 'A', (v) => linalg['det']?.(v), TENSOR],
  ['jacobian', 'func', (v) => functional['jacobian']?.(v, x), TENSOR],
  ['hessian', 'inputs', (v) => functional['hessian']?.(Math.abs, v), TENSOR],
  ['grad', 'outputs', (v) => api['grad']?.(v, x), TENSOR],
  ['grad', 'inputs', (v) => api['grad']?.(x, v), TENSOR],
  ['registerHook', 'hook', (v) => x['registerHook']?.(v), TENSOR],
  ['requiresGrad_', 'requiresGrad', (v) => x['requiresGrad_']?.(v), 'str dict NoneType'],
  ['noGrad', 'body', (v) => api['noGrad']?.(v), 'str dict NoneType'],
  ['uniform_', 'from', (v) => api['uniform_']?.(x, v), NUMBER],
  ['kaimingUniform_', 'tensor', (v) => init['kaimingUniform_']?.(v), TENSOR],
  ['manualSeed', 'seed', (v) => api['manualSeed']?.(v), 'str dict NoneType bool'],
  ['Linear', 'inFeatures', (v) => make('Linear', v, 2), INT],
  ['Embedding', 'embeddingDim', (v) => make('Embedding', 2, v), INT],
  ['Dropout', 'p', (v) => make('Dropout', v), NUMBER],
  ['SGD', 'lr', (v) => make('SGD', [list], { lr: v }), NUMBER],
  [
    'Adam',
    'amsgrad',
    (v) =>
      make('Adam', [list], {
        amsgrad: v,
      }),
    'str float dict NoneType',
  ],
];

const badCalls = rows.flatMap(([who, argument, call, kinds]) =>
  kinds.split(' ').map((kind) => [who, argument, kind, () => call(GARBAGE[kind])] as const),
);

function complaintOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was refused';
}

describe('a call that no types check is refused with function, argument and what came', () => {
  test('there are at least 250 of them', () => {
    expect(badCalls.length).toBeGreaterThanOrEqual(250);
  });

  test.each(badCalls)('%s: %s cannot be a %s', (who, argument, kind, call) => {
    const complaint = complaintOf(call);
    expect(complaint).toContain(`${who}()`);
    expect(complaint).toContain(`'${argument}'`);
    expect(complaint).toContain(kind);
  });
});

describe('what PyTorch takes by position and this package by name is refused where it stands', () => {
  const positional: [string, () => unknown, string][] = [
    ['clamp(2, 3)', () => x['clamp']?.(2, 3), 'min'],
    ['sort(0)', () => x['sort']?.(0), 'dim'],
    ['topk(1, 0)', () => x['topk']?.(1, 0), 'dim'],
    ['sum(0, true)', () => x['sum']?.(0, true), 'keepdim'],
    ['std(0, false)', () => x['std']?.(0, false), 'unbiased'],
    ["div(2, 'floor')", () => x['div']?.(2, 'floor'), 'roundingMode'],
    ["mseLoss(x, y, 'sum')", () => api['mseLoss']?.(x, x, 'sum'), 'reduction'],
    ['add(2, 3)', () => x['add']?.(2, 3), 'alpha'],
    ['round(2)', () => x['round']?.(2), 'decimals'],
    ['new Linear(2, 3, false)', () => make('Linear', 2, 3, false), 'bias'],
    [
      'backward(v)',
      () =>
        api['ones']?.([2], { requiresGrad: true }) &&
        (autograd.ones([2], { requiresGrad: true }) as unknown as Loose)['backward']?.(list),
      'gradient',
    ],
    ['gelu(x, "tanh")', () => api['gelu']?.(x, 'tanh'), 'approximate'],
    ['new SGD(params, 0.1)', () => make('SGD', [list], 0.1), 'lr'],
  ];

  test.each(positional)('%s', (_, call, option) => {
    expect(call).toThrow(new RegExp(`takes '${option}' by name`));
  });

  test('an option that is misspelt is not ignored', () => {
    expect(() => x['sum']?.(0, { keepDim: true })).toThrow(
      "sum() got an unexpected keyword argument 'keepDim'",
    );
    expect(() => api['zeros']?.([2], { requires_grad: true })).toThrow('requires_grad');
  });

  test('an argument too many is not ignored', () => {
    expect(() => x['cumsum']?.(0, 'float64')).toThrow(
      'cumsum() takes 1 positional arguments but 2 were given',
    );
  });

  test('a missing argument is named', () => {
    expect(() => x['topk']?.()).toThrow('topk() missing 1 required positional arguments: "k"');
  });
});

describe('an index from plain JavaScript', () => {
  test.each([['1:2'], [1.5], [{}], [true], [undefined]])('%j is refused', (bad) => {
    expect(() => x['at']?.(bad)).toThrow(/valid indices \(got /);
  });

  test('a slice with a word in it says what a slice is', () => {
    expect(() => x['at']?.(['a', 2])).toThrow('a list is [start, stop, step], got [str, int]');
  });
});

test('an asynchronous body of noGrad is refused: what follows its first await would be recorded', async () => {
  expect(() => api['noGrad']?.(() => Promise.resolve(1))).toThrow('async');
  await Promise.resolve();
  expect(autograd.isGradEnabled()).toBe(true);
});

test('a gradient that is no tensor is refused', () => {
  const leaf = autograd.ones([1], { requiresGrad: true });
  expect(() => Object.assign(leaf, { grad: 5 })).toThrow(
    'assigned grad expected to be a Tensor or None but got grad of type',
  );
});

test('text and console show a tensor as PyTorch prints it, and a bool item is a bool', () => {
  const y = autograd.tensor([1, 2.5], { requiresGrad: true }).mul(2);
  expect(String(y)).toBe('tensor([2., 5.], grad_fn=<MulBackward0>)');
  const shown = y as unknown as Record<symbol, () => string>;
  expect(shown[Symbol.for('nodejs.util.inspect.custom')]?.()).toBe(String(y));
  expect(autograd.tensor(3).gt(2).item()).toBe(true);
});
