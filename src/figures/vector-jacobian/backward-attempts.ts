import { type Tensor, enableGrad, ones, tensor } from '@calculus/autograd';
import { vectorFunction } from '../shared/vector-function.ts';

/** A call of backward and what came of it. */
export type Attempt = Answer & {
  /** As Python writes it. */
  call: string;
};

/** The error that PyTorch raises, word for word, or what is in x.grad afterwards. */
type Answer = { error: string; gradient: null } | { error: null; gradient: number[] };

/** The notebook's y at (1, 2), asked for a gradient in five ways. Each is really tried. */
export function attempts(v: readonly number[]): Attempt[] {
  const calls: [string, Tensor | undefined][] = [
    ['y.backward()', undefined],
    ['y.backward(torch.ones(2))', ones([2])],
    ['y.backward(torch.ones(1, 3))', ones([1, 3])],
    ['y.backward(torch.ones(3))', ones([3])],
    [`y.backward(torch.tensor([${v.join(', ')}]))`, tensor([...v])],
  ];
  return calls.map(([call, gradient]) => ({ call, ...attempt(gradient) }));
}

function attempt(gradient: Tensor | undefined): Answer {
  const x = tensor([1, 2], { requiresGrad: true });
  const y = enableGrad(() => vectorFunction(x));
  try {
    y.backward(gradient ? { gradient } : {});
    return { error: null, gradient: x.grad?.tolist() as number[] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { error: error.message, gradient: null };
  }
}
