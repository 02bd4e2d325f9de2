import { type Tensor, enableGrad, ones, tensor } from '@calculus/autograd';
import { vectorFunction } from '../shared/vector-function.ts';
import { vectorText } from '../shared/text.ts';

/** A call of backward and what came of it. */
export interface Attempt {
  /** As Python writes it. */
  call: string;
  /** The error that PyTorch raises, word for word; null where it accepts the call. */
  error: string | null;
  /** What is in x.grad afterwards; null after an error. */
  gradient: number[] | null;
}

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

function attempt(gradient: Tensor | undefined): Omit<Attempt, 'call'> {
  const x = tensor([1, 2], { requiresGrad: true });
  const y = enableGrad(() => vectorFunction(x));
  try {
    y.backward(gradient ? { gradient } : {});
    return { error: null, gradient: (x.grad?.tolist() ?? []) as number[] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { error: error.message, gradient: null };
  }
}

/** The error, or what is in x.grad. */
export const answerText = ({ error, gradient }: Attempt): string =>
  error ?? `x.grad is ${vectorText(gradient ?? [])}`;
