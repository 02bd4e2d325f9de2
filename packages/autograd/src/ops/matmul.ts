import { checked } from '../core/check.ts';
import { allocate } from '../core/allocate.ts';
import { type Data, typeName } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { elements, wrap } from '../core/make.ts';
import { needsGrad, record } from '../core/record.ts';
import { type Shape, broadcastShapes, numel, strideAt } from '../core/shape.ts';
import { matmulFor } from '../kernels/kernels.ts';
import type { Tensor } from '../core/tensor.ts';
import type { Storage } from '../core/storage.ts';
import { zerosLike } from '../core/constant.ts';
import { expand, sumToSize } from './expand.ts';
import { reshape, squeezeAs, transpose, unsqueeze } from './view.ts';

function requireRank(x: Tensor, rank: number, message: string): void {
  if (x.dim() !== rank) throw new RuntimeError(message);
}

/** Products reuse their inputs: each gradient needs the other one. */
function savedInputs(a: Tensor, b: Tensor): number {
  return (needsGrad(b) ? 1 : 0) | (needsGrad(a) ? 2 : 0);
}

/**
 * The rows of a matrix or of a stack of them: an array, where the first row starts in it, the step from row
 * to row and from matrix to matrix. Packed if the elements of a row are not neighbours.
 */
function rowsOf(x: Tensor): [data: Data, start: number, step: number, next: number] {
  const { shape, strides, storage } = x;
  const last = shape.length - 1;
  const size = shape[last] as number;
  return strides[last] === 1 || size === 1
    ? [
        (storage as Storage).data,
        x.offset,
        strides[last - 1] as number,
        strideAt(strides, last - 2),
      ]
    : [elements(x), 0, size, size * (shape[last - 1] as number)];
}

/** The elements of A B, for two matrices or for each pair in two stacks of them. */
function product(a: Tensor, b: Tensor): Data {
  if (a.dtype !== b.dtype) {
    throw new RuntimeError(
      `expected scalar type ${typeName(a.dtype)} but found ${typeName(b.dtype)}`,
    );
  }
  const [left, i, p, nextA] = rowsOf(a);
  const [right, j, q, nextB] = rowsOf(transpose(b.detach(), -2, -1));
  const [m = 0, k = 0] = a.shape.slice(-2);
  const n = b.shape.at(-1) as number;
  const batch = a.dim() === 2 ? 1 : (a.shape[0] as number);
  const out = allocate(a.dtype, batch * m * n);
  const multiplyRows = matmulFor(a.dtype);
  for (let c = 0; c < batch; c++) {
    multiplyRows(left, i + c * nextA, p, right, j + c * nextB, q, out, c * m * n, m, n, k);
  }
  return out;
}

function multiply(a: Tensor, b: Tensor, name: string): Tensor {
  const shape = [...a.shape.slice(0, -1), b.shape.at(-1) as number];
  const output = wrap(product(a, b), shape, a.dtype);
  return record(output, name, [a, b], productVjp(a, b, name), savedInputs(a, b));
}

/** d(A B) = dA B + A dB: the gradients are G Bᵀ and Aᵀ G. */
const productVjp =
  (a: Tensor, b: Tensor, name: string) =>
  (g: Tensor, i: number): Tensor =>
    i === 0 ? multiply(g, transpose(b, -2, -1), name) : multiply(transpose(a, -2, -1), g, name);

/**
 * A B of two matrices of one dtype: [n, k] and [k, m] → [n, m]. d(A B) = dA B + A dB: the gradients are G Bᵀ and
 * Aᵀ G.
 * Throws RuntimeError if either is no matrix, or the inner sizes or the dtypes differ.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.mm.html
 */
export const mm = checked('mm self:T mat2:T', (a: Tensor, b: Tensor): Tensor => {
  requireRank(a, 2, 'self must be a matrix');
  requireRank(b, 2, 'mat2 must be a matrix');
  const [m = 0, k = 0] = a.shape;
  const [inner = 0, n = 0] = b.shape;
  if (k !== inner) {
    throw new RuntimeError(
      `mat1 and mat2 shapes cannot be multiplied (${m}x${k} and ${inner}x${n})`,
    );
  }
  return multiply(a, b, 'MmBackward0');
});

