import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Tensor,
  eye,
  functional,
  grad,
  gradcheck,
  gradgradcheck,
  ones,
  tensor,
} from '../index.ts';
import * as linalg from './index.ts';

const entry = fc.double({ min: -1, max: 1, noNaN: true });

/** A batch of well-conditioned matrices: noise on a strong diagonal that tells rows apart. */
const matrices = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 2 }))
  .chain(([n, batch]) =>
    fc.array(entry, { minLength: batch * n * n, maxLength: batch * n * n }).map((data) => {
      const noise = tensor(data, { dtype: 'float64' }).reshape(batch, n, n).mul(0.3);
      const diagonal = Array.from({ length: n }, (_, i) => 2 + 1.5 * i);
      return noise.add(tensor(diagonal, { dtype: 'float64' }).diag());
    }),
  );

const symmetric = (a: Tensor) => a.add(a.mT).mul(0.5);

function expectClose(got: Tensor, expected: Tensor, digits = 10): void {
  expect(got.shape).toEqual(expected.shape);
  expect(got.sub(expected).abs().reshape(-1).sum().item()).toBeCloseTo(0, digits);
}

function always(check: (a: Tensor) => void, numRuns = 30): void {
  fc.assert(fc.property(matrices, check), { numRuns });
}

test('a matrix times its inverse is the identity, and its determinant the product of both', () => {
  always((a) => {
    const inverse = linalg.inv(a);
    const n = a.size(-1);
    expectClose(
      a.matmul(inverse),
      tensor(Array<number>(n).fill(1), { dtype: 'float64' })
        .diag()
        .expand(...a.shape),
    );
    expectClose(linalg.det(a).mul(linalg.det(inverse)), linalg.det(a).mul(0).add(1));
    const { sign, logabsdet } = linalg.slogdet(a);
    expectClose(sign.mul(logabsdet.exp()), linalg.det(a), 8);
  });
});

test('solve undoes a product, for vectors and matrices', () => {
  always((a) => {
    expectClose(linalg.solve(a, a.matmul(a)), a);
    const one = a.at(0);
    const v = one.at(0);
    expectClose(linalg.solve(one, one.matmul(v)), v);
  });
});

test('factors of a symmetric matrix give it back', () => {
  always((a) => {
    const s = symmetric(a);
    const factor = linalg.cholesky(s);
    expectClose(factor.matmul(factor.mT), s);
    const { eigenvalues, eigenvectors } = linalg.eigh(s);
    expectClose(eigenvectors.mul(eigenvalues.unsqueeze(-2)).matmul(eigenvectors.mT), s);
    expectClose(
      linalg.eigvalsh(s).sum(-1),
      s.mul(tensor([1], { dtype: 'float64' }).expand(s.size(-1)).diag()).sum([-2, -1]),
    );
  });
});

test('the eigenvalues of any matrix add up to its trace and multiply to its determinant', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.infiniteStream(entry), (n, stream) => {
      const data = [...stream.take(n * n)];
      const a = tensor(data, { dtype: 'float64' }).reshape(n, n);
      const { real, imag } = linalg.eigvals(a);
      expect(real.sum().item()).toBeCloseTo(a.trace().item(), 8);
      expect(imag.sum().item()).toBeCloseTo(0, 8);
      const [re, im] = [real.toArray(), imag.toArray()];
      const product = re.reduce<[number, number]>(
        ([x, y], r, i) => [x * r - y * (im[i] as number), x * (im[i] as number) + y * r],
        [1, 0],
      );
      expect(product[0]).toBeCloseTo(linalg.det(a).item(), 8);
    }),
    { numRuns: 60 },
  );
});

test('entries so small that their squares vanish leave the trace where it was', () => {
  // Column 1 is (1, 3e-162, 4e-162): its reflection must still have length one.
  const rows = [[0.5, 1, -1], [3e-162, 2, 1], [4e-162, 1, 3]]; // prettier-ignore
  const { real } = linalg.eigvals(tensor(rows, { dtype: 'float64' }));
  expect(real.sum().item()).toBeCloseTo(5.5, 12);
  // λ of [[2, 1], [1, 3]] is (5 ± √5)/2.
  const sorted = (real.tolist() as number[]).toSorted((a, b) => a - b);
  expect(sorted[0]).toBeCloseTo(0.5, 12);
  expect(sorted[2]).toBeCloseTo((5 + Math.sqrt(5)) / 2, 12);
});

