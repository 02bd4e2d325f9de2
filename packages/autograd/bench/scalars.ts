import { noGrad, tensor } from '../src/index.ts';
import type { Workload } from './measure.ts';

const points = Float64Array.from({ length: 1000 }, (_, i) => i / 100);
const values = new Float64Array(1000);
const slopes = new Float64Array(1000);

const quadratic: Workload = {
  name: 'a. x² + 3x + 1, forward and backward',
  unit: 'point',
  units: points.length,
  goal: 80,
  peer: 145,
  byHand() {
    for (let i = 0; i < points.length; i++) {
      const x = points[i] as number;
      values[i] = x * x + 3 * x + 1;
      slopes[i] = 2 * x + 3;
    }
    return slopes;
  },
  byAutograd() {
    for (let i = 0; i < points.length; i++) {
      const x = tensor(points[i] as number, { requiresGrad: true, dtype: 'float64' });
      const y = x.pow(2).add(x.mul(3)).add(1);
      y.backward();
      values[i] = y.item();
      slopes[i] = x.grad?.item() ?? NaN;
    }
    return slopes;
  },
};

const path = new Float64Array(10_000);
const losses = new Float64Array(10_000);

const descent: Workload = {
  name: 'b. 10,000 descent steps on (x − 5)²',
  unit: 'descent',
  units: 1,
  goal: 40,
  peer: 58,
  byHand() {
    let x = 0;
    for (let i = 0; i < path.length; i++) {
      const gap = x - 5;
      path[i] = x;
      losses[i] = gap * gap;
      x -= 0.001 * (2 * gap);
    }
    return x;
  },
  byAutograd() {
    const x = tensor(0, { requiresGrad: true, dtype: 'float64' });
    const step = (): unknown => x.sub_(x.grad?.mul(0.001) ?? 0);
    for (let i = 0; i < path.length; i++) {
      path[i] = x.item();
      const loss = x.sub(5).pow(2);
      loss.backward();
      losses[i] = loss.item();
      noGrad(step);
      x.grad = null;
    }
    return x.item();
  },
};

export const scalars = [quadratic, descent];
