import { type Tensor, enableGrad, grad, tensor } from '@calculus/autograd';
import type { Control, Table } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { niceRange } from '../shared/nice-range.ts';
import { printed } from '../shared/program.ts';

export interface Params {
  x: number;
  nudge: number;
}

export const defaults: Params = { x: 2, nudge: 0.1 };

export const controls = {
  x: { label: 'Input x', symbol: 'x', min: -3, max: 3, step: 0.1, role: 'input' },
  nudge: { label: 'Nudge of x', symbol: 'Δx', min: 0.001, max: 0.5, scale: 'log', role: 'rate' },
} as const satisfies Record<keyof Params, Control>;

/** One quantity of the chain on a number line of its own. */
export interface Line {
  name: string;
  formula: string;
  value: number;
  /** Its value after the nudge. */
  nudged: number;
  /** How far it moved. */
  change: number;
  /** How far the slopes said it would: the nudge times every local slope up to here. */
  predicted: number;
  min: number;
  max: number;
}

/** The slope of one quantity by the one before it. */
export interface Link {
  name: string;
  formula: string;
  slope: number;
}

/** A way from x to p, and the slopes along it. */
export interface Path {
  name: string;
  slopes: number[];
  product: number;
}

export interface Result {
  /** x as float32 holds it. */
  x: number;
  h: number;
  g: number;
  f: number;
  dhdx: number;
  dgdh: number;
  dfdg: number;
  /** By autograd, in float32. */
  derivative: number;
  /** 6x(x² + 1)², in Python's double precision as the notebook computes it. */
  byHand: number;
  /** x, h, g, f. */
  lines: Line[];
  links: Link[];
  /** p = u·v with u = x² and v = x + 1: x reaches p in two ways. */
  paths: { u: number; v: number; p: number; through: Path[]; sum: number; derivative: number };
}

/** f = (x² + 1)³ as three links, and p = x²(x + 1) as two paths, in float32 as the notebook. */
export function run(params: Params): Result {
  requireFinite('chain-composition', params);
  const chain = enableGrad(() => composed(params.x));
  const { x, h, g, f } = values(chain);
  const [dhdx, dgdh, dfdg, derivative] = [
    slope(chain.h, chain.x),
    slope(chain.g, chain.h),
    slope(chain.f, chain.g),
    slope(chain.f, chain.x),
  ];
  const links = [
    { name: 'dh/dx', formula: '2x', slope: dhdx },
    { name: 'dg/dh', formula: '1', slope: dgdh },
    { name: 'df/dg', formula: '3g²', slope: dfdg },
  ];
  return {
    ...{ x, h, g, f, dhdx, dgdh, dfdg, derivative, links },
    byHand: 3 * (x ** 2 + 1) ** 2 * 2 * x,
    lines: linesOf(params, links),
    paths: pathsFrom(params.x),
  };
}

type Chain = Record<'x' | 'h' | 'g' | 'f', Tensor>;

function composed(at: number, dtype: 'float32' | 'float64' = 'float32'): Chain {
  const x = tensor(at, { dtype, requiresGrad: true });
  const h = x.pow(2);
  const g = h.add(1);
  return { x, h, g, f: g.pow(3) };
}

const values = ({ x, h, g, f }: Chain) => ({
  x: x.item(),
  h: h.item(),
  g: g.item(),
  f: f.item(),
});

function slope(of: Tensor, by: Tensor): number {
  return grad(of, by, { retainGraph: true })[0]?.item() ?? 0;
}

const formulas = { x: '', h: 'x²', g: 'h + 1', f: 'g³' };

/** In float64, so that the differences are those of the functions and not of rounding. */
function linesOf({ x, nudge }: Params, links: readonly Link[]): Line[] {
  const [before, after] = [values(composed(x, 'float64')), values(composed(x + nudge, 'float64'))];
  // Two of the lines reach farther for larger x: their scales change as x passes 1 and 2.
  const reach = Math.max(1, Math.ceil(Math.abs(x) - 1e-9)) + 0.5;
  const end = values(composed(reach, 'float64'));
  let predicted = nudge;
  return (['x', 'h', 'g', 'f'] as const).map((name, index) => {
    predicted *= index === 0 ? 1 : (links[index - 1]?.slope ?? 0);
    return {
      ...{ name, formula: formulas[name], value: before[name], nudged: after[name], predicted },
      change: after[name] - before[name],
      ...(name === 'x' ? { min: -3.5, max: 3.5 } : niceRange(0, end[name])),
    };
  });
}

function pathsFrom(at: number): Result['paths'] {
  return enableGrad(() => {
    const x = tensor(at, { requiresGrad: true });
    const [u, v] = [x.pow(2), x.add(1)];
    const p = u.mul(v);
    const through = Object.entries({ u, v }).map(([name, middle]) => {
      const slopes = [slope(p, middle), slope(middle, x)];
      return { name, slopes, product: slopes.reduce((product, one) => product * one, 1) };
    });
    return {
      ...{ u: u.item(), v: v.item(), p: p.item(), through },
      sum: through.reduce((sum, { product }) => sum + product, 0),
      derivative: slope(p, x),
    };
  });
}

const words = (value: number) => printed(value, '.4g');

/** The chain and what became of the nudge, in words. */
export function describe({ nudge }: Params, result: Result): string {
  const { x, f, dhdx, dgdh, dfdg, derivative, lines } = result;
  const moved = words(lines[3]?.change ?? 0);
  if (dhdx === 0)
    return `At x = 0 the first slope is 0, and so is the product, whatever the other slopes are: f stays near ${words(f)}. The nudge of ${words(nudge)} moves f by only ${moved}.`;
  return (
    `At x = ${words(x)} the slopes ${words(dhdx)}, ${words(dgdh)} and ${words(dfdg)} multiply to ${words(derivative)}. ` +
    `A nudge of ${words(nudge)} should move f by about ${words(nudge * derivative)}; it moves it by ${moved}.`
  );
}

export function tables(_params: Params, { lines, links, paths }: Result): Table[] {
  return [
    {
      caption:
        'The chain: values, changes and predictions in float64, local slopes by autograd in float32',
      columns: ['Quantity', 'Value', 'Local slope', 'Change', 'Change by the slopes'],
      rows: lines.map(({ name, formula, value, change, predicted }, index) => [
        formula ? `${name} = ${formula}` : name,
        value,
        links[index - 1]?.slope ?? null,
        change,
        predicted,
      ]),
    },
    {
      caption: 'Two paths from x to p = u · v, in float32',
      columns: ['Path', 'Slope out of x', 'Slope into p', 'Product'],
      rows: [
        ...paths.through.map(({ name, slopes, product }) => [
          `through ${name}`,
          slopes[1] ?? null,
          slopes[0] ?? null,
          product,
        ]),
        ['sum', null, null, paths.sum],
      ],
    },
  ];
}
