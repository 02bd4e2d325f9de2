import { argumentsOf } from '../core/check.ts';
import { RuntimeError } from '../core/errors.ts';
import { numel } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { bmm } from './matmul.ts';

const checkEinsum = argumentsOf('einsum equation:s operands:L');

/**
 * Sums of products over named dimensions: 'bij,bjk->bik' multiplies stacks of matrices, 'ii->i' takes a diagonal,
 * 'i,j->ij' is `outer`. One letter a dimension, equal ones of one size or 1; '...' stands for any number, which
 * broadcast; without '->' the letters that occur once stay, in the order of the alphabet. What is multiplied and
 * summed is of one dtype.
 * Throws RuntimeError if the equation does not fit the number, the dimensions or the sizes of the tensors, or
 * gives an output letter that is unknown or stands twice.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.einsum.html
 */
export function einsum(equation: string, ...operands: Tensor[]): Tensor {
  checkEinsum(equation, operands);
  const [left = '', right] = equation.replaceAll(' ', '').split('->');
  const inputs = left.split(',');
  if (inputs.length !== operands.length) {
    const amount = inputs.length < operands.length ? 'more' : 'fewer';
    throw new RuntimeError(
      `einsum(): ${amount} operands were provided than specified in the equation`,
    );
  }
  const counts = operands.map((x, i) => countHidden(inputs[i] as string, x, i));
  const hidden = Array.from({ length: Math.max(...counts) }, (_, k) => `.${k}`);
  const terms = inputs.map((input, i) =>
    labelsOf(input, hidden.slice(hidden.length - (counts[i] as number))),
  );
  const output = right === undefined ? [...hidden, ...once(terms)] : labelsOf(right, hidden);
  checkLabels(terms, operands, output);
  const all = [...new Set([...output, ...terms.flat()])];
  const factors = operands.map((x, i) => align(x, terms[i] as string[], all));
  const summed = all.map((_, d) => d).slice(output.length);
  const product = factors.reduce((a, b, i) => {
    const later = factors.slice(i + 1);
    return contract(
      a,
      b,
      summed.filter((d) => later.every((x) => x.shape[d] === 1)),
    );
  });
  if (summed.length === 0) return product;
  return operands.length === 1
    ? product.sum(summed)
    : product.reshape(product.shape.slice(0, output.length));
}

/** How many dimensions of operand `i` stand under the '...' of its subscripts. */
function countHidden(input: string, x: Tensor, i: number): number {
  const count = input.replace('...', '').length;
  const dotted = input.includes('...');
  if (dotted ? count <= x.dim() : count === x.dim()) return x.dim() - count;
  const [relation, ending] = dotted
    ? ['is more than', '']
    : ['does not match', ' and no ellipsis was given'];
  throw new RuntimeError(
    `einsum(): the number of subscripts in the equation (${count}) ${relation} the number of dimensions ` +
      `(${x.dim()}) for operand ${i}${ending}`,
  );
}

/** One label a dimension; `hidden` are those under '...', which line up from the right. */
function labelsOf(subscripts: string, hidden: readonly string[]): string[] {
  const [before = '', after] = subscripts.split('...');
  const first = before.split('');
  return after === undefined ? first : [...first, ...hidden, ...after.split('')];
}

/** The labels that occur once, in the order of the alphabet: the output where none is given. */
function once(terms: readonly string[][]): string[] {
  const named = terms.flat().filter((label) => !label.startsWith('.'));
  return named.filter((label) => named.indexOf(label) === named.lastIndexOf(label)).sort();
}

function checkLabels(
  terms: readonly string[][],
  operands: readonly Tensor[],
  output: readonly string[],
): void {
  const sizes = new Map<string, number>();
  terms.forEach((term, i) => {
    const { shape } = operands[i] as Tensor;
    term.forEach((label, d) => {
      const size = shape[d] as number;
      const first = shape[term.indexOf(label)] as number;
      if (size !== first) {
        throw new RuntimeError(
          `einsum(): subscript ${label} is repeated for operand ${i} but the sizes don't match, ${size} != ${first}`,
        );
      }
      const seen = sizes.get(label) ?? 1;
      if (seen !== size && seen !== 1 && size !== 1) {
        throw new RuntimeError(
          `einsum(): subscript ${label} has size ${size} for operand ${i} which does not broadcast with previously seen size ${seen}`,
        );
      }
      sizes.set(label, Math.max(seen, size));
    });
  });
  output.forEach((label, d) => {
    const fault = !sizes.has(label)
      ? 'does not appear in the equation for any input operand'
      : output.indexOf(label) !== d && 'appears more than once in the output';
    if (fault) throw new RuntimeError(`einsum(): output subscript ${label} ${fault}`);
  });
}

/** `x` with one dimension for each of `all`: of size 1 for labels it does not have, the diagonal for repeated ones. */
function align(x: Tensor, own: readonly string[], all: readonly string[]): Tensor {
  const repeated = own.findIndex((label, d) => own.indexOf(label) !== d);
  if (repeated >= 0) {
    const first = own.indexOf(own[repeated] as string);
    const kept = own.map((_, d) => d).filter((d) => d !== first && d !== repeated);
    const square = x.permute([...kept, first, repeated]).flatten(-2);
    const diagonal = square.at('...', [null, null, x.size(first) + 1]);
    return align(diagonal, [...kept, first].map((d) => own[d] as string), all); // prettier-ignore
  }
  const present = all.filter((label) => own.includes(label));
  const ordered = x.permute(present.map((label) => own.indexOf(label)));
  return all.reduce((out, label, d) => (own.includes(label) ? out : out.unsqueeze(d)), ordered);
}

const isWide = (x: Tensor, d: number): boolean => x.shape[d] !== 1;

/** `x` summed over those of `dims` that `other` does not have. */
function sumAlone(x: Tensor, other: Tensor, dims: readonly number[]): Tensor {
  const alone = dims.filter((d) => isWide(x, d) && !isWide(other, d));
  return alone.length === 0 ? x : x.sum(alone, { keepdim: true });
}

/** The product of two aligned tensors, summed over `summed`, which stay as 1: one product of stacks of matrices. */
function contract(a: Tensor, b: Tensor, summed: readonly number[]): Tensor {
  const x = sumAlone(a, b, summed);
  const y = sumAlone(b, a, summed);
  const inner = summed.filter((d) => isWide(x, d));
  if (inner.length === 0) return x.mul(y);
  const outer = x.shape.map((_, d) => d).filter((d) => !inner.includes(d));
  const batch = outer.filter((d) => isWide(x, d) && isWide(y, d));
  const rows = outer.filter((d) => !isWide(y, d));
  const columns = outer.filter((d) => !isWide(x, d) && isWide(y, d));
  const sizes = (of: Tensor, dims: readonly number[]): number[] => dims.map((d) => of.size(d));
  const stack = (of: Tensor, groups: number[][], rest: number[]): Tensor =>
    of.permute([...groups.flat(), ...rest]).reshape(groups.map((dims) => numel(sizes(of, dims))));
  const product = bmm(
    stack(x, [batch, rows, inner], columns),
    stack(y, [batch, inner, columns], rows),
  );
  const order = [...batch, ...rows, ...columns, ...inner];
  return product
    .reshape([...sizes(x, [...batch, ...rows]), ...sizes(y, columns), ...inner.map(() => 1)])
    .permute(order.map((_, d) => order.indexOf(d)));
}
