import { type DType, getDefaultDtype, wider } from './core/dtype.ts';
import { kindOf } from './core/check.ts';
import { RuntimeError, ValueError } from './core/errors.ts';
import { elements } from './core/make.ts';
import { Tensor } from './core/tensor.ts';

/** What a tensor can be made of: numbers, booleans, tensors, lists of them, typed arrays. */
export type Data = number | boolean | Tensor | Float32Array | Float64Array | readonly Data[];

/** What nested lists hold, in row-major order. */
interface Leaves {
  shape: number[];
  values: ArrayLike<number>;
  widest: DType;
}

/** Throws ValueError if the lists differ in length or depth. */
export function leavesOf(data: Data): Leaves {
  const shape = shapeOf(data);
  if (ArrayBuffer.isView(data)) return { shape, values: data, widest: getDefaultDtype() };
  const values: number[] = [];
  const types = new Set<DType>();
  const visit = (item: Data, depth: number): void => {
    if (!(item instanceof Tensor) && isList(item)) {
      requireLength(item, shape[depth], depth);
      for (const inner of item) visit(inner, depth + 1);
      return;
    }
    if (item instanceof Tensor) elements(item).forEach((value) => values.push(value));
    else if (depth === shape.length) values.push(numberOf(item));
    else throw new ValueError(`expected a sequence at dim ${depth}, got a number`);
    types.add(dtypeOf(item));
  };
  visit(data, 0);
  return { shape, values, widest: types.size === 0 ? getDefaultDtype() : [...types].reduce(wider) };
}

/** A number, or PyTorch's complaint about what is none. */
function numberOf(item: unknown): number {
  if (typeof item === 'number' || typeof item === 'boolean') return Number(item);
  const kind = kindOf(item);
  if (kind === 'str') throw new TypeError(`tensor(): argument 'data': invalid data type 'str'`);
  throw new RuntimeError(`tensor(): argument 'data': Could not infer dtype of ${kind}`);
}

type List = readonly Data[] | Float32Array | Float64Array;

function isList(data: Data): data is List {
  return Array.isArray(data) || ArrayBuffer.isView(data);
}

/** The shape that the first item of every list promises. */
function shapeOf(data: Data): number[] {
  const shape: number[] = [];
  let first: Data | undefined = data;
  for (; first !== undefined && isList(first); first = first[0]) shape.push(first.length);
  return first instanceof Tensor ? [...shape, ...first.shape] : shape;
}

function requireLength({ length }: List, expected: number | undefined, depth: number): void {
  if (length === expected) return;
  throw new ValueError(
    `expected sequence of length ${expected ?? 0} at dim ${depth} (got ${length})`,
  );
}

function dtypeOf(item: number | boolean | Tensor): DType {
  if (item instanceof Tensor) return item.dtype;
  return typeof item === 'boolean' ? 'bool' : getDefaultDtype();
}
