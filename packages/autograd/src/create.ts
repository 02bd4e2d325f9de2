import { accumulatorFor } from './autograd/leaf.ts';
import { allocate } from './core/allocate.ts';
import { type DType, getDefaultDtype, isFloating, round } from './core/dtype.ts';
import { argumentsOf, checkNamed, checked, showNumber } from './core/check.ts';
import { RuntimeError } from './core/errors.ts';
import { elements, scalarTensor, wrap } from './core/make.ts';
import { type Shape, requireSizes } from './core/shape.ts';
import { filled } from './core/constant.ts';
import { copyOf } from './core/make.ts';
import { to } from './ops/convert.ts';
import { type Data, leavesOf } from './nested.ts';
import { Tensor } from './core/tensor.ts';

/** The options of everything that makes tensors. */
export interface TensorOptions {
  /** The default dtype unless said otherwise. */
  dtype?: DType;
  /** Records what is done with the tensor; floating dtypes only. */
  requiresGrad?: boolean;
}

function finish(made: Tensor, { requiresGrad = false }: TensorOptions): Tensor {
  if (!requiresGrad) return made;
  if (!isFloating(made.dtype)) {
    throw new RuntimeError(
      'Only Tensors of floating point and complex dtype can require gradients',
    );
  }
  made.node = accumulatorFor(made);
  return made;
}

/** A 0-dim tensor of one number: what `tensor` makes of a number, and all that single numbers need. */
export function numberTensor(value: number, options: TensorOptions): Tensor {
  const dtype = options.dtype ?? getDefaultDtype();
  return finish(scalarTensor(round(dtype, value), dtype), options);
}

const NONE: TensorOptions = {};

/**
 * A tensor of what `data` holds, copied: a number → [], n numbers → [n], lists in lists as deep as they go; the
 * items may be tensors or typed arrays. Unless said otherwise of the widest dtype among the items: bool for booleans,
 * that of a tensor, the default dtype for numbers, also for whole ones. int64 rounds towards 0.
 * Throws ValueError if lists differ in length or depth, RuntimeError if whole numbers are to require a gradient.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.tensor.html
 */
export function tensor(data: Data, options: TensorOptions = NONE): Tensor {
  if (options !== NONE) checkNames('tensor', options);
  if (typeof data === 'number') return numberTensor(data, options);
  if (data instanceof Tensor)
    return finish(to(copyOf(data.detach()), options.dtype ?? data.dtype), options);
  const { shape, values, widest } = leavesOf(data);
  const dtype = options.dtype ?? widest;
  if (isFloating(dtype)) return finish(wrap(floats(values, dtype), shape, dtype), options);
  const out = allocate(dtype, values.length);
  for (let k = 0; k < out.length; k++) out[k] = round(dtype, values[k] as number);
  return finish(wrap(out, shape, dtype), options);
}

/** A copy as `dtype`, made without filling it with zeros first. */
function floats(values: ArrayLike<number>, dtype: DType): Float32Array | Float64Array {
  return dtype === 'float32' ? new Float32Array(values) : new Float64Array(values);
}

/**
 * A tensor of `shape` that holds `value` everywhere, in the default dtype unless said otherwise.
 * Throws RuntimeError if a size is negative.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.full.html
 */
export const full = checked(
  'full size:S fillValue:n *dtype:d *requiresGrad:b',
  (shape: Shape, value: number, options: TensorOptions = {}): Tensor => {
    return finish(
      filled([...requireSizes(shape)], value, options.dtype ?? getDefaultDtype()),
      options,
    );
  },
);

/**
 * Zeros of `shape`, in the default dtype unless said otherwise. Throws RuntimeError if a size is negative.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.zeros.html
 */
export const zeros = checked(
  'zeros size:S *dtype:d *requiresGrad:b',
  (shape: Shape, options?: TensorOptions): Tensor => {
    return full(shape, 0, options);
  },
);

/**
 * Ones of `shape`, in the default dtype unless said otherwise. Throws RuntimeError if a size is negative.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.ones.html
 */
export const ones = checked(
  'ones size:S *dtype:d *requiresGrad:b',
  (shape: Shape, options?: TensorOptions): Tensor => {
    return full(shape, 1, options);
  },
);

/**
 * Zeros of `shape`; PyTorch leaves open what these hold. Throws RuntimeError if a size is negative.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.empty.html
 */
export const empty = checked(
  'empty size:S *dtype:d *requiresGrad:b',
  (shape: Shape, options?: TensorOptions): Tensor => {
    return full(shape, 0, options);
  },
);

/**
 * Zeros of the shape and, unless said otherwise, the dtype of x. Throws RuntimeError if whole numbers are to
 * require a gradient.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.zeros_like.html
 */
