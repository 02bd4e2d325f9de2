import { checkNamed, checkOperands } from '../core/check.ts';
import { RuntimeError } from '../core/errors.ts';
import { isFloating } from '../core/dtype.ts';
import type { Operand } from '../core/node.ts';
import type { Tensor } from '../core/tensor.ts';
import { BOTH, FIRST, NOTHING, OUTPUT, SECOND, binary, resultType, unary } from './define.ts';
import { ADD, MUL, NEGATE, SUB } from './elementary.ts';
import { asTensor, zerosLike } from '../core/constant.ts';
import { any } from './reduce.ts';

/** d(a + b) = da + db */
const plus = binary({
  name: 'Add',
  forward: ADD,
  loop: 'add',
  vjp: [(g) => g, (g) => g],
  saves: [NOTHING, NOTHING],
});

/** d(a − b) = da − db */
/* @__NO_SIDE_EFFECTS__ */
function difference(name: string): (a: Operand, b: Operand) => Tensor {
  return binary({
    name,
    forward: SUB,
    loop: 'sub',
    vjp: [(g) => g, (g) => neg(g)],
    saves: [NOTHING, NOTHING],
  });
}

const minus = difference('Sub');
/** The same with a number on the left. */
const reversedMinus = difference('RsubBackward1');

/**
 * a · b of each pair of elements. d(a b) = b da + a db
 * Shapes: broadcast. Dtypes: promoted. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.mul.html
 */
export const mul = binary({
  name: 'Mul',
  forward: MUL,
  loop: 'mul',
  vjp: [(g, _, b) => mul(g, b), (g, a) => mul(g, a)],
  saves: [SECOND, FIRST],
});

/** d(a / b) = da / b − (a / b) / b db */
const quotient = binary({
  name: 'Div',
  forward: (a, b) => a / b,
  loop: 'div',
  floats: true,
  vjp: [(g, _, b) => quotient(g, b), (g, a, b) => mul(neg(g), quotient(quotient(a, b), b))],
  saves: [SECOND, BOTH],
});

const ON_MASK =
  'on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.';

/** d(−x) = −dx */
const negative = unary({
  name: 'Neg',
  forward: NEGATE,
  keepsIntegers: true,
  saves: NOTHING,
  vjp: (g) => negative(g),
});

/**
 * −x of each element. d(−x) = −dx
 * Throws RuntimeError for bool, which `logicalNot` inverts.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.neg.html
 */
export function neg(x: Tensor): Tensor {
  if ((x as Tensor | null)?.dtype === 'bool')
    throw new RuntimeError(`Negation, the \`-\` operator, ${ON_MASK}`);
  return negative(x);
}

/**
 * 1/x of each element, ∞ at 0; whole numbers become floating. d(1/x) = −(1/x)² dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.reciprocal.html
 */
export const reciprocal = unary({
  name: 'Reciprocal',
  forward: (x) => 1 / x,
  saves: OUTPUT,
  vjp: (g, _, y) => mul(neg(g), mul(y, y)),
});

/** Options of `add` and `sub`: how much of the second operand is taken. */
export interface AlphaOptions {
  /** The factor of the second operand, 1 by default. */
  alpha?: number;
}

/** Options of `div`: how a quotient is rounded to a whole number, if at all. */
export interface RoundingOptions {
  /** Down, towards 0, or not at all, which is the default. */
  roundingMode?: 'floor' | 'trunc' | null;
}

/**
 * a + alpha · b of each pair of elements. d(a + αb) = da + α db
 * Shapes: broadcast. Dtypes: promoted. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.add.html
 */
export function add(a: Operand, b: Operand, options?: AlphaOptions): Tensor {
  return plus(a, options === undefined ? b : scaled('add *alpha:n', b, options));
}

/** The second operand times alpha. A number stays one, so that it does not decide the dtype. */
function scaled(signature: string, b: Operand, options: AlphaOptions): Operand {
  checkNamed(signature, options);
  const { alpha = 1 } = options;
  if (alpha === 1) return b;
  return typeof b === 'number' ? b * alpha : mul(b, alpha);
}

