import { floatRepr } from '../../src/format/python-float.ts';
import { tupleText } from '../../src/format/tensor-format.ts';

/** A value of the interpreted program. Ints are bigints, so that 3 and 3.0 stay apart. */
export type Value = unknown;

export type Keywords = ReadonlyMap<string, Value>;
export type PythonFunction = (args: readonly Value[], keywords: Keywords) => Value;

export class Tuple {
  readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    this.items = items;
  }
}

/** The shape of a tensor, a tuple that prints as `torch.Size([2, 3])`. */
export class Size extends Tuple {}

/** A dtype such as `torch.float32`. */
export class DTypeName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** `start:stop:step`; absent bounds are null. */
export class Slice {
  readonly bounds: readonly Value[];
  constructor(bounds: readonly Value[]) {
    this.bounds = bounds;
  }
}

export const ELLIPSIS = Symbol('...');

/** A namespace whose attributes are looked up by name. */
export class Namespace {
  readonly lookup: (name: string) => Value;
  constructor(lookup: (name: string) => Value) {
    this.lookup = lookup;
  }
}

/** What a `with` statement enters: it runs the body. */
export class Context {
  readonly run: (body: () => void) => void;
  constructor(run: (body: () => void) => void) {
    this.run = run;
  }
}

/** An error that the interpreter itself raises, with Python's name for it. */
export class PythonError extends Error {
  override readonly name: string;
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** Text that the package's own classes show, if they have one. */
export type Show = (value: object, quote: boolean) => string | undefined;

/** `repr(value)`. */
export function representation(value: Value, show: Show): string {
  if (typeof value === 'string') return `'${value.replaceAll('\n', '\\n')}'`;
  const inner = (item: Value) => representation(item, show);
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return floatRepr(value);
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Size) return `torch.Size([${value.items.map(inner).join(', ')}])`;
  if (value instanceof Tuple) return tupleText(value.items.map(inner));
  if (Array.isArray(value)) return `[${value.map(inner).join(', ')}]`;
  if (value instanceof DTypeName) return `torch.${value.name}`;
  if (value instanceof Map) {
    return `{${[...value].map(([k, v]) => `${inner(k)}: ${inner(v)}`).join(', ')}}`;
  }
  const text = typeof value === 'object' ? show(value, true) : undefined;
  if (text === undefined) throw new PythonError('TypeError', `no text for ${typeof value}`);
  return text;
}

/** Python's values as the JavaScript ones that the package takes. */
export function toJs(value: Value): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Tuple) return value.items.map(toJs);
  if (Array.isArray(value)) return value.map(toJs);
  if (value instanceof DTypeName) return value.name;
  return value;
}
