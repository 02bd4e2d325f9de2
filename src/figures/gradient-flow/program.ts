import { printed, programText } from '../shared/program.ts';
import { activations } from './activations.ts';
import { initialisations } from './initialisations.ts';
import type { Params, Result } from './experiment.ts';
import { type Clip, batch, maxNorm, maxValue, width } from './pass.ts';

const norms = {
  none: [],
  layer: ['    z = F.layer_norm(z, (width,))'],
  batch: ['    z = F.batch_norm(z, None, None, training=True)'],
};

const clips: Record<Clip, string[]> = {
  none: [],
  norm: [`nn.utils.clip_grad_norm_(parameters, ${String(maxNorm)})`],
  value: [`nn.utils.clip_grad_value_(parameters, ${String(maxValue)})`],
};

/** The network in PyTorch: the norms of every layer, and of the whole gradient before and after clipping. */
export function program(params: Params, result: Result): string {
  const { depth, activation, init, residual, norm, clip, seed } = params;
  const { python } = initialisations[init];
  const inner = activations[activation].python;
  return programText(
    [
      'import torch',
      'from torch import nn',
      'import torch.nn.functional as F',
      '',
      'torch.set_default_dtype(torch.float64)',
      `torch.manual_seed(${String(seed)})`,
      `depth, width, batch = ${String(depth)}, ${String(width)}, ${String(batch)}`,
      'x = torch.randn(batch, width)',
      'target = torch.randn(batch, width)',
      'layers = []',
      'for _ in range(depth):',
      '    weight, bias = torch.empty(width, width), torch.empty(width)',
      `    ${python.weight}`,
      `    ${python.bias}`,
      '    layers.append((weight.requires_grad_(), bias.requires_grad_()))',
      '',
      'outputs = [x]',
      'for weight, bias in layers:',
      '    z = F.linear(outputs[-1], weight, bias)',
      ...norms[norm],
      `    h = ${residual === 'on' ? 'outputs[-1] + ' : ''}${inner}`,
      '    h.retain_grad()  # h is no leaf: keep its gradient',
      '    outputs.append(h)',
      'F.mse_loss(outputs[-1], target).backward()',
      '',
      'for layer, ((weight, _), h) in enumerate(zip(layers, outputs[1:]), 1):',
      '    norms = h.grad.norm(), weight.grad.norm(), h.norm()',
      '    print(layer, *(f"{norm.item():.6g}" for norm in norms))',
      'first, last = outputs[1].grad.norm().item(), outputs[-1].grad.norm().item()',
      'print(f"first-layer = {first:.6g}")',
      'print(f"last-layer  = {last:.6g}")',
      'if last > 0:',
      '    print(f"ratio       = {first / last:.6g}")',
      '',
      'parameters = [parameter for layer in layers for parameter in layer]',
      '',
      'def gradient():',
      '    return torch.cat([p.grad.flatten() for p in parameters])',
      '',
      'before = gradient()',
      ...clips[clip],
      'after = gradient()',
      'print(f"norm of the whole gradient: {before.norm().item():.6g}, then {after.norm().item():.6g}")',
      'if after.norm() > 0:',
      '    cosine = torch.dot(before, after) / before.norm() / after.norm()',
      '    print(f"cosine between both: {cosine.item():.4f}")',
    ],
    output(result),
  );
}

function output({ path, first, last, ratio, totalNorm, clippedNorm, cosine }: Result): string[] {
  return [
    ...path.map(({ layer, gradient, weightGradient, output }) =>
      [String(layer), ...[gradient, weightGradient, output].map((norm) => printed(norm))].join(' '),
    ),
    `first-layer = ${printed(first)}`,
    `last-layer  = ${printed(last)}`,
    ...(ratio === null ? [] : [`ratio       = ${printed(ratio)}`]),
    `norm of the whole gradient: ${printed(totalNorm)}, then ${printed(clippedNorm)}`,
    ...(cosine === null ? [] : [`cosine between both: ${printed(cosine, '.4f')}`]),
  ];
}
