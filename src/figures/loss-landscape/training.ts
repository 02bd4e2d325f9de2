import { enableGrad, noGrad, optim, tensor } from '@calculus/autograd';
import type { Work } from '../shared/contract.ts';
import type { Problem } from './network.ts';

export const steps = 200;
/** Parameters are kept after so many steps. */
export const stride = 5;
export const rate = 0.05;

export interface Snapshot {
  step: number;
  theta: number[];
  loss: number;
}

/** Adam on all points at once; every fifth set of parameters, the first and the last among them. */
export function* train({ loss }: Problem, first: readonly number[]): Work<Snapshot[]> {
  const theta = tensor(first, { dtype: 'float64', requiresGrad: true });
  const optimizer = new optim.Adam([theta], { lr: rate });
  const snapshots: Snapshot[] = [];
  for (let step = 0; ; step++) {
    if (step % stride === 0) {
      const here = noGrad(() => loss(theta).item());
      snapshots.push({ step, theta: theta.tolist() as number[], loss: here });
      yield step / steps;
    }
    if (step === steps) return snapshots;
    enableGrad(() => {
      optimizer.zeroGrad();
      loss(theta).backward();
    });
    optimizer.step();
  }
}
