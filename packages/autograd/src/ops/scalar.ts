import { valueOf } from '../core/base.ts';
import { isFloating } from '../core/dtype.ts';
import { gradEnabled } from '../core/grad-mode.ts';
import { NUMBERS, Node, OUTPUT, type Operand, SINGLE } from '../core/node.ts';
import { VERSION_BITS, VERSION_MASK } from '../core/record.ts';
import { SCALAR } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';
import { combine } from './elementary.ts';
import type { ElementRule } from './rule.ts';

/*
 * Elementwise operations in a graph of numbers: fresh 0-dim tensors of one floating dtype, of which each
 * operation makes another. What a computation on scalars does nearly always, without a detour.
 */

/**
 * Whether `a` and `b` are such numbers, or `b` a plain one. What is no operand at all, in plain JavaScript, is not: it
 * is refused later.
 */
export function areNumbers(a: Operand, b: Operand): a is Tensor {
  if (typeof a !== 'object' || (a as Tensor | null)?.memory !== null) return false;
  if (!isFloating(a.dtype)) return false;
  return (
    typeof b === 'number' ||
    ((b as Tensor | null | undefined)?.memory === null && b.dtype === a.dtype)
  );
}

/** The result of `rule` on numbers, recorded if a gradient is wanted. */
export function applyToNumbers(rule: ElementRule, a: Tensor, b: Operand | null): Tensor {
  const { dtype, node: nextA } = a;
  const single = dtype === 'float32';
  let y = 0;
  let nextB: Node | null = null;
  let versions = a.scalarVersion & VERSION_MASK;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- the plus tells the engine that it is a number, not to be boxed
  if (typeof b === 'number') y = single ? Math.fround(b) : +b;
  else if (b !== null) {
    y = b.scalar;
    nextB = b.node;
    versions |= (b.scalarVersion & VERSION_MASK) << VERSION_BITS;
  }
  const exact = combine(rule, a.scalar, y);
  const output = new Tensor(SCALAR, dtype, single ? Math.fround(exact) : exact, null);
  if (!gradEnabled || (nextA === null && nextB === null)) return output;
  let flags = single ? NUMBERS | SINGLE : NUMBERS;
  if (nextA !== null) flags = (flags & (nextA.flags | ~NUMBERS)) | rule.savesA;
  if (nextB !== null) flags = (flags & (nextB.flags | ~NUMBERS)) | rule.savesB;
  const node = new Node(rule, a, b, nextA, nextB, flags, versions);
  if (flags & OUTPUT) node.output = output;
  output.node = node;
  return output;
}

/** The operand as a number. */
export function plain(operand: Operand): number {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- the plus tells the engine that it is a number, not to be boxed
  return typeof operand === 'number' ? +operand : valueOf(operand);
}
