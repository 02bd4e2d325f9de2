import { functional, tensor } from '../src/index.ts';
import type { Workload } from './measure.ts';

const side = 64;
const count = side * side;
const xs = Float64Array.from({ length: count }, (_, k) => ((k % side) / (side - 1)) * 6 - 3);
const ys = Float64Array.from(
  { length: count },
  (_, k) => (Math.floor(k / side) / (side - 1)) * 6 - 3,
);

const gradientField: Workload = {
  name: 'c. gradient field of x²y + xy² + 2, 64 × 64',
  unit: 'field',
  units: 1,
  goal: 7,
  peer: 26,
  byHand() {
    const value = new Float64Array(count);
    const dx = new Float64Array(count);
    const dy = new Float64Array(count);
    for (let k = 0; k < count; k++) {
      const x = xs[k] as number;
      const y = ys[k] as number;
      value[k] = x * x * y + x * y * y + 2;
      dx[k] = 2 * x * y + y * y;
      dy[k] = x * x + 2 * x * y;
    }
    return [value, dx, dy];
  },
  byAutograd() {
    const x = tensor(xs, { requiresGrad: true, dtype: 'float64' });
    const y = tensor(ys, { requiresGrad: true, dtype: 'float64' });
    const value = x
      .mul(x)
      .mul(y)
      .add(x.mul(y.mul(y)))
      .add(2);
    value.sum().backward();
    return [value, x.grad, y.grad];
  },
};

const size = 10;
const start = Float64Array.from({ length: size }, (_, i) => 0.5 + i / 10);

/** The Hessian of Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²: tridiagonal. */
function rosenbrockHessian(): Float64Array {
  const hessian = new Float64Array(size * size);
  for (let i = 0; i < size - 1; i++) {
    const x = start[i] as number;
    const at = i * size + i;
    hessian[at] = (hessian[at] as number) + 1200 * x * x - 400 * (start[i + 1] as number) + 2;
    hessian[at + 1] = -400 * x;
    hessian[at + size] = -400 * x;
    hessian[at + size + 1] = 200;
  }
  return hessian;
}

const hessian: Workload = {
  name: 'f. Hessian of the 10-dimensional Rosenbrock function',
  unit: 'Hessian',
  units: 1,
  goal: 3000,
  peer: 75_000,
  byHand: rosenbrockHessian,
  byAutograd() {
    return functional.hessian(
      (x) => {
        const head = x.narrow(0, 0, size - 1);
        const bend = x
          .narrow(0, 1, size - 1)
          .sub(head.mul(head))
          .pow(2)
          .mul(100);
        return bend.add(head.neg().add(1).pow(2)).sum();
      },
      tensor(start, { dtype: 'float64' }),
    );
  },
};

export const fields = [gradientField, hessian];
