import type { Memory, View } from '../core/base.ts';
import { forEachRow } from '../core/elements.ts';
import { checkFrozen } from '../core/frozen.ts';
import { gradEnabled } from '../core/grad-mode.ts';
import { alias } from '../core/make.ts';
import { Node, type Rule, moveRetaining } from '../core/node.ts';
import { type Vjp, nodeOf, record } from '../core/record.ts';
import { type Shape, sizeAt, strideAt } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { type Positions, scatterAddAt, take } from './take.ts';

/** PyTorch's name of the node of a view whose base changed, and of its gradient. */
export const AS_STRIDED = 'AsStridedBackward0';

/** How a view reads the memory of its base. */
export interface Geometry {
  shape: Shape;
  strides: Shape;
  offset: number;
}

/**
 * A tensor that shares the memory of `x` and reads it with another geometry, recorded as `name`.
 * `output` is its index among the views that one call returns, −1 if it returns no others.
 */
export function viewOf(
  x: Tensor,
  name: string,
  { shape, strides, offset }: Geometry,
  vjp: Vjp,
  output = -1,
  addTo?: NonNullable<Rule['addTo']>,
): Tensor {
  const out = alias(x, shape, strides, offset);
  record(out, name, [x], vjp, 0, addTo);
  const { origin, version } = x;
  const frozen = !gradEnabled ? 'no grad' : output < 0 ? (origin?.frozen ?? null) : 'several views';
  const base = origin === null ? x : origin.base;
  (out.memory as Memory).origin = {
    base,
    version,
    output: Math.max(output, 0),
    frozen,
    refresh: refreshView,
  };
  return out;
}

/** The node of a view whose memory has changed in place: what it reads of its base as that is now. */
function refreshView(x: Tensor, view: View): Node | null {
  const { base } = view;
  const baseNode = nodeOf(base);
  if (baseNode !== null) {
    checkFrozen(x, 'its base or another view of its base has been');
    view.version = x.version;
    const positions = positionsIn(base, x);
    const rule: Rule = {
      name: AS_STRIDED,
      vjp: (_, g) => scatterAddAt(g, base.shape, positions, AS_STRIDED),
    };
    const node = new Node(rule, base, null, baseNode, null, 0, 0);
    moveRetaining(x, x.node, node);
    x.node = node;
  }
  return x.node;
}

/** Where what `x` reads in the memory of `base` stands in a row-major copy of `base`. */
export function positionsIn(base: Tensor, x: Tensor): Positions {
  const read = ({ shape, strides, offset }: Tensor): Positions =>
    positionsOf({ shape, strides, offset: offset - base.offset });
  if (base.isContiguous()) return read(x);
  // A base that is itself turned, such as what `detach` makes of a transpose.
  const positions = new Map<number, number>();
  read(base).forEach((at, k) => positions.set(at, k));
  return {
    forEach: (visit) => {
      read(x).forEach((at, k) => {
        visit(positions.get(at) as number, k);
      });
    },
  };
}

/** The elements of a row-major `x` at a geometry; a copy. d gather = gather dx */
export function gatherStrided(x: Tensor, geometry: Geometry): Tensor {
  return take(x, geometry.shape, positionsOf(geometry), AS_STRIDED);
}

/** Zeros of `shape` to which `x` is added at a geometry: the transpose of gatherStrided. */
export function scatterStrided(x: Tensor, shape: Shape, geometry: Geometry): Tensor {
  return scatterAddAt(x, shape, positionsOf(geometry), AS_STRIDED);
}

/** Every index that a geometry reads, in row-major order. */
export function positionsOf({ shape, strides, offset }: Geometry): Positions {
  const size = sizeAt(shape, shape.length - 1);
  const step = strideAt(strides, shape.length - 1);
  return {
    forEach(visit) {
      let k = 0;
      forEachRow(shape, [strides], [offset], ([start]) => {
        for (let c = 0, at = start; c < size; c++, at += step) visit(at, k++);
      });
    },
  };
}
