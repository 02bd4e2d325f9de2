import { isContiguous, storageOf } from '../core/base.ts';
import type { Node, Rule } from '../core/node.ts';
import { countChange } from '../core/record.ts';
import { numel, sameShape } from '../core/shape.ts';
import { kernelsFor } from '../kernels/kernels.ts';
import type { Tensor } from '../core/tensor.ts';
import { to } from './convert.ts';
import { type Forward, MUL, OTHER, combine, pull } from './elementary.ts';
import { sumToSize } from './expand.ts';

/** The gradient for one operand, before what was broadcast is undone; for a unary rule there is no b. */
export type ElementVjp = (gradient: Tensor, a: Tensor, b: Tensor, output: Tensor) => Tensor;

/** The rule of an elementwise operation of one or two operands. One class for both, so that a graph's rules are alike. */
export class ElementRule implements Rule {
  readonly name: string;
  /** Which of the operations that are written out this is. */
  readonly code: number;
  readonly forward: Forward;
  readonly toA: ElementVjp;
  readonly toB: ElementVjp;
  /** What each gradient needs unchanged. */
  readonly savesA: number;
  readonly savesB: number;
  /** Whole numbers become floating first, as in a division. */
  readonly floats: boolean;

  constructor(
    name: string,
    forward: Forward | number,
    toA: ElementVjp,
    toB: ElementVjp,
    savesA: number,
    savesB: number,
    floats: boolean,
  ) {
    this.name = name.includes('Backward') ? name : `${name}Backward0`;
    const isCode = typeof forward === 'number';
    this.code = isCode ? forward : OTHER;
    this.forward = isCode ? (a, b) => combine(this, a, b) : forward;
    this.toA = toA;
    this.toB = toB;
    this.savesA = savesA;
    this.savesB = savesB;
    this.floats = floats;
  }

  /** The one place where a broadcast, or a change of dtype, is undone. */
  vjp(node: Node, gradient: Tensor, i: number): Tensor {
    const { first: a, second: b } = node;
    const rule = i === 0 ? this.toA : this.toB;
    const raw = rule(gradient, a as Tensor, b as Tensor, node.output as Tensor);
    const input = (i === 0 ? a : b) as Tensor;
    const summed = raw.shape === input.shape ? raw : sumToSize(raw, input.shape);
    return summed.dtype === input.dtype ? summed : to(summed, input.dtype);
  }

  pull(node: Node): void {
    pull(this, node);
  }

  /** For a product without broadcasting. */
  addTo(total: Tensor, node: Node, gradient: Tensor, i: number, twice: boolean): boolean {
    const other = i === 0 ? node.second : node.first;
    if (this.code !== MUL || other === null || typeof other === 'number') return false;
    const p = stepOf(gradient, total);
    const q = stepOf(other, total);
    if (stepOf(total, total) !== 1 || p === undefined || q === undefined) return false;
    const { data } = storageOf(total);
    const a = storageOf(gradient).data;
    const b = storageOf(other).data;
    const { addProduct } = kernelsFor(total.dtype);
    const n = numel(total.shape);
    addProduct(a, gradient.offset, p, b, other.offset, q, data, total.offset, n, twice);
    countChange(total);
    return true;
  }
}

/** How far apart the elements of `x` lie in row-major order, if always as far and `x` is like `total`. */
function stepOf(x: Tensor, total: Tensor): number | undefined {
  const alike = x.dtype === total.dtype && sameShape(x.shape, total.shape);
  if (!alike || x.storage === null) return undefined;
  if (isContiguous(x)) return 1;
  return x.strides.every((step) => step === 0) ? 0 : undefined;
}