/**
 * a·b = Σ aᵢ bᵢ of two vectors of one length and dtype, 0-dim. d(a·b) = b·da + a·db.
 * Throws RuntimeError if they are not that.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.dot.html
 */
export const dot = checked('dot self:T tensor:T', (a: Tensor, b: Tensor): Tensor => {
  if (a.dim() !== 1 || b.dim() !== 1) {
    throw new RuntimeError(`1D tensors expected, but got ${a.dim()}D and ${b.dim()}D tensors`);
  }
  const [n = 0] = a.shape;
  const [m = 0] = b.shape;
  if (n !== m) {
    throw new RuntimeError(
      `inconsistent tensor size, expected tensor [${n}] and src [${m}] to have the same number of elements, ` +
        `but got ${n} and ${m} elements respectively`,
    );
  }
  if (a.dtype !== b.dtype) {
    throw new RuntimeError(
      `dot : expected both vectors to have same dtype, but found ${typeName(a.dtype)} and ${typeName(b.dtype)}`,
    );
  }
  const value = a.detach().mul(b.detach()).sum();
  return record(value, 'DotBackward0', [a, b], (g, i) => g.mul(i === 0 ? b : a), savedInputs(a, b));
});

/**
 * A x of a matrix and a vector of one dtype: [n, k] and [k] → [n]. d(A x) = dA x + A dx: the gradients are g xᵀ
 * and Aᵀ g.
 * Throws RuntimeError if they are not that.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.mv.html
 */
export const mv = checked('mv self:T vec:T', (a: Tensor, x: Tensor): Tensor => {
  const [m = 0, n = 0] = a.shape;
  if (a.dim() !== 2 || x.dim() !== 1) {
    throw new RuntimeError(`vector + matrix @ vector expected, got 1, ${a.dim()}, ${x.dim()}`);
  }
  if (x.shape[0] !== n) {
    throw new RuntimeError(`size mismatch, got ${m}, ${m}x${n},${x.shape[0] as number}`);
  }
  const output = wrap(product(a, unsqueeze(x.detach(), 1)), [m], a.dtype);
  const vjp = (g: Tensor, i: number): Tensor => (i === 0 ? outer(g, x) : mv(transpose(a, 0, 1), g));
  return record(output, 'MvBackward0', [a, x], vjp, savedInputs(a, x));
});

/**
 * a bᵀ of two vectors, [n] and [m] → [n, m]; dtypes are promoted. Throws RuntimeError if either is no vector.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.outer.html
 */
export const outer = checked('outer self:T vec2:T', (a: Tensor, b: Tensor): Tensor => {
  requireRank(a, 1, `outer: Expected 1-D argument self, but got ${a.dim()}-D`);
  requireRank(b, 1, `outer: Expected 1-D argument vec2, but got ${b.dim()}-D`);
  return a.unsqueeze(1).mul(b);
});

/**
 * A B for each pair in two stacks of matrices of one dtype: [b, n, k] and [b, k, m] → [b, n, m]; gradients as for
 * `mm`.
 * Throws RuntimeError if either has not three dimensions, or sizes or dtypes do not fit.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.bmm.html
 */
export const bmm = checked('bmm self:T mat2:T', (a: Tensor, b: Tensor): Tensor => {
  requireRank(a, 3, 'batch1 must be a 3D tensor');
  requireRank(b, 3, 'batch2 must be a 3D tensor');
  const [batch = 0, , k = 0] = a.shape;
  const [batchB = 0, inner = 0] = b.shape;
  if (batch !== batchB || k !== inner) {
    throw new RuntimeError(
      `Expected size for first two dimensions of batch2 tensor to be: [${batch}, ${k}] but got: [${batchB}, ${inner}].`,
    );
  }
  return multiply(a, b, 'BmmBackward0');
});

