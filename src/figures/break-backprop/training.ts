import { type Fault, type Gradients, backward, record, valueOf } from './tape.ts';

export interface Training {
  /** The loss before every step and after the last; ends early where it diverges. */
  losses: number[];
  /** s before every step and after the last. */
  s: number[];
  /** The step after which the loss was above a million; null where it never was. */
  diverged: number | null;
}

/** What w.grad and b.grad hold. */
type LeafGradients = Pick<Gradients, 'w' | 'b'>;

const tooLarge = 1e6;
const zeroed: LeafGradients = { w: 0, b: 0 };

/** Gradient descent on w and b with a backward pass that has this fault. */
export function train(
  start: { w: number; b: number },
  rate: number,
  fault: Fault,
  steps: number,
): Training {
  let { w, b } = start;
  let kept = zeroed;
  const training: Training = { losses: [], s: [], diverged: null };
  for (let step = 0; step <= steps; step++) {
    const tape = record({ w, b }, fault === 'detached branch');
    const loss = valueOf(tape, 'L');
    if (!(loss < tooLarge)) return { ...training, diverged: step };
    training.losses.push(loss);
    training.s.push(valueOf(tape, 's'));
    kept = accumulated(backward(tape, fault), fault === 'no zero_grad' ? kept : zeroed);
    w -= rate * kept.w;
    b -= rate * kept.b;
  }
  return training;
}

/** What w.grad and b.grad hold after a backward pass: their old content plus the new. */
export function accumulated(fresh: LeafGradients, kept: LeafGradients): LeafGradients {
  return { w: kept.w + fresh.w, b: kept.b + fresh.b };
}