test('singular values are the roots of the eigenvalues of AᵀA, for tall and wide matrices', () => {
  const a = tensor([[1, 2], [3, 4], [5, 7]], { dtype: 'float64' }); // prettier-ignore
  const roots = linalg.eigvalsh(a.mT.matmul(a)).sqrt().flip([0]);
  expectClose(linalg.svdvals(a), roots);
  expectClose(linalg.svdvals(a.mT), roots);
});

const checked: Record<string, (a: Tensor) => Tensor> = {
  det: linalg.det,
  inv: linalg.inv,
  'slogdet, logarithm': (a) => linalg.slogdet(a).logabsdet,
  'solve for both sides': (a) => linalg.solve(a, a.at('...', [0, 1])),
  cholesky: (a) => linalg.cholesky(symmetric(a)),
  eigvalsh: (a) => linalg.eigvalsh(symmetric(a)),
  // Signs of eigenvectors are free; their squares are not.
  'eigh, vectors': (a) => linalg.eigh(symmetric(a)).eigenvectors.square(),
  svdvals: linalg.svdvals,
  'nuclear norm': (a) => linalg.matrixNorm(a, 'nuc'),
};

test.each(Object.entries(checked))('the gradient of %s is right, and so is its own', (_, f) => {
  always((a) => {
    const x = a.clone().requiresGrad_();
    expect(gradcheck(f, [x])).toBe(true);
    expect(gradgradcheck(f, [x])).toBe(true);
  }, 4);
});

test('one matrix solves for a whole batch, and its gradient is the sum', () => {
  const a = tensor([[3, 1], [1, 2]], { dtype: 'float64', requiresGrad: true }); // prettier-ignore
  const b = tensor([[[1], [2]], [[0], [1]]], { dtype: 'float64', requiresGrad: true }); // prettier-ignore
  expect(linalg.solve(a, b).shape).toEqual([2, 2, 1]);
  expect(gradcheck((x, y) => linalg.solve(x, y), [a, b])).toBe(true);
  expect(gradgradcheck((x, y) => linalg.solve(x, y), [a, b])).toBe(true);
});

test('the gradient of a determinant at a singular matrix is made of its minors', () => {
  const a = tensor([[1, 2], [2, 4]], { dtype: 'float64', requiresGrad: true }); // prettier-ignore
  linalg.det(a).backward();
  expect(a.grad?.tolist()).toEqual([[4, -2], [-2, 1]]); // prettier-ignore
  // Rank 1, rank 2 of 3, and a single 0.
  for (const rows of ['1 1 1 1', '1 2 3 2 4 6 1 0 1', '0']) {
    const data = rows.split(' ').map(Number);
    const n = Math.sqrt(data.length);
    const singular = tensor(data, { dtype: 'float64' }).reshape(n, n).requiresGrad_();
    expect(gradcheck(linalg.det, [singular])).toBe(true);
    expect(gradgradcheck(linalg.det, [singular])).toBe(true);
  }
});

test('norms of a matrix by their definitions', () => {
  const a = tensor([[1, -2], [3, 4]], { dtype: 'float64' }); // prettier-ignore
  const orders = ['fro', 1, -1, Infinity, -Infinity] as const;
  const found = orders.map((order) => linalg.matrixNorm(a, order).item());
  [Math.sqrt(30), 6, 4, 7, 3].forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, 12);
  });
  const [most, least] = linalg.svdvals(a).toArray();
  expect(linalg.matrixNorm(a, 2).item()).toBe(most);
  expect(linalg.matrixNorm(a, -2).item()).toBe(least);
  expect(() => linalg.matrixNorm(a, 3)).toThrow('Order 3 not supported');
});

