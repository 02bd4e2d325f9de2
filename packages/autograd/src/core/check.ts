import { Tensor } from './tensor.ts';

/*
 * Types say what a function takes; plain JavaScript does not hear them. Here arguments are compared with signatures,
 * and refused in PyTorch's words: who, which argument, what must be, what came.
 */

/** What `value` is, as Python names it. */
export function kindOf(value: unknown): string {
  if (value === null) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Tensor) return 'Tensor';
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'string':
      return 'str';
    case 'boolean':
      return 'bool';
    case 'object': {
      const { name } = value.constructor;
      return name === 'Object' ? 'dict' : name;
    }
    default:
      return typeof value;
  }
}

/** A number as C++ prints it in complaints. */
export function showNumber(value: number): string {
  return String(value).replace('Infinity', 'inf').replace('NaN', 'nan');
}

type Test = (value: unknown) => boolean;

const isInteger: Test = Number.isInteger;
const isNumber: Test = (value) => typeof value === 'number';
const isTensor: Test = (value) => value instanceof Tensor;

/** A list that holds only what passes, or a typed array. */
function listOf(test: Test): Test {
  return (value) => (Array.isArray(value) ? value.every(test) : ArrayBuffer.isView(value));
}

const isDType: Test = (value) =>
  value === 'float32' || value === 'float64' || value === 'int64' || value === 'bool';

/** What an argument may be, by the letters that signatures use; and how PyTorch calls it. */
const KINDS: Readonly<Record<string, readonly [passes: Test, wanted: string]>> = {
  T: [isTensor, 'Tensor'],
  O: [(value) => isNumber(value) || isTensor(value), 'Tensor'],
  L: [listOf(isTensor), 'tuple of Tensors'],
  M: [(value) => isTensor(value) || listOf(isTensor)(value), 'Tensor or tuple of Tensors'],
  N: [
    (value) => isTensor(value) || listOf((item) => item === null || isTensor(item))(value),
    'Tensor or tuple of Tensors',
  ],
  i: [isInteger, 'int'],
  I: [(value) => isInteger(value) || listOf(isInteger)(value), 'tuple of ints'],
  S: [listOf(isInteger), 'tuple of ints'],
  n: [isNumber, 'Number'],
  b: [(value) => typeof value === 'boolean', 'bool'],
  s: [(value) => typeof value === 'string', 'str'],
  f: [(value) => typeof value === 'function', 'function'],
  d: [isDType, 'torch.dtype'],
  '?': [() => true, ''],
};

interface Parameter {
  name: string;
  passes: Test;
  wanted: string;
  /** Whether it may be missing; a tensor then also null. */
  optional: boolean;
}

interface Signature {
  name: string;
  positional: readonly Parameter[];
  options: ReadonlyMap<string, Parameter>;
}

/**
 * `sum self:T dim:I? *keepdim:b`: a name, what comes by position, and after a star what comes by name, in one object.
 * A question mark says that an argument may be missing.
 */
function parse(text: string): Signature {
  const [name = '', ...words] = text.split(' ');
  const parameters = words.map((word) => {
    const [, star, own = '', kind = '', mark] = /^(\*?)(\w+):(.)(\??)$/.exec(word) ?? [];
    const [passes, wanted] = KINDS[kind] as readonly [Test, string];
    return {
      name: own,
      passes,
      wanted,
      optional: star === '*' || mark === '?',
      named: star === '*',
    };
  });
  return {
    name,
    positional: parameters.filter(({ named }) => !named),
    options: new Map(parameters.filter(({ named }) => named).map((one) => [one.name, one])),
  };
}

/** Whether an optional argument is left out; that of a tensor also by null. */
function isMissing({ wanted, optional }: Parameter, value: unknown): boolean {
  return optional && (value === undefined || (value === null && wanted === 'Tensor'));
}

