import { describe, expect, test } from 'vitest';
import {
  type Tensor,
  customFunction,
  enableGrad,
  functional,
  grad,
  graph,
  linear,
  mseLoss,
  noGrad,
  ones,
  tensor,
} from '../index.ts';

/** The subjects of PyTorch's own autograd tutorials; the numbers are those that PyTorch 1.13 prints. */
describe('programs on autograd give PyTorch’s numbers', () => {
  test('1. a derivative: d(x² + 3x + 1)/dx at 2 is 2·2 + 3', () => {
    const x = tensor(2, { requiresGrad: true });
    const y = x.pow(2).add(x.mul(3)).add(1);
    y.backward();
    expect([y.item(), x.grad?.item()]).toEqual([11, 7]);
  });

  test('2. gradients accumulate until they are cleared', () => {
    const x = tensor(3, { requiresGrad: true });
    x.pow(2).backward();
    x.pow(2).backward();
    expect(x.grad?.item()).toBe(12);
    x.grad = null as Tensor | null;
    x.pow(2).backward();
    expect(x.grad?.item()).toBe(6);
  });

  test('3. detach cuts: of x · x only one factor is differentiated', () => {
    const x = tensor(3, { requiresGrad: true });
    x.mul(x.detach()).backward();
    expect(x.grad?.item()).toBe(3);
  });

  test('4. noGrad records nothing, and an update inside it keeps the leaf a leaf', () => {
    const x = tensor(1, { requiresGrad: true });
    x.pow(2).backward();
    noGrad(() => x.sub_((x.grad as Tensor).mul(0.1)));
    expect(x.item()).toBeCloseTo(0.8, 6);
    expect([x.isLeaf, x.requiresGrad]).toEqual([true, true]);
  });

  test('5. enableGrad inside noGrad records again', () => {
    const x = tensor(2, { requiresGrad: true });
    expect(noGrad(() => enableGrad(() => x.mul(2))).requiresGrad).toBe(true);
  });

  test('6. a graph is used once, or kept: three passes of x³ at 2 add up to 36', () => {
    const x = tensor(2, { requiresGrad: true });
    const y = x.pow(3);
    for (let pass = 0; pass < 3; pass++) y.backward({ retainGraph: true });
    expect(x.grad?.item()).toBe(36);
    y.backward();
    expect(() => {
      y.backward();
    }).toThrow('Trying to backward through the graph a second time');
  });

  test('7. derivatives of derivatives: x⁴ at 2 gives 16, 32, 48, 48, 24', () => {
    const x = tensor(2, { requiresGrad: true });
    const values: number[] = [];
    let y = x.pow(4);
    for (let order = 0; order < 5; order++) {
      values.push(y.item());
      y = grad(y, x, { createGraph: true })[0] as Tensor;
    }
    expect(values).toEqual([16, 32, 48, 48, 24]);
  });

  test('8. a function of one’s own: the derivative of (5x³ − 3x)/2 at 2 is 28.5', () => {
    const legendre = customFunction({
      name: 'Legendre',
      forward(context, x: Tensor) {
        context.saveForBackward(x);
        return x.pow(3).mul(5).sub(x.mul(3)).mul(0.5);
      },
      backward(context, g) {
        const [x] = context.savedTensors as [Tensor];
        return g.mul(x.pow(2).mul(5).sub(1).mul(1.5));
      },
    });
    const x = tensor(2, { requiresGrad: true });
    const y = legendre(x);
    y.backward({ createGraph: true });
    expect([y.item(), x.grad?.item(), y.gradFn?.name]).toEqual([17, 28.5, 'LegendreBackward']);
    // d²/dx² = 15 x
    expect(grad(x.grad as Tensor, x)[0]?.item()).toBe(30);
  });

  test('9. a hook replaces a gradient on its way', () => {
    const x = tensor(2, { requiresGrad: true });
    const y = x.mul(3);
    y.registerHook((g) => g.mul(10));
    y.backward();
    expect(x.grad?.item()).toBe(30);
  });

  test('10. retainGrad keeps the gradient of what is no leaf: d z² / dz at 6', () => {
    const x = tensor(2, { requiresGrad: true });
    const z = x.mul(3);
    z.retainGrad();
    z.pow(2).backward();
    expect([z.grad?.item(), x.grad?.item()]).toEqual([12, 36]);
  });

  test('11. a vector needs a gradient to start from: vᵀJ', () => {
    const x = tensor([1, 2, 3], { requiresGrad: true });
    const y = x.mul(2);
    expect(() => {
      y.backward();
    }).toThrow('grad can be implicitly created only for scalar outputs');
    y.backward({ gradient: tensor([1, 10, 100]) });
    expect(x.grad?.tolist()).toEqual([2, 20, 200]);
  });

  test('12. the Jacobian of a layer with respect to its input is its weight', () => {
    const weight = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const jacobian = functional.jacobian((x) => linear(x, weight, ones([2])), tensor([[7, 8, 9]]));
    expect(jacobian.shape).toEqual([1, 2, 1, 3]);
    expect(jacobian.reshape(2, 3).tolist()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  test('13. the Hessian of ½(x₀² + 2x₁² + x₀x₁) is [[1, ½], [½, 2]]', () => {
    const f = (x: Tensor): Tensor =>
      x
        .at(0)
        .pow(2)
        .add(x.at(1).pow(2).mul(2))
        .add(x.at(0).mul(x.at(1)))
        .mul(0.5);
    expect(functional.hessian(f, tensor([1, 2])).tolist()).toEqual([
      [1, 0.5],
      [0.5, 2],
    ]);
  });

  test('14. a penalty on the gradient is differentiated twice', () => {
    // ‖∇ Σx³‖² = Σ 9x⁴, whose gradient is 36 x³.
    const x = tensor([1, 2], { requiresGrad: true });
    const [g] = grad(x.pow(3).sum(), x, { createGraph: true });
    (g as Tensor).norm().pow(2).backward();
    expect((x.grad as Tensor).toArray()[0]).toBeCloseTo(36, 3);
    expect((x.grad as Tensor).toArray()[1]).toBeCloseTo(288, 3);
  });

  test('15. a Hessian–vector product costs no Hessian', () => {
    const f = (x: Tensor): Tensor => x.pow(3).sum();
    const [value, product] = functional.hvp(f, tensor([1, 2]), tensor([1, 0]));
    expect([value.item(), product.tolist()]).toEqual([9, [6, 0]]);
  });

  test('16. Jv and vᵀJ of x³ summed', () => {
    const f = (x: Tensor): Tensor => x.pow(3).sum();
    const x = tensor([1, 2]);
    expect(functional.vjp(f, x)[1].tolist()).toEqual([3, 12]);
    expect((functional.jvp(f, x, tensor([1, 0]))[1] as Tensor).item()).toBe(3);
  });

  test('17. linear regression by descent finds y = 2x + 1', () => {
    const x = tensor([[0], [1], [2], [3]], { dtype: 'float64' });
    const y = x.mul(2).add(1);
    const w = tensor([[0]], { dtype: 'float64', requiresGrad: true });
    const b = tensor([0], { dtype: 'float64', requiresGrad: true });
    for (let step = 0; step < 500; step++) {
      mseLoss(linear(x, w, b), y).backward();
      noGrad(() => {
        [w, b].forEach((p) => p.sub_((p.grad as Tensor).mul(0.1)));
      });
      w.grad = null;
      b.grad = null;
    }
    expect(w.item()).toBeCloseTo(2, 8);
    expect(b.item()).toBeCloseTo(1, 8);
  });

  test('18. a part changed in place has no gradient for what it was', () => {
    const x = tensor([1, 2, 3], { requiresGrad: true });
    const y = x.mul(2);
    y.setAt([0], 5);
    y.sum().backward();
    expect(x.grad?.tolist()).toEqual([0, 2, 2]);
  });

  test('19. a saved value that was changed in place is noticed', () => {
    const y = tensor([1, 2, 3], { requiresGrad: true }).exp();
    y.add_(1);
    expect(() => {
      y.sum().backward();
    }).toThrow(
      '[torch.FloatTensor [3]], which is output 0 of ExpBackward0, is at version 1; expected version 0 instead.',
    );
  });

  test('20. the recorded graph of (xy + sin x)² is plain data in topological order', () => {
    const x = tensor(2, { requiresGrad: true, dtype: 'float64' });
    const y = tensor(3, { requiresGrad: true, dtype: 'float64' });
    const { nodes, edges } = graph(x.mul(y).add(x.sin()).pow(2));
    expect(nodes.map(({ op }) => op)).toEqual([
      'AccumulateGrad',
      'AccumulateGrad',
      'MulBackward0',
      'SinBackward0',
      'AddBackward0',
      'PowBackward0',
    ]);
    expect(edges.every(({ from, to }) => from < to)).toBe(true);
    // ∂/∂y (xy + sin x)² = 2 (xy + sin x) x
    expect(nodes[1]?.gradient).toBeCloseTo(4 * (6 + Math.sin(2)), 12);
  });

  test('21. unpacking gives views that follow the tensor', () => {
    const position = tensor([0, 0], { requiresGrad: true });
    const [x, y] = position;
    expect([x?.gradFn?.name, y?.gradFn?.name]).toEqual(['UnbindBackward0', 'UnbindBackward0']);
    noGrad(() => position.add_(1));
    expect([x?.item(), y?.item()]).toEqual([1, 1]);
  });
});