/** PyTorch's name of the node that drops the dimension which made a vector a matrix. */
const DROPPED = 'SqueezeBackward3';

/**
 * Python's `a @ b`, of one dtype. Vectors: [k] and [k] → 0-dim, [n, k] and [k] → [n], [k] and [k, m] → [m].
 * Matrices: […, n, k] and […, k, m] → […, n, m], where the dimensions in front broadcast.
 * Throws RuntimeError if either is 0-dim, or sizes or dtypes do not fit.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.matmul.html
 */
export const matmul = checked('matmul self:T other:T', (a: Tensor, b: Tensor): Tensor => {
  const n = a.dim();
  const m = b.dim();
  if (n === 0 || m === 0) {
    throw new RuntimeError(
      `both arguments to matmul need to be at least 1D, but they are ${n}D and ${m}D`,
    );
  }
  if (n === 1 && m === 1) return dot(a, b);
  if (n === 2 && m === 1) return mv(a, b);
  if (n === 1) return squeezeAs(matmul(unsqueeze(a, 0), b), -2, DROPPED);
  if (n === 2 && m === 2) return mm(a, b);
  if (m === 1) return squeezeAs(matmul(a, unsqueeze(b, 1)), -1, DROPPED);
  if (m === 2) return foldedMatmul(a, b);
  return batchedMatmul(a, b);
});

/** A stack times one matrix is one product, of all the rows. */
function foldedMatmul(a: Tensor, b: Tensor): Tensor {
  const lead = a.shape.slice(0, -1);
  const k = a.shape.at(-1) as number;
  return reshape(mm(reshape(a, [numel(lead), k]), b), [...lead, b.shape[1] as number]);
}

function batchedMatmul(a: Tensor, b: Tensor): Tensor {
  const batch = broadcastShapes(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const stack = (x: Tensor): Tensor => {
    const matrix: Shape = x.shape.slice(-2);
    return reshape(expand(x, [...batch, ...matrix]), [numel(batch), ...matrix]);
  };
  const product = bmm(stack(a), stack(b));
  return reshape(product, [...batch, ...product.shape.slice(1)]);
}

/**
 * beta · C + alpha · A B: [n, k] and [k, m] → [n, m], to which C broadcasts; a factor 0 leaves out even NaN. All of
 * one dtype. d = beta dC + alpha (dA B + A dB).
 * Throws RuntimeError if A or B is no matrix, or sizes or dtypes do not fit.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.addmm.html
 */
export const addmm = checked(
  'addmm self:T mat1:T mat2:T *beta:n *alpha:n',
  (
    c: Tensor,
    a: Tensor,
    b: Tensor,
    { beta = 1, alpha = 1 }: { beta?: number; alpha?: number } = {},
  ): Tensor => {
    const scaled = (x: Tensor, factor: number): Tensor => (factor === 1 ? x : x.mul(factor));
    requireRank(a, 2, `mat1 must be a matrix, got ${a.dim()}-D tensor`);
    requireRank(b, 2, `mat2 must be a matrix, got ${b.dim()}-D tensor`);
    if (a.dtype !== b.dtype || a.dtype !== c.dtype) {
      const who = c.dtype === b.dtype ? 'mat1' : 'self';
      throw new RuntimeError(`${who} and mat2 must have the same dtype`);
    }
    const plain = mm(a.detach(), b.detach());
    const product = alpha === 0 ? zerosLike(plain) : scaled(plain, alpha);
    // Only for what it complains about: adding one row to all is faster than adding its copies.
    expand(c.detach(), product.shape);
    const output = beta === 0 ? product : product.add(scaled(c.detach(), beta));
    const saves = savedInputs(a, b) << 1;
    const gradients = productVjp(a, b, 'MmBackward0');
    const vjp = (g: Tensor, i: number): Tensor =>
      i === 0 ? sumToSize(scaled(g, beta), c.shape) : gradients(scaled(g, alpha), i - 1);
    return record(output, 'AddmmBackward0', [c, a, b], vjp, saves);
  },
);
