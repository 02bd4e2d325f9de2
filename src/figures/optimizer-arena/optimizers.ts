import { type Tensor, optim } from '@calculus/autograd';
import type { Position } from '../shared/contract.ts';

export type Name =
  'sgd' | 'momentum' | 'nesterov' | 'adagrad' | 'rmsprop' | 'adam' | 'adamw' | 'newton' | 'lbfgs';

/** In the order in which they are shown: plain gradients, then rates of each coordinate's own, then curvature. */
export const names = [
  'sgd',
  'momentum',
  'nesterov',
  'adagrad',
  'rmsprop',
  'adam',
  'adamw',
  'newton',
  'lbfgs',
] as const satisfies readonly Name[];

export const labels: Record<Name, string> = {
  sgd: 'SGD',
  momentum: 'Momentum',
  nesterov: 'Nesterov',
  adagrad: 'AdaGrad',
  rmsprop: 'RMSprop',
  adam: 'Adam',
  adamw: 'AdamW',
  newton: 'Newton',
  lbfgs: 'L-BFGS',
};

/** Momentum's β, for momentum and Nesterov. */
export const beta = 0.9;
/** Adam's β₁ and β₂, PyTorch's defaults. */
export const betas = [0.9, 0.999] as const;
/** AdamW's λ, PyTorch's default. */
export const decay = 0.01;

/**
 * A step in parts: gradient, momentum and decay add up to it. A part that a method lacks is (0, 0).
 * Each part is as it enters the step, scaled where the method scales.
 */
export interface Split {
  /** What the newest gradient contributes. */
  gradient: Position;
  /** What earlier gradients contribute. */
  momentum: Position;
  /** What weight decay contributes. */
  decay: Position;
  /** Gradient and momentum before the method scales them. */
  unscaled: Position;
  /** What each coordinate of that is multiplied by; null where a matrix does it. */
  scale: Position | null;
}

/** An optimiser of PyTorch on two leaves. */
export interface Stepper {
  /** Takes a step with the gradients that the leaves hold; L-BFGS asks for more of them. */
  step: (closure: () => Tensor) => void;
  /** The parts of the step just taken from that gradient, which moved so far, weight decay apart. */
  split: (gradient: Position, moved: Position) => Omit<Split, 'decay'>;
}

type Leaves = [x: Tensor, y: Tensor];

/** `torch.optim`'s optimiser of that name on two leaves. */
export function stepper(name: Exclude<Name, 'newton'>, leaves: Leaves, rate: number): Stepper {
  return makers[name](leaves, rate);
}

const makers: Record<Exclude<Name, 'newton'>, (leaves: Leaves, rate: number) => Stepper> = {
  sgd: plain,
  momentum: (leaves, lr) => heavyBall(leaves, lr, false),
  nesterov: (leaves, lr) => heavyBall(leaves, lr, true),
  adagrad: (leaves, lr) => divided(leaves, new optim.Adagrad(leaves, { lr }), lr, 1e-10),
  rmsprop: (leaves, lr) => divided(leaves, new optim.RMSprop(leaves, { lr }), lr, 1e-8),
  adam: (leaves, lr) => adaptive(leaves, new optim.Adam(leaves, { lr }), lr),
  adamw: (leaves, lr) => adaptive(leaves, new optim.AdamW(leaves, { lr }), lr),
  lbfgs: quasiNewton,
};

const none: Position = { x: 0, y: 0 };
const same: Position = { x: 1, y: 1 };
const plus = (a: Position, b: Position): Position => ({ x: a.x + b.x, y: a.y + b.y });
const times = (factor: number, { x, y }: Position): Position => ({ x: factor * x, y: factor * y });
const each = (a: Position, b: Position): Position => ({ x: a.x * b.x, y: a.y * b.y });

/** Both parts, each coordinate multiplied by its scale. */
const scaled = (gradient: Position, momentum: Position, scale: Position): Omit<Split, 'decay'> => ({
  gradient: each(scale, gradient),
  momentum: each(scale, momentum),
  unscaled: plus(gradient, momentum),
  scale,
});

/** x ← x − η g */
function plain(leaves: Leaves, lr: number): Stepper {
  const optimizer = new optim.SGD(leaves, { lr });
  return {
    step: () => void optimizer.step(),
    split: (gradient) => scaled(times(-lr, gradient), none, same),
  };
}

/** v ← β v + g, then x ← x − η v, or x ← x − η (g + β v) for Nesterov. */
function heavyBall(leaves: Leaves, lr: number, nesterov: boolean): Stepper {
  const optimizer = new optim.SGD(leaves, { lr, momentum: beta, nesterov });
  return {
    step: () => void optimizer.step(),
    split: (gradient) => {
      const kept = plus(buffer(optimizer, leaves, 0), times(-1, gradient));
      const newest = times(-lr * (nesterov ? 1 + beta : 1), gradient);
      return scaled(newest, times(-lr * (nesterov ? beta : 1), kept), same);
    },
  };
}

/** x ← x − η g / (√v + ε), where v is a sum or a running average of g². */
function divided(
  leaves: Leaves,
  optimizer: optim.Adagrad | optim.RMSprop,
  lr: number,
  epsilon: number,
): Stepper {
  return {
    step: () => void optimizer.step(),
    split: (gradient) => {
      const { x, y } = buffer(optimizer, leaves, 0);
      const scale = { x: 1 / (Math.sqrt(x) + epsilon), y: 1 / (Math.sqrt(y) + epsilon) };
      return scaled(times(-lr, gradient), none, scale);
    },
  };
}

/** m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², then x ← x − η m̂ / (√v̂ + ε). */
function adaptive(leaves: Leaves, optimizer: optim.Adam, lr: number): Stepper {
  let taken = 0;
  return {
    step: () => {
      optimizer.step();
      taken += 1;
    },
    split: (gradient) => {
      const share = -lr / (1 - betas[0] ** taken);
      const newest = times(1 - betas[0], gradient);
      const kept = plus(buffer(optimizer, leaves, 0), times(-1, newest));
      const { x, y } = times(1 / (1 - betas[1] ** taken), buffer(optimizer, leaves, 1));
      const scale = { x: 1 / (Math.sqrt(x) + 1e-8), y: 1 / (Math.sqrt(y) + 1e-8) };
      return scaled(times(share, newest), times(share, kept), scale);
    },
  };
}

/** One iteration a step, along each direction as far as the strong Wolfe conditions say. */
function quasiNewton(leaves: Leaves, lr: number): Stepper {
  const optimizer = new optim.LBFGS(leaves, { lr, maxIter: 1, lineSearchFn: 'strong_wolfe' });
  return {
    step: (closure) => void optimizer.step(closure),
    split: (gradient, moved) => ({
      gradient: moved,
      momentum: none,
      unscaled: times(-lr, gradient),
      scale: null,
    }),
  };
}

interface Stateful {
  state: ReadonlyMap<Tensor, { buffers: readonly (Tensor | undefined)[] }>;
}

/** What an optimiser keeps for both coordinates. */
function buffer({ state }: Stateful, [x, y]: Leaves, index: number): Position {
  const kept = (leaf: Tensor) => state.get(leaf)?.buffers[index]?.item() ?? NaN;
  return { x: kept(x), y: kept(y) };
}
