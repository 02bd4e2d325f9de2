import { type Tensor, repr } from '@calculus/autograd';
import { type Loss, type Params, layer } from './experiment.ts';
import { printed, programText } from '../shared/program.ts';
import { shapeText } from '../shared/text.ts';

const losses: Record<Loss, string> = {
  sum: 'Y.sum()',
  mean: 'Y.mean()',
  mse: 'torch.nn.functional.mse_loss(Y, target)',
};

/** The same layer in PyTorch, with readouts and gradients as expected output. */
export function program(params: Params): string {
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
    output(params),
  );
}

function output(params: Params): string[] {
  const { X, W, b, Y, loss } = layer(params);
  return [
    `loss         = ${printed(loss.item())}`,
    `W.grad shape = ${shapeText(W.shape)}`,
    `b.grad shape = ${shapeText(b.shape)}`,
    `W.grad[0, 0] = ${printed(W.grad?.at(0, 0).item() ?? NaN)}`,
    `b.grad[0]    = ${printed(b.grad?.at(0).item() ?? NaN)}`,
    ...[X, W, b, Y].flatMap((tensor) => [...lines(tensor.detach()), ...lines(tensor.grad)]),
  ];
}

const lines = (tensor: Tensor | null): string[] => (tensor ? repr(tensor).split('\n') : []);
