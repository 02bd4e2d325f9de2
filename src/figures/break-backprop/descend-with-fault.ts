import { type Fault, type Gradients, backward, record } from './tape.ts';

export interface Training {
  /** The loss before every step and after the last; ends early where it diverges. */
  losses: number[];
  /** s before every step and after the last. */
  places: number[];
  /** The step after which the loss was above a million; null where it never was. */
  diverged: number | null;
}

const tooLarge = 1e6;

/** Gradient descent on w and b with a backward pass that has this fault. */
export function descend(
  start: { w: number; b: number },
  rate: number,
  fault: Fault,
  steps: number,
): Training {
  let { w, b } = start;
  let kept: Gradients = {};
  const training: Training = { losses: [], places: [], diverged: null };
  for (let step = 0; step <= steps; step++) {
    const tape = record({ w, b }, fault === 'detached branch');
    const value = (name: string) => tape.find((node) => node.name === name)?.value ?? 0;
    if (!(value('L') < tooLarge)) return { ...training, diverged: step };
    training.losses.push(value('L'));
    training.places.push(value('s'));
    kept = leafGradients(backward(tape, fault), fault === 'no zero_grad' ? kept : {});
    w -= rate * (kept['w'] ?? 0);
    b -= rate * (kept['b'] ?? 0);
  }
  return training;
}

/** What w.grad and b.grad hold after a backward pass: their old content plus the new. */
export function leafGradients(fresh: Gradients, kept: Gradients): Gradients {
  return Object.fromEntries(
    ['w', 'b'].map((name) => [name, (kept[name] ?? 0) + (fresh[name] ?? 0)]),
  );
}
