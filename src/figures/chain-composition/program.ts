import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';

const n = (value: number) => printed(value + 0, '.6g');

/** The notebook's composition, and the two paths, with the same numbers. */
export function program(params: Params, result: Result): string {
  return programText(
    [
      'import torch',
      '',
      `x = torch.tensor(${python(params.x)}, requires_grad=True)`,
      'h = x**2',
      'g = h + 1',
      'f = g**3',
      '',
      '',
      'def slope(of, by):',
      '    return torch.autograd.grad(of, by, retain_graph=True)[0].item()',
      '',
      '',
      'print(f"x = {x.item():.6g}, h = {h.item():.6g}, g = {g.item():.6g}, f = {f.item():.6g}")',
      'print(f"dh/dx = {slope(h, x):.6g}, dg/dh = {slope(g, h):.6g}, df/dg = {slope(f, g):.6g}")',
      'print(f"df/dx = {slope(f, x):.6g} by autograd")',
      'print(f"df/dx = {3 * (x.item() ** 2 + 1) ** 2 * 2 * x.item() + 0.0:.6g} by hand")',
      '',
      '# Two paths: x reaches p through u and through q, and their products add up.',
      'u, q = x**2, x + 1',
      'p = u * q',
      'print(f"through u: {slope(p, u) * slope(u, x):.6g}, through q: {slope(p, q) * slope(q, x):.6g}")',
      'print(f"dp/dx = {slope(p, x):.6g}")',
    ],
    output(result),
  );
}

function output(result: Result): string[] {
  const { x, h, g, f, dhdx, dgdh, dfdg, derivative, byHand, paths } = result;
  const [throughU, throughQ] = paths.through;
  return [
    `x = ${n(x)}, h = ${n(h)}, g = ${n(g)}, f = ${n(f)}`,
    `dh/dx = ${n(dhdx)}, dg/dh = ${n(dgdh)}, df/dg = ${n(dfdg)}`,
    `df/dx = ${n(derivative)} by autograd`,
    `df/dx = ${n(byHand)} by hand`,
    `through u: ${n(throughU.product)}, through q: ${n(throughQ.product)}`,
    `dp/dx = ${n(paths.derivative)}`,
  ];
}