test('what cannot be done is said in PyTorch’s words', () => {
  const stacked = tensor([[[1, 0], [0, 1]], [[1, 1], [1, 1]]]); // prettier-ignore
  expect(() => linalg.inv(stacked)).toThrow('(Batch element 1): The diagonal element 2 is zero');
  expect(() => linalg.det(tensor([1, 2]))).toThrow('must have at least 2 dimensions');
  expect(() => linalg.eigh(tensor([[1, 2]]))).toThrow('they are 1 by 2 matrices');
  expect(() => linalg.cross(tensor([1, 2]), tensor([1, 2]))).toThrow('must have length 3');
  expect(() => linalg.cross(ones([3, 3]), ones([3]))).toThrow('the same number of dimensions');
  expect(() => linalg.svdvals(ones([3]))).toThrow('must have at least 2 dimensions');
  expect(() => linalg.norm(ones([2, 2, 2]), 1)).toThrow('must be 1D or 2D. Got 3D.');
  const whole = tensor([[1]], { dtype: 'int64' });
  for (const of of [linalg.svdvals, linalg.matrixNorm, linalg.vectorNorm, linalg.norm]) {
    expect(() => of(whole)).toThrow(
      'Expected a floating point or complex tensor as input. Got Long',
    );
  }
  expect(() => linalg.solve(ones([1, 1]), whole)).toThrow('A of type Float and B of type Long');
});

test('a right side is a batch of vectors only if its shape is that of the batch', () => {
  const a = eye(2).expand(3, 2, 2);
  expectClose(linalg.solve(a, tensor([[1, 2], [3, 4]])).select(0, 2), tensor([[1, 2], [3, 4]])); // prettier-ignore
  expectClose(linalg.solve(a, ones([3, 2])), ones([3, 2]));
});

test('second derivatives of a determinant near 0 are those of the polynomial', () => {
  // det [a, b; c, d] = a d − b c, whatever the numbers: ∂²/∂a∂d = 1, ∂²/∂b∂c = −1, else 0.
  const near = tensor([[1, 1], [1, 1 + 1e-15]], { dtype: 'float64' }); // prettier-ignore
  const hessian = functional.hessian(linalg.det, near).reshape(4, 4);
  const exact = tensor([[0, 0, 0, 1], [0, 0, -1, 0], [0, -1, 0, 0], [1, 0, 0, 0]]); // prettier-ignore
  expectClose(hessian, exact, 13);
  // A singular one of order 3: ∂²/∂a₁₁∂a₂₂ is a₃₃.
  const singular = tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]], { dtype: 'float64' }); // prettier-ignore
  expect(functional.hessian(linalg.det, singular).at(0, 0, 1, 1).item()).toBeCloseTo(9, 12);
});

test('a determinant of order 3 has third derivatives too', () => {
  const gradient = (a: Tensor) => grad(linalg.det(a), a, { createGraph: true })[0] as Tensor;
  const a = tensor([[1, 2, 0.5], [0.3, 1, 2], [2, 0.1, 1]], { dtype: 'float64', requiresGrad: true }); // prettier-ignore
  // ∂³ det / ∂a₁₁ ∂a₂₂ ∂a₃₃ = 1
  const [second] = grad(gradient(a).at(0, 0), a, { createGraph: true });
  const [third] = grad((second as Tensor).at(1, 1), a);
  expect(third?.at(2, 2).item()).toBeCloseTo(1, 12);
});

test('singular values of huge and tiny matrices are those of ordinary ones, scaled', () => {
  const ordinary = linalg.svdvals(tensor([[1, 2], [3, 4]], { dtype: 'float64' })).toArray(); // prettier-ignore
  for (const scale of [1e160, 1e-170]) {
    const values = linalg.svdvals(
      tensor([[scale, 2 * scale], [3 * scale, 4 * scale]], { dtype: 'float64' }), // prettier-ignore
    );
    values.toArray().forEach((value, i) => {
      expect(value / scale / (ordinary[i] as number)).toBeCloseTo(1, 14);
    });
  }
});

test('where singular values are 0 the gradient of their sum is some finite one, of length 1 in each direction', () => {
  for (const rows of [
    [
      [1, 1],
      [1, 1],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [
      [1, 2],
      [2, 4],
      [3, 6],
    ],
  ]) {
    // prettier-ignore
    const a = tensor(rows, { dtype: 'float64', requiresGrad: true });
    const [g] = grad(linalg.matrixNorm(a, 'nuc'), a);
    // U Vᵀ with orthonormal columns: all its singular values are 1.
    expectClose(linalg.svdvals(g as Tensor), ones([2], { dtype: 'float64' }));
  }
});
