/** One-sided derivatives from the formula itself: no step is taken, so that no tolerance decides. */
import { type Algebra, type BinaryName, fold } from './algebra.ts';
import type { Point } from './compile.ts';
import { exactly } from './double-double.ts';
import { type UnaryName, functions } from './functions.ts';
import * as s from './series.ts';
import type { Series } from './series.ts';
import { type Expression, constants, partsFromTheLeaves } from './tree.ts';

/** The derivatives of t ↦ f(point + t direction) at t = 0 from both sides. */
export interface OneSided {
  /** Infinite where f jumps or its slope grows without bound; null where f has no value on that side. */
  left: number | null;
  right: number | null;
  /** Both are finite and equal, but for rounding: f has a derivative. */
  agree: boolean;
}

/** undefined: f has no value there; null: this method cannot tell. */
type Side = Series | undefined | null;

/** Null where f has no value at the point, and where the formula does not tell (√(1 − cos x) at 0). */
export function oneSidedDerivatives(
  expression: Expression,
  point: Point,
  direction: Point,
): OneSided | null {
  const value = fold(expression, alongRay(point, direction, 0));
  if (!value) return null;
  const right = slopeOf(fold(expression, alongRay(point, direction, 1)), value);
  const back = slopeOf(fold(expression, alongRay(point, direction, -1)), value);
  if (right === null || back === null) return null;
  const left = back && { value: 0 - back.value, error: back.error };
  return {
    left: left?.value ?? null,
    right: right?.value ?? null,
    agree: left !== undefined && right !== undefined && equal(left, right),
  };
}

/**
 * The right one alone: how steeply f rises as one leaves the point. Infinite at a jump, undefined where
 * f has no value there or ahead, null where the formula does not tell.
 */
export function derivativeTowards(
  expression: Expression,
  point: Point,
  direction: Point,
): number | undefined | null {
  const value = fold(expression, alongRay(point, direction, 0));
  if (!value) return value;
  const slope = slopeOf(fold(expression, alongRay(point, direction, 1)), value);
  return slope && slope.value;
}

const equal = (a: s.Rounded, b: s.Rounded): boolean =>
  Number.isFinite(a.value) &&
  Number.isFinite(b.value) &&
  Math.abs(a.value - b.value) <= a.error + b.error;

/** What (f(t) − f(0)) / t tends to. */
function slopeOf(side: Side, value: Series): s.Rounded | undefined | null {
  if (!side) return side;
  const change = s.subtract(side, value);
  const lead = s.leadOf(change);
  if (lead === undefined) return change.order > 1 ? { value: 0, error: 0 } : null;
  if (lead.power > 1 + 1e-9) return { value: 0, error: 0 };
  return lead.power < 1 - 1e-9
    ? { value: Math.sign(lead.value) * Infinity, error: 0 }
    : { value: lead.value, error: lead.error };
}

const cornered: ReadonlySet<string> = new Set([
  ...['abs', 'sign', 'floor', 'relu', 'max', 'min'],
  ...['sqrt', 'cbrt', 'asin', 'acos', '^'],
]);

/**
 * Whether f can have a kink, a jump or a vertical tangent at the point: some function in it has one at
 * the value that it is given there. False where f is smooth.
 */
export function mayHaveKinkAt(expression: Expression, point: Point): boolean {
  const names = partsFromTheLeaves(expression).map((part) =>
    part.kind === 'call' ? part.name : part.kind === 'binary' ? part.operator : '',
  );
  if (!names.some((name) => cornered.has(name))) return false;
  const corners: string[] = [];
  const still = alongRay(point, {}, 0);
  const value = fold(expression, {
    ...still,
    binary: (name, left, right) => {
      if (left && right && turnsAt(name, left, right)) corners.push(name);
      return still.binary(name, left, right);
    },
    call: (name, operand) => {
      if (operand && isCorner(name, operand)) corners.push(name);
      return still.call(name, operand);
    },
  });
  return corners.length > 0 || value === null;
}

