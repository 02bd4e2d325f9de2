import * as torch from '../../src/index.ts';
import { PythonError, Tuple, type Value } from './values.ts';

const { Tensor } = torch;
type Operand = torch.Operand;

/** `a // b`, for which PyTorch has no gradient. */
function floorDivide(a: Operand, b: Operand): torch.Tensor {
  const recorded = torch.customFunction({
    name: 'NotImplemented',
    forward: (_, x: torch.Tensor) => x.detach(),
    backward: () => {
      throw new torch.RuntimeError('derivative for aten::floor_divide is not implemented');
    },
  });
  return recorded(torch.div(a, b, { roundingMode: 'floor' }));
}

const onTensors: Record<string, (a: Operand, b: Operand) => torch.Tensor> = {
  '+': torch.add,
  '-': torch.sub,
  '*': torch.mul,
  '/': torch.div,
  '//': floorDivide,
  '%': torch.remainder,
  '&': torch.logicalAnd,
  '|': torch.logicalOr,
  '^': torch.ne,
  '**': torch.pow,
  '@': (a, b) => torch.matmul(a as torch.Tensor, b as torch.Tensor),
  '<': torch.lt,
  '<=': torch.le,
  '>': torch.gt,
  '>=': torch.ge,
  '==': torch.eq,
  '!=': torch.ne,
};

const onFloats: Record<string, (a: number, b: number) => number | boolean> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '//': (a, b) => Math.floor(a / b),
  '%': (a, b) => a - Math.floor(a / b) * b,
  '**': (a, b) => a ** b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

const onInts: Record<string, (a: bigint, b: bigint) => Value> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => Number(a) / Number(b),
  '//': (a, b) => BigInt(Math.floor(Number(a) / Number(b))),
  '%': (a, b) => ((a % b) + b) % b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '**': (a, b) => (b < 0n ? Number(a) ** Number(b) : a ** b),
};

/** A number next to a tensor: a whole float must not pass for an int beside an integer tensor. */
function operand(value: Value, other: Value): Operand {
  if (value instanceof Tensor) return value;
  if (typeof value === 'boolean') return torch.tensor(value);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'number') throw new PythonError('TypeError', 'unsupported operand type(s)');
  const integers = other instanceof Tensor && !torch.isFloating(other.dtype);
  return integers && Number.isInteger(value) ? torch.tensor(value) : value;
}

function asNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  throw new PythonError('TypeError', 'unsupported operand type(s)');
}

/** `a operator b` for arithmetic and ordering. */
export function applyBinary(operator: string, a: Value, b: Value): Value {
  if (a instanceof Tensor || b instanceof Tensor) {
    const apply = onTensors[operator];
    if (apply === undefined) throw new SyntaxError(`no operator ${operator}`);
    return apply(operand(a, b), operand(b, a));
  }
  const ints = onInts[operator];
  if (typeof a === 'bigint' && typeof b === 'bigint' && ints !== undefined) return ints(a, b);
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') return a + b;
  if (operator === '+' && Array.isArray(a) && Array.isArray(b)) return a.concat(b) as Value[];
  if (operator === '+' && a instanceof Tuple && b instanceof Tuple) {
    return new Tuple([...a.items, ...b.items]);
  }
  if (operator === '*' && Array.isArray(a) && typeof b === 'bigint') {
    return Array.from({ length: Number(b) }, () => a as Value[]).flat();
  }
  const apply = onFloats[operator];
  if (apply === undefined) throw new SyntaxError(`no operator ${operator}`);
  return apply(asNumber(a), asNumber(b));
}

const isNumeric = (value: Value) => ['number', 'bigint', 'boolean'].includes(typeof value);

function equals(a: Value, b: Value): boolean {
  if (isNumeric(a) && isNumeric(b)) return Number(a) === Number(b);
  if (a instanceof Tuple && b instanceof Tuple) return equals(a.items, b.items);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => equals(item, b[i]));
  }
  return a === b;
}

/** `a operator b` for comparisons, identity and membership. */
export function applyComparison(operator: string, a: Value, b: Value): Value {
  const tensors = a instanceof Tensor || b instanceof Tensor;
  if (operator === 'is') return a === b;
  if (operator === 'is not') return a !== b;
  if (operator === 'in' || operator === 'not in') {
    const items = b instanceof Tuple ? b.items : b;
    const found = Array.isArray(items) && items.some((item) => equals(item, a));
    return found === (operator === 'in');
  }
  if (!tensors && operator === '==') return equals(a, b);
  if (!tensors && operator === '!=') return !equals(a, b);
  return applyBinary(operator, a, b);
}

/** `~value`: not, for truth values; the complement, for whole numbers. */
function inverted(value: Value): Value {
  if (value instanceof Tensor) return value.dtype === 'bool' ? value.eq(0) : value.neg().sub(1);
  return -1n - (typeof value === 'bigint' ? value : BigInt(asNumber(value)));
}

/** Unary minus, plus and complement. */
export function applyUnary(operator: string, value: Value): Value {
  if (operator === '+') return value;
  if (operator === '~') return inverted(value);
  if (value instanceof Tensor) return value.neg();
  return typeof value === 'bigint' ? -value : -asNumber(value);
}