function isMask(x: Operand): boolean {
  return typeof x !== 'number' && (x as Tensor | null | undefined)?.dtype === 'bool';
}

function refuseMasks(both: boolean): never {
  const why = both
    ? 'with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.'
    : ON_MASK.replace('on', 'with');
  throw new RuntimeError(`Subtraction, the \`-\` operator, ${why}`);
}

/**
 * a − alpha · b of each pair of elements. d(a − αb) = da − α db
 * Shapes: broadcast. Dtypes: promoted. Throws RuntimeError if the shapes do not broadcast, or for bool.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.sub.html
 */
export function sub(a: Operand, b: Operand, options?: AlphaOptions): Tensor {
  if (isMask(a) || isMask(b)) refuseMasks(isMask(a) && isMask(b));
  const taken = options === undefined ? b : scaled('sub *alpha:n', b, options);
  return typeof a === 'number' ? reversedMinus(a, taken) : minus(a, taken);
}

/**
 * a / b of each pair of elements, or ⌊a / b⌋ or trunc(a / b) by `roundingMode`.
 * d(a / b) = da / b − (a / b) / b db; 0 if rounded
 * A number over a tensor is the number times its reciprocal, as in PyTorch.
 * Shapes: broadcast. Dtypes: promoted; whole numbers become floating unless rounded.
 * Throws RuntimeError if the shapes do not broadcast, or if whole numbers are divided by 0 and rounded.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.div.html
 */
export function div(a: Operand, b: Operand, options?: RoundingOptions): Tensor {
  if (options !== undefined) {
    checkNamed('div *roundingMode:?', options);
    if (options.roundingMode) return roundedQuotient(a, b, options.roundingMode);
  }
  return typeof a === 'number' && typeof b !== 'number' ? mul(reciprocal(b), a) : quotient(a, b);
}

function roundedQuotient(a: Operand, b: Operand, mode: 'floor' | 'trunc'): Tensor {
  refuseZero(a, b);
  if (mode === 'floor') return floorDivision(a, b);
  if ((mode as string) !== 'trunc') {
    throw new RuntimeError(
      `div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '${mode as string}'`,
    );
  }
  return resultType(a, b) === 'float32' ? truncatedInFloat32(a, b) : truncatedDivision(a, b);
}

/** Throws for whole numbers divided by 0. */
export function refuseZero(a: Operand, b: Operand): void {
  checkOperands('div', a, b);
  if (!isFloating(resultType(a, b)) && any(asTensor(b).eq(0)).item()) {
    throw new RuntimeError('ZeroDivisionError');
  }
}

/** d⌊a/b⌋ = 0, however the quotient is rounded */
/* @__NO_SIDE_EFFECTS__ */
function wholeQuotient(forward: (a: number, b: number) => number): typeof quotient {
  return binary({
    name: 'DivBackward2',
    forward,
    vjp: [(g) => zerosLike(g), (g) => zerosLike(g)],
    saves: [NOTHING, NOTHING],
  });
}

/** ⌊a / b⌋ of the exact quotient: a / b itself may be rounded up to the next whole number. */
function floorQuotient(a: number, b: number): number {
  if (b === 0) return a / b;
  const rest = a % b;
  const quotient = (a - rest) / b - Number(rest !== 0 && rest < 0 !== b < 0);
  if (quotient === 0) return Math.sign(a / b) * 0;
  const below = Math.floor(quotient);
  return quotient - below > 0.5 ? below + 1 : below;
}

const floorDivision = wholeQuotient(floorQuotient);
const truncatedDivision = wholeQuotient((a, b) => Math.trunc(a / b));
/** The same in float32, where the quotient is rounded first. */
const truncatedInFloat32 = wholeQuotient((a, b) => Math.trunc(Math.fround(a / b)));
