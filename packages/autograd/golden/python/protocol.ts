import { type Data, type Index, type Node, Tensor, tensor } from '../../src/index.ts';
import { camelCase, javaScriptArguments } from './arguments.ts';
import { itemOf } from './show.ts';
import {
  DTypeName,
  ELLIPSIS,
  type Keywords,
  Namespace,
  type PythonFunction,
  PythonError,
  Size,
  Slice,
  Tuple,
  type Value,
  toJs,
} from './values.ts';

/** Functions of the interpreter, as opposed to those of the package, take keywords. */
const native = new WeakSet<object>();

/** Marks a function that takes Python's arguments as they are. */
export function define(body: PythonFunction): PythonFunction {
  native.add(body);
  return body;
}

type JsFunction = (...args: unknown[]) => unknown;

/** `callee(*args, **keywords)`. Objects with a `forward` method are called through it. */
export function call(callee: Value, args: readonly Value[], keywords: Keywords): Value {
  if (typeof callee === 'function') {
    return native.has(callee)
      ? (callee as PythonFunction)(args, keywords)
      : fromJs((callee as JsFunction)(...args));
  }
  if (typeof callee === 'object' && callee !== null && 'forward' in callee) {
    return fromJs(
      (callee.forward as JsFunction).apply(callee, javaScriptArguments('forward', args, keywords)),
    );
  }
  throw new PythonError('TypeError', `${typeof callee} is not callable`);
}

/** Results of the package as Python values: lists of tensors are tuples. */
export function fromJs(value: unknown): Value {
  if (value === undefined) return null;
  if (Array.isArray(value)) return new Tuple(value.map(fromJs));
  return value;
}

const sizeOf = (tensor: Tensor) => new Size(tensor.shape.map(BigInt));

function listOf(tensor: Tensor): Value {
  if (tensor.dim() === 0) return itemOf(tensor);
  return tensor.detach().unbind().map(listOf);
}

/** Where to look for methods that tensors of this package do not have; set by the torch module. */
export const tensorFallback: { find?: (tensor: Tensor, name: string) => Value } = {};

/** Attributes of a tensor that are not methods of the same name. */
const tensorAttributes: Readonly<Record<string, (tensor: Tensor) => Value>> = {
  shape: sizeOf,
  dtype: ({ dtype }) => new DTypeName(dtype),
  item: (tensor) => define(() => itemOf(tensor)),
  tolist: (tensor) => define(() => listOf(tensor)),
  numel: (tensor) => define(() => BigInt(tensor.numel())),
  dim: (tensor) => define(() => BigInt(tensor.dim())),
  size: (tensor) =>
    define(([dim]) => (dim === undefined ? sizeOf(tensor) : BigInt(tensor.size(Number(dim))))),
  data_ptr: (tensor) => define(() => tensor.storage?.data),
  data: (tensor) => tensor.detach(),
};

/** `object.name`. */
export function getAttribute(object: Value, name: string): Value {
  if (object instanceof Namespace) return object.lookup(name);
  if (object instanceof Tensor) {
    const special = tensorAttributes[name];
    if (special !== undefined) return special(object);
  }
  if (typeof object !== 'object' || object === null) {
    throw new PythonError('AttributeError', `no attribute '${name}'`);
  }
  // In Python the name of a node is a method.
  if (name === 'name' && 'nextFunctions' in object) {
    return define(() => (object as Node).name);
  }
  if (object instanceof Tensor && !(camelCase(name) in object)) {
    const found = tensorFallback.find?.(object, name);
    if (found !== undefined) return found;
  }
  const member = (object as Record<string, unknown>)[camelCase(name)];
  if (typeof member === 'function') {
    return define((args, keywords) =>
      fromJs((member as JsFunction).apply(object, javaScriptArguments(name, args, keywords))),
    );
  }
  if (member === undefined && !(camelCase(name) in object)) {
    throw new PythonError('AttributeError', `no attribute '${name}'`);
  }
  return fromJs(member);
}

/** `object.name = value`. */
export function setAttribute(object: Value, name: string, value: Value): void {
  (object as Record<string, unknown>)[camelCase(name)] = value;
}

function listType(items: readonly Value[]): 'bool' | 'int64' {
  return items.flat(Infinity).every((item) => typeof item === 'boolean') ? 'bool' : 'int64';
}

/** The fields of a named tuple, such as the values and indices of a maximum. */
function fieldsOf(value: Value): Value[] | null {
  if (typeof value !== 'object' || value === null || value instanceof Tensor) return null;
  const fields: Value[] = Object.values(value);
  return fields.length > 0 && fields.every((field) => field instanceof Tensor) ? fields : null;
}

function toIndex(item: Value): Index {
  if (item === ELLIPSIS) return '...';
  if (typeof item === 'bigint') return Number(item);
  if (item instanceof Slice) {
    if (item.bounds.every((bound) => bound === null)) return ':';
    return item.bounds.map((bound) => (bound === null ? null : Number(bound)));
  }
  if (item === null || item instanceof Tensor) return item;
  if (typeof item === 'boolean') return tensor(item);
  if (Array.isArray(item)) return tensor(toJs(item) as Data, { dtype: listType(item) });
  const kind = typeof item === 'number' ? 'float' : typeof item;
  throw new PythonError(
    'IndexError',
    'only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid ' +
      `indices (got ${kind})`,
  );
}

const toIndices = (index: Value) => (index instanceof Tuple ? index.items : [index]).map(toIndex);

/** `object[index]`. */
export function getItem(object: Value, index: Value): Value {
  if (object instanceof Tensor) return object.at(...toIndices(index));
  const items = object instanceof Tuple ? object.items : (fieldsOf(object) ?? object);
  if (Array.isArray(items) && typeof index === 'bigint') return items.at(Number(index));
  if (Array.isArray(items) && index instanceof Slice) {
    const [start, stop] = index.bounds.map((bound) => (bound === null ? undefined : Number(bound)));
    return items.slice(start, stop);
  }
  if (object instanceof Map) return object.get(index);
  throw new PythonError('TypeError', 'object is not subscriptable');
}

/** `object[index] = value`. */
export function setItem(object: Value, index: Value, value: Value): void {
  if (object instanceof Tensor) {
    object.setAt(toIndices(index), value instanceof Tensor ? value : Number(value));
  } else if (Array.isArray(object)) object[Number(index)] = value;
  else if (object instanceof Map) object.set(index, value);
  else throw new PythonError('TypeError', 'object does not support item assignment');
}

/** The items of a sequence, a tensor's along its first dimension. */
export function iterate(value: Value): Iterable<Value> {
  if (value instanceof Tuple) return value.items;
  if (value instanceof Map) return value.keys();
  if (typeof value === 'object' && value !== null && Symbol.iterator in value) {
    return value as Iterable<Value>;
  }
  const fields = fieldsOf(value);
  if (fields !== null) return fields;
  throw new PythonError('TypeError', 'object is not iterable');
}

/** `bool(value)`. */
export function truth(value: Value): boolean {
  if (value instanceof Tensor) {
    const count = value.numel();
    if (count === 1) return Boolean(value.item());
    const amount = count === 0 ? 'no values' : 'more than one value';
    throw new PythonError('RuntimeError', `Boolean value of Tensor with ${amount} is ambiguous`);
  }
  if (value instanceof Tuple) return value.items.length > 0;
  if (Array.isArray(value)) return value.length > 0;
  return Boolean(value);
}
