import { repr, tensor } from '@calculus/autograd';
import { at } from '../shared/at.ts';
import { printed, programText } from '../shared/program.ts';
import { shapeText } from '../shared/text.ts';
import type { Loss, Params, Result } from './experiment.ts';

const losses: Record<Loss, string> = {
  sum: 'Y.sum()',
  mean: 'Y.mean()',
  mse: 'torch.nn.functional.mse_loss(Y, target)',
};

/** The same layer in PyTorch, with readouts and gradients as expected output. */
export function program(params: Params, result: Result): string {
  const { batch, in: inputs, out, seed, loss } = params;
  const drawn = (name: string, ...shape: number[]) =>
    `${name} = torch.randn(${shape.join(', ')}, requires_grad=True)`;
  return programText(
    [
      'import torch',
      '',
      `torch.manual_seed(${String(seed)})`,
      drawn('X', batch, inputs),
      drawn('W', out, inputs),
      drawn('b', out),
      ...(loss === 'mse'
        ? [`target = torch.randn(${String(batch)}, ${String(out)})  # drawn after b`]
        : []),
      '',
      'Y = X @ W.T + b',
      'Y.retain_grad()  # keep the gradient of a tensor that is no leaf',
      `loss = ${losses[loss]}`,
      'loss.backward()',
      '',
      'print(f"loss         = {loss.item():.6g}")',
      'print(f"W.grad shape = {list(W.grad.shape)}")',
      'print(f"b.grad shape = {list(b.grad.shape)}")',
      'print(f"W.grad[0, 0] = {W.grad[0, 0].item():.6g}")',
      'print(f"b.grad[0]    = {b.grad[0].item():.6g}")',
      'for tensor in (X, W, b, Y):',
      '    print(tensor.data)',
      '    print(tensor.grad)',
    ],
    output(params, result),
  );
}

function output({ in: inputs, out }: Params, result: Result): string[] {
  const { X, W, b, Y, loss, dX, dW, db, dY } = result;
  return [
    `loss         = ${printed(loss)}`,
    `W.grad shape = ${shapeText([out, inputs])}`,
    `b.grad shape = ${shapeText([out])}`,
    `W.grad[0, 0] = ${printed(at(at(dW, 0), 0))}`,
    `b.grad[0]    = ${printed(at(db, 0))}`,
    ...[X, dX, W, dW, b, db, Y, dY].flatMap((numbers) => repr(tensor(numbers)).split('\n')),
  ];
}
