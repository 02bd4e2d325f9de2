import { at } from '../shared/at.ts';
import { datasetProgram } from '../shared/datasets.ts';
import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';
import { directionSeed, drawing, parameterSeed } from './network.ts';
import { flat, iterations } from './sharpness.ts';
import { rate, steps, stride } from './training.ts';

const directions: Record<string, string[]> = {
  random: ['d1, d2 = filter_normalised(draw()), filter_normalised(draw())'],
  gradient: [
    'g = theta.clone().requires_grad_()',
    'g, = torch.autograd.grad(loss(g), g)',
    'd1, d2 = g * length / g.norm(), filter_normalised(draw())',
  ],
  principal: [
    'shifts = torch.stack(path) - theta',
    'vectors = torch.linalg.eigh(shifts.T @ shifts)[1]',
    'd1, d2 = (v * v[v.abs().argmax()].sign() * length for v in (vectors[:, -1], vectors[:, -2]))',
  ],
};

/** Training, sharpness and the corners of the slice in PyTorch. */
export function program({ data, seed, direction, range }: Params, result: Result): string {
  return programText(
    [
      'import torch',
      '',
      ...datasetProgram(data, { ...drawing, seed }),
      '',
      'def layers(theta):  # 2 inputs, 8 units, 1 output',
      '    return theta[:16].view(8, 2), theta[16:24], theta[24:32].view(1, 8), theta[32:]',
      '',
      'def loss(theta):',
      '    W1, b1, W2, b2 = layers(theta)',
      '    logits = torch.tanh(X @ W1.T + b1) @ W2.T + b2',
      '    return torch.nn.functional.binary_cross_entropy_with_logits(logits[:, 0], labels)',
      '',
      `generator.manual_seed(${String(parameterSeed(seed))})`,
      'theta = 2 * torch.rand(33, **options) - 1',
      'theta[:24] /= 2**0.5',
      'theta[24:] /= 8**0.5',
      'theta.requires_grad_()',
      `optimizer = torch.optim.Adam([theta], lr=${python(rate)})`,
      'path = [theta.detach().clone()]',
      `for step in range(1, ${String(steps)} + 1):`,
      '    optimizer.zero_grad()',
      '    loss(theta).backward()',
      '    optimizer.step()',
      `    if step % ${String(stride)} == 0:`,
      '        path.append(theta.detach().clone())',
      'theta = theta.detach()',
      '',
      `generator.manual_seed(${String(directionSeed(seed))})`,
      'v = torch.randn(33, **options)',
      `for _ in range(${String(iterations)}):  # power iteration`,
      '    v = torch.autograd.functional.hvp(loss, theta, v)[1]',
      '    v = v / v.norm()',
      'sharpness = v @ torch.autograd.functional.hvp(loss, theta, v)[1]',
      'H = torch.autograd.functional.hessian(loss, theta)',
      `negative = (torch.linalg.eigvalsh(H) < ${python(-flat)}).sum()`,
      '',
      'def filter_normalised(d):',
      '    W1, _, W2, _ = layers(theta)',
      '    D1, _, D2, _ = layers(d)',
      '    scaled = [D / D.norm(dim=1, keepdim=True) * W.norm(dim=1, keepdim=True)',
      '              for D, W in ((D1, W1), (D2, W2))]',
      '    return torch.cat([scaled[0].flatten(), 0 * d[16:24], scaled[1].flatten(), 0 * d[32:]])',
      '',
      `generator.manual_seed(${String(directionSeed(seed))})`,
      'draw = lambda: torch.randn(33, **options)',
      'length = torch.cat([theta[:16], theta[24:32]]).norm()',
      ...(directions[direction] ?? []),
      '',
      'print(f"loss where training ended: {loss(theta).item():.6g}")',
      'print(f"sharpness: {sharpness.item():.6g}, negative eigenvalues: {negative.item()}")',
      `r = ${python(range)}`,
      'for a, b in ((-r, -r), (r, -r), (-r, r), (r, r)):',
      '    print(f"loss at ({a:.4g}, {b:.4g}): {loss(theta + a * d1 + b * d2).item():.6g}")',
    ],
    output(result),
  );
}

function output({ centreLoss, sharpness, negative, field, window }: Result): string[] {
  const { columns, rows, values } = field;
  const last = columns * (rows - 1);
  const { min, max } = window.x;
  const corners = [
    [min, min, 0],
    [max, min, columns - 1],
    [min, max, last],
    [max, max, last + columns - 1],
  ] as const;
  return [
    `loss where training ended: ${printed(centreLoss)}`,
    `sharpness: ${printed(sharpness)}, negative eigenvalues: ${String(negative)}`,
    ...corners.map(
      ([a, b, index]) =>
        `loss at (${printed(a, '.4g')}, ${printed(b, '.4g')}): ${printed(at(values, index) ?? NaN)}`,
    ),
  ];
}