export const zerosLike = checked(
  'zerosLike input:T *dtype:d *requiresGrad:b',
  (x: Tensor, options: TensorOptions = {}): Tensor => {
    return full(x.shape, 0, { dtype: x.dtype, ...options });
  },
);

/**
 * Ones of the shape and, unless said otherwise, the dtype of x. Throws RuntimeError if whole numbers are to
 * require a gradient.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.ones_like.html
 */
export const onesLike = checked(
  'onesLike input:T *dtype:d *requiresGrad:b',
  (x: Tensor, options: TensorOptions = {}): Tensor => {
    return full(x.shape, 1, { dtype: x.dtype, ...options });
  },
);

/**
 * `value` everywhere, in the shape and, unless said otherwise, the dtype of x. Throws RuntimeError if whole
 * numbers are to require a gradient.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.full_like.html
 */
export const fullLike = checked(
  'fullLike input:T fillValue:n *dtype:d *requiresGrad:b',
  (x: Tensor, value: number, options: TensorOptions = {}): Tensor => {
    return full(x.shape, value, { dtype: x.dtype, ...options });
  },
);

const checkArange = ['end:n', 'end:n', 'start:n end:n', 'start:n end:n step:n'].map((names) =>
  argumentsOf(`arange ${names}`),
);

function checkNames(name: string, options: unknown): void {
  checkNamed(`${name} *dtype:d *requiresGrad:b`, options);
}

function generate(
  count: number,
  dtype: DType,
  options: TensorOptions,
  value: (k: number) => number,
): Tensor {
  const data = allocate(dtype, count);
  for (let k = 0; k < count; k++) data[k] = round(dtype, value(k));
  return finish(wrap(data, [count], dtype), options);
}

/**
 * start, start + step, … up to before `end`: [⌈(end − start) / step⌉]. `start` is 0 and `step` 1 unless given;
 * int64 if all that are given are whole, else the default dtype.
 * Throws RuntimeError if `step` is 0 or leads away from `end`.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.arange.html
 */
export function arange(
  ...args:
    | [end: number, options?: TensorOptions]
    | [start: number, end: number, options?: TensorOptions]
    | [start: number, end: number, step: number, options?: TensorOptions]
): Tensor {
  const last = args.at(-1);
  const options = typeof last === 'object' && (last as object | null) !== null ? last : {};
  const numbers = (options === last ? args.slice(0, -1) : args) as number[];
  checkNames('arange', options);
  checkArange[Math.min(numbers.length, 3)]?.(...numbers);
  const [start = 0, end = 0, step = 1] = numbers.length === 1 ? [0, ...numbers] : numbers;
  if (step === 0) throw new RuntimeError('step must be nonzero');
  const whole = numbers.every(Number.isInteger);
  if (!Number.isFinite(end - start)) {
    throw new RuntimeError(`unsupported range: ${showNumber(start)} -> ${showNumber(end)}`);
  }
  if (step > 0 ? end < start : end > start) {
    throw new RuntimeError('upper bound and larger bound inconsistent with step sign');
  }
  const count = Math.ceil((end - start) / step);
  const dtype = options.dtype ?? (whole ? 'int64' : getDefaultDtype());
  return generate(count, dtype, options, (k) => start + k * step);
}

/**
 * [steps] numbers from `start` to `end`, both included, evenly spaced, in the default dtype unless said otherwise;
 * int64 rounds towards 0. Throws RuntimeError if `steps` is negative.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linspace.html
 */
export const linspace = checked(
  'linspace start:n end:n steps:i *dtype:d *requiresGrad:b',
  (start: number, end: number, steps: number, options: TensorOptions = {}): Tensor => {
    if (steps < 0) throw new RuntimeError('number of steps must be non-negative');
    const dtype = options.dtype ?? getDefaultDtype();
    const first = round(dtype, start);
    const last = round(dtype, end);
    const step = (last - first) / (steps - 1);
    const gap = isFloating(dtype) ? round(dtype, step) : step;
    // From both ends, as PyTorch, so that both are met exactly.
    const value = (k: number): number =>
      k < steps / 2 ? first + gap * k : last - gap * (steps - 1 - k);
    return generate(steps, dtype, options, steps === 1 ? () => first : value);
  },
);

/**
 * The identity matrix [rows, columns]: 1 on the main diagonal, 0 elsewhere; square unless said otherwise.
 * Throws RuntimeError if a size is negative.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.eye.html
 */
export const eye = checked(
  'eye n:i m:i? *dtype:d *requiresGrad:b',
  (rows: number, columns = rows, options: TensorOptions = {}): Tensor => {
    const made = filled([...requireSizes([rows, columns])], 0, options.dtype ?? getDefaultDtype());
    const data = elements(made);
    for (let d = 0; d < Math.min(rows, columns); d++) data[d * columns + d] = 1;
    return finish(made, options);
  },
);