function refuse(
  who: string,
  { name, wanted }: Parameter,
  value: unknown,
  position?: number,
): never {
  const place = position === undefined ? '' : ` (position ${position})`;
  const start = `${who}(): argument '${name === 'self' ? 'input' : name}'${place} must be ${wanted}`;
  const list = Array.isArray(value) && wanted.startsWith('tuple');
  const [item, inner] = wanted.endsWith('Tensors') ? [isTensor, value] : [isInteger, value];
  const bad = list ? (inner as unknown[]).findIndex((one) => !item(one)) : -1;
  throw new TypeError(
    bad < 0
      ? `${start}, not ${kindOf(value)}`
      : `${start}, but found element of type ${kindOf((value as unknown[])[bad])} at pos ${bad}`,
  );
}

function checkOptions({ name: who, options }: Signature, given: unknown): void {
  if (given === undefined) return;
  if (
    typeof given !== 'object' ||
    given === null ||
    Array.isArray(given) ||
    given instanceof Tensor
  ) {
    const [first = ''] = options.keys();
    throw new TypeError(
      `${who}() takes '${first}' by name, as { ${first}: … }, but got ${kindOf(given)} in its place`,
    );
  }
  const own = given as Record<string, unknown>;
  if (Object.getPrototypeOf(given) !== Object.prototype) {
    // Objects of a class, such as a layer, may hold more than the options.
    for (const option of options.values()) requireFit(who, option, own[option.name]);
    return;
  }
  for (const key in given) {
    const option = options.get(key);
    if (option === undefined) {
      throw new TypeError(`${who}() got an unexpected keyword argument '${key}'`);
    }
    requireFit(who, option, own[key]);
  }
}

function requireFit(who: string, parameter: Parameter, value: unknown, position?: number): void {
  if (!parameter.passes(value) && !isMissing(parameter, value)) {
    refuse(who, parameter, value, position);
  }
}

function checkArguments(signature: Signature, args: readonly unknown[]): void {
  const { name: who, positional, options } = signature;
  const first = positional[0]?.name === 'self' ? 0 : 1;
  for (let i = 0; i < positional.length; i++) {
    const parameter = positional[i] as Parameter;
    const value = args[i];
    if (parameter.passes(value) || isMissing(parameter, value)) continue;
    if (value === undefined && i >= args.length) {
      throw new TypeError(`${who}() missing 1 required positional arguments: "${parameter.name}"`);
    }
    refuse(who, parameter, value, Math.max(i + first, 1));
  }
  const most = positional.length;
  if (args.length <= most) return;
  if (options.size > 0) checkOptions(signature, args[most]);
  const taken = most + Number(options.size > 0);
  if (args.length <= taken || args[taken] === undefined) return;
  throw new TypeError(
    `${who}() takes ${most + first - 1} positional arguments but ${args.length + first - 1} were given`,
  );
}

/** A check of arguments by a signature, for functions that do more than be called. */
/* @__NO_SIDE_EFFECTS__ */
export function argumentsOf(text: string): (...args: unknown[]) => void {
  let signature: Signature | undefined;
  return (...args) => {
    checkArguments((signature ??= parse(text)), args);
  };
}

/** `f`, which throws TypeError in PyTorch's words for arguments that its signature does not allow. */
/* @__NO_SIDE_EFFECTS__ */
export function checked<Function extends (...args: never[]) => unknown>(
  text: string,
  f: Function,
): Function {
  let signature: Signature | undefined;
  const called = (...args: never[]): unknown => {
    checkArguments((signature ??= parse(text)), args);
    return f(...args);
  };
  return called as Function;
}

const parsed = /* @__PURE__ */ new Map<string, Signature>();

/** Checks an options object alone, by a signature of its names. */
export function checkNamed(text: string, options: unknown): void {
  let signature = parsed.get(text);
  if (signature === undefined) parsed.set(text, (signature = parse(text)));
  checkOptions(signature, options);
}

/** Refuses what is neither a tensor nor a number, of the operands of an elementwise operation. */
export function checkOperands(name: string, a: unknown, b: unknown): void {
  if (isOperand(a) && isOperand(b)) return;
  const which = isOperand(a) ? { name: 'other', position: 1 } : { name: 'input', position: 1 };
  const who = name.replace(/Backward.*/, '').toLowerCase();
  refuse(
    who,
    { ...which, passes: isOperand, wanted: 'Tensor', optional: false },
    isOperand(a) ? b : a,
    1,
  );
}

function isOperand(value: unknown): boolean {
  return typeof value === 'number' || value instanceof Tensor;
}
