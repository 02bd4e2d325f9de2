import { type Expression, differentiate, parse } from '@calculus/expression';
import { requireFinite } from './finite.ts';

export interface Position {
  x: number;
  y: number;
}

export interface Slopes {
  expression: Expression;
  value: number;
  dfdx: number;
  dfdy: number;
  norm: number;
  directional: number;
}

/** Gradient and slope in one direction as PyTorch has them, infinities and NaN included. */
export function slopesAt(params: { f: string; x: number; y: number; angle: number }): Slopes {
  requireFinite('gradient-vector', params);
  const expression = parse(params.f, { variables: ['x', 'y'] });
  const { value, gradient } = differentiate(expression, { x: params.x, y: params.y });
  const [dfdx = NaN, dfdy = NaN] = [gradient['x'], gradient['y']];
  const norm = Math.hypot(dfdx, dfdy);
  return { expression, value, dfdx, dfdy, norm, directional: along(dfdx, dfdy, params.angle) };
}

/** ∇f · (cos θ, sin θ), exact along the axes. */
export function along(dfdx: number, dfdy: number, angle: number): number {
  const { x, y } = direction(angle);
  return (x === 0 ? 0 : dfdx * x) + (y === 0 ? 0 : dfdy * y);
}

/** A quarter turn is exact, although π/2 is not. */
export function direction(angle: number): Position {
  const quarters = angle / 90;
  const quarter = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ][((quarters % 4) + 4) % 4];
  const [x = Math.cos(radians(angle)), y = Math.sin(radians(angle))] = quarter ?? [];
  return { x, y };
}

const radians = (angle: number) => (angle * Math.PI) / 180;

/** In degrees from 0 to 360. */
export function angleOf({ x, y }: Position): number {
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
}
