import { RuntimeError } from '../core/errors.ts';
import type { Tensor } from '../tensor.ts';
import { bmm } from './matmul.ts';

/**
 * Sums of products over named indices, such as 'bij,bjk->bik'.
 * https://pytorch.org/docs/stable/generated/torch.einsum.html
 */
export function einsum(equation: string, ...operands: Tensor[]): Tensor {
  const [left = '', right] = equation.replaceAll(' ', '').split('->');
  const inputs = left.split(',');
  if (inputs.length !== operands.length) {
    const amount = inputs.length < operands.length ? 'more' : 'fewer';
    throw new RuntimeError(
      `einsum(): ${amount} operands were provided than specified in the equation`,
    );
  }
  const terms = inputs.map((input, i) => labels(input, operands[i] as Tensor, i));
  const output = right === undefined ? implicitOutput(terms) : withoutDots(right, terms);
  checkSizes(terms, operands);
  const unknown = output.find((label) => !terms.flat().includes(label));
  if (unknown !== undefined) {
    throw new RuntimeError(
      `einsum(): output subscript ${unknown} does not appear in the equation for any input operand`,
    );
  }
  const diagonals = terms.map((term, i) => takeDiagonals(term, operands[i] as Tensor));
  const joined = diagonals.reduce((a, b) =>
    contract(a, b, [
      ...output,
      ...diagonals.filter((d) => d !== a && d !== b).flatMap((d) => d.labels),
    ]),
  );
  const dropped = joined.labels.filter((label) => !output.includes(label));
  const summed = dropped.length === 0 ? joined : sumOver(joined, dropped);
  const order = output.map((label) => summed.labels.indexOf(label));
  return order.every((from, to) => from === to) ? summed.value : summed.value.permute(order);
}

interface Term {
  labels: string[];
  value: Tensor;
}

/** One label a dimension; those under '...' are numbered from the right. */
function labels(input: string, x: Tensor, i: number): string[] {
  const [before = '', after] = input.split('...');
  const named = [...before, ...(after ?? '')].length;
  if (after === undefined ? named !== x.dim() : named > x.dim()) {
    const [relation, ending] =
      after === undefined ? ['does not match', ' and no ellipsis was given'] : ['is more than', ''];
    throw new RuntimeError(
      `einsum(): the number of subscripts in the equation (${named}) ${relation} the number of dimensions ` +
        `(${x.dim()}) for operand ${i}${ending}`,
    );
  }
  const hidden = Array.from({ length: x.dim() - named }, (_, k) => `.${x.dim() - named - k}`);
  return [...before, ...(after === undefined ? [] : hidden), ...(after ?? '')];
}

function hiddenLabels(terms: readonly string[][]): string[] {
  const longest = terms.map((term) => term.filter((label) => label.startsWith('.')));
  return longest.reduce((a, b) => (b.length > a.length ? b : a), []);
}

function withoutDots(right: string, terms: readonly string[][]): string[] {
  const [before = '', after] = right.split('...');
  return [...before, ...(after === undefined ? [] : hiddenLabels(terms)), ...(after ?? '')];
}

function implicitOutput(terms: readonly string[][]): string[] {
  const all = terms.flat().filter((label) => !label.startsWith('.'));
  const once = all.filter((label) => all.indexOf(label) === all.lastIndexOf(label));
  return [...hiddenLabels(terms), ...once.sort()];
}

function checkSizes(terms: readonly string[][], operands: readonly Tensor[]): void {
  const sizes = new Map<string, number>();
  terms.forEach((term, i) =>
    term.forEach((label, d) => {
      const size = (operands[i] as Tensor).shape[d] as number;
      const seen = sizes.get(label) ?? 1;
      if (seen !== size && seen !== 1 && size !== 1) {
        throw new RuntimeError(
          `einsum(): subscript ${label} has size ${size} for operand ${i} which does not broadcast with previously seen size ${seen}`,
        );
      }
      sizes.set(label, Math.max(seen, size));
    }),
  );
}

/** A repeated label in one operand reads its diagonal. */
function takeDiagonals(term: string[], x: Tensor): Term {
  const repeated = term.findIndex((label, d) => term.indexOf(label) !== d);
  if (repeated < 0) return { labels: term, value: x };
  const first = term.indexOf(term[repeated] as string);
  const rest = term.map((_, d) => d).filter((d) => d !== first && d !== repeated);
  const moved = x.permute([...rest, first, repeated]);
  const size = moved.shape.at(-1) as number;
  const flat = moved.reshape([...moved.shape.slice(0, -2), size * size]);
  const diagonal = flat.at('...', [null, null, size + 1]);
  return takeDiagonals([...rest.map((d) => term[d] as string), term[first] as string], diagonal);
}

function sumOver({ labels: own, value }: Term, dropped: readonly string[]): Term {
  const dims = dropped.map((label) => own.indexOf(label));
  return { labels: own.filter((label) => !dropped.includes(label)), value: value.sum(dims) };
}

/** The product of two terms, summed at once over labels that nothing later needs. */
function contract(a: Term, b: Term, needed: readonly string[]): Term {
  const all = [...new Set([...a.labels, ...b.labels])];
  const summed = all.filter(
    (label) => !needed.includes(label) && a.labels.includes(label) && b.labels.includes(label),
  );
  const spread = (term: Term): Tensor => {
    const present = all.filter((label) => term.labels.includes(label));
    const ordered = term.value.permute(present.map((label) => term.labels.indexOf(label)));
    return ordered.reshape(
      all.map((label) =>
        term.labels.includes(label) ? (ordered.shape[present.indexOf(label)] as number) : 1,
      ),
    );
  };
  const product = matrixProduct(a, b, summed) ?? { labels: all, value: spread(a).mul(spread(b)) };
  const left = summed.filter((label) => product.labels.includes(label));
  return left.length === 0 ? product : sumOver(product, left);
}

/** The common case of one summed label, as a batched matrix product. */
function matrixProduct(a: Term, b: Term, summed: readonly string[]): Term | null {
  const [label] = summed;
  if (label === undefined || summed.length !== 1) return null;
  const shared = a.labels.filter((other) => other !== label && b.labels.includes(other));
  const sizes = (term: Term, names: readonly string[]): number[] =>
    names.map((name) => term.value.shape[term.labels.indexOf(name)] as number);
  const equal = [label, ...shared].every((name) => sizes(a, [name])[0] === sizes(b, [name])[0]);
  if (!equal) return null;
  const rows = a.labels.filter((other) => other !== label && !shared.includes(other));
  const columns = b.labels.filter((other) => other !== label && !shared.includes(other));
  const count = (list: readonly number[]): number => list.reduce((x, y) => x * y, 1);
  const k = count(sizes(a, [label]));
  const arranged = (term: Term, names: readonly string[]): Tensor =>
    term.value.permute(names.map((name) => term.labels.indexOf(name)));
  const batch = count(sizes(a, shared));
  const left = arranged(a, [...shared, ...rows, label]).reshape(batch, count(sizes(a, rows)), k);
  const right = arranged(b, [...shared, label, ...columns]).reshape(
    batch,
    k,
    count(sizes(b, columns)),
  );
  const value = bmm(left, right).reshape([
    ...sizes(a, shared),
    ...sizes(a, rows),
    ...sizes(b, columns),
  ]);
  return { labels: [...shared, ...rows, ...columns], value };
}