function turnsAt(name: BinaryName, left: Series, right: Series): boolean {
  if (name === 'max' || name === 'min') return s.isZero(s.subtract(left, right));
  if (name !== '^' || !s.isZero(left)) return false;
  const exponent = s.limitOf(right).value;
  return !Number.isInteger(exponent) || exponent <= 0;
}

function isCorner(name: UnaryName, u: Series): boolean {
  if (!cornered.has(name)) return false;
  if (name === 'asin' || name === 'acos') return Math.abs(s.limitOf(u).value) === 1;
  if (name !== 'floor') return s.isZero(u);
  const whole = Math.round(s.limitOf(u).value);
  return s.isZero(s.subtract(u, s.constant(s.rounded(whole))));
}

/** point + t side direction, for small t > 0. */
function alongRay(point: Point, direction: Point, side: -1 | 0 | 1): Algebra<Side> {
  return {
    number: (value) => s.constant(s.rounded(value)),
    constant: (name) => s.constant(s.rounded(constants[name])),
    variable: (name) => s.moving(coordinate(point, name), side * (direction[name] ?? 0)),
    negate: (operand) => operand && s.negate(operand),
    binary: (name, left, right) => (left && right ? joined(name, left, right) : left && right),
    call: (name, operand) => operand && called(name, operand),
  };
}

function coordinate(point: Point, name: string): number {
  const value = point[name];
  if (value === undefined)
    throw new Error(`oneSidedDerivatives: the point must give a value for ${name}`);
  return value;
}

function joined(name: BinaryName, left: Series, right: Series): Side {
  switch (name) {
    case '+':
      return s.add(left, right);
    case '-':
      return s.subtract(left, right);
    case '*':
      return s.multiply(left, right);
    case '/': {
      const reciprocal = s.power(right, -1);
      return reciprocal && s.multiply(left, reciprocal);
    }
    case '^':
      return raised(left, right);
    case 'max':
      return chosen(left, right, s.subtract(left, right));
    case 'min':
      return chosen(left, right, s.subtract(right, left));
  }
}

/** uʷ, which is exp(w ln u) where w moves. */
function raised(base: Series, exponent: Series): Side {
  const fixed = exponent.order === Infinity && exponent.terms.every(({ power }) => power === 0);
  if (fixed) return s.power(base, s.limitOf(exponent).value);
  const logarithm = called('ln', base);
  return logarithm && called('exp', s.multiply(exponent, logarithm));
}

/** The first where the difference is above zero, the second where it is below; the same to its order where unknown. */
function chosen(first: Series, second: Series, difference: Series): Series {
  const lead = s.leadOf(difference);
  if (lead === undefined) return s.upTo(difference.order, first);
  return lead.value > 0 ? first : second;
}

const nothing: Series = { terms: [], order: Infinity };

function called(name: UnaryName, u: Series): Side {
  const side = Math.sign(s.leadOf(u)?.value ?? 0);
  switch (name) {
    case 'abs':
      return side < 0 ? s.negate(u) : u;
    case 'relu':
      return side < 0 ? nothing : u;
    case 'sign':
      return s.isUnknown(u) ? null : s.constant(s.rounded(side));
    case 'floor':
      return floorOf(u);
    case 'sqrt':
      return s.power(u, 1 / 2);
    case 'cbrt':
      return side < 0 ? negated(s.power(s.negate(u), 1 / 3)) : s.power(u, 1 / 3);
    default:
      return s.compose(u, functions[name].number, (c) => functions[name].precise(exactly(c))[1].hi);
  }
}

const negated = (u: Side): Side => u && s.negate(u);

/** At a whole number the side decides on which step it stands. */
function floorOf(u: Series): Side {
  const limit = s.limitOf(u);
  const whole = Math.round(limit.value);
  const rest = s.subtract(u, s.constant(s.rounded(whole)));
  const lead = s.leadOf(rest);
  if (s.isUnknown(rest) || (lead && lead.power < 0)) return null;
  return s.constant(s.rounded(lead && lead.value < 0 ? whole - 1 : whole));
}
