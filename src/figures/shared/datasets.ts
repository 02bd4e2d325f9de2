/**
 * Points in the plane that belong to one of two classes, drawn by PyTorch's generator: the same seed
 * gives the same points here and in the program of a figure (`datasetProgram`).
 */

import { Generator, rand, randn } from '@calculus/autograd';
import { at } from './at.ts';
import type { Option } from './contract.ts';

export type DatasetKind = 'moons' | 'circles' | 'xor' | 'spiral';

/** The kinds as a control offers them. */
export const datasets = [
  { value: 'moons', label: 'Two moons' },
  { value: 'circles', label: 'Two circles' },
  { value: 'xor', label: 'Four squares (xor)' },
  { value: 'spiral', label: 'Two spirals' },
] as const satisfies readonly (Option & { value: DatasetKind })[];

export interface Drawing {
  /** How many points, a whole number from 1. */
  count: number;
  /** The standard deviation of what is added to each coordinate. */
  noise: number;
  /** A whole number, as `torch.Generator.manual_seed` takes it. */
  seed: number;
}

export interface Dataset {
  /** Within about 1 of the origin where there is no noise. */
  points: [x: number, y: number][];
  /** The class of each point, 0 or 1. */
  labels: number[];
}

/**
 * `count` points of a kind, in float64: a place on the shape from two uniform numbers, then noise from
 * two normal ones. Classes take turns, but for xor, where the sign of x·y decides. Throws RangeError.
 */
export function dataset(kind: string, { count, noise, seed }: Drawing): Dataset {
  const { place } = shapeOf(kind);
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`dataset: count must be a whole number from 1, got ${String(count)}`);
  const generator = new Generator().manualSeed(seed);
  const options = { dtype: 'float64', generator } as const;
  const uniform = rand([count, 2], options).tolist() as [number, number][];
  const normal = randn([count, 2], options).tolist() as [number, number][];
  const places = uniform.map(([u, v], index) => place(u, v, index % 2));
  return {
    points: places.map(({ x, y }, index) => {
      const [dx, dy] = at(normal, index);
      return [x + noise * dx, y + noise * dy];
    }),
    labels: places.map(({ label }) => label),
  };
}

/** The lines of Python that draw the same points: `X` [count, 2] and `labels` [count], in float64. */
export function datasetProgram(kind: string, { count, noise, seed }: Drawing): string[] {
  return [
    `generator = torch.Generator().manual_seed(${String(seed)})`,
    `options = dict(dtype=torch.float64, generator=generator)`,
    `u, v = torch.rand(${String(count)}, 2, **options).T`,
    `normal = torch.randn(${String(count)}, 2, **options)`,
    `labels = (torch.arange(${String(count)}) % 2).double()`,
    ...shapeOf(kind).python,
    `X = torch.stack([x, y], dim=1) + ${String(noise)} * normal`,
  ];
}

interface Shape {
  place: (u: number, v: number, label: number) => { x: number; y: number; label: number };
  /** The same in Python, from `u`, `v` and `labels`. */
  python: string[];
}

const shapes: Record<DatasetKind, Shape> = {
  moons: {
    place: (u, _v, label) => {
      const angle = Math.PI * u;
      const side = 1 - 2 * label;
      return { x: side * (Math.cos(angle) - 0.5), y: side * (Math.sin(angle) - 0.25), label };
    },
    python: [
      'angle, side = torch.pi * u, 1 - 2 * labels',
      'x, y = side * (angle.cos() - 0.5), side * (angle.sin() - 0.25)',
    ],
  },
  circles: {
    place: (u, _v, label) => {
      const angle = 2 * Math.PI * u;
      const radius = 1 - 0.5 * label;
      return { x: radius * Math.cos(angle), y: radius * Math.sin(angle), label };
    },
    python: [
      'angle, radius = 2 * torch.pi * u, 1 - 0.5 * labels',
      'x, y = radius * angle.cos(), radius * angle.sin()',
    ],
  },
  xor: {
    place: (u, v) => {
      const [x, y] = [2 * u - 1, 2 * v - 1];
      return { x, y, label: x * y < 0 ? 1 : 0 };
    },
    python: ['x, y = 2 * u - 1, 2 * v - 1', 'labels = (x * y < 0).double()'],
  },
  spiral: {
    // One turn and a half; the second arm is the first, turned by 180°.
    place: (u, _v, label) => {
      const radius = (0.1 + 0.9 * u) * (1 - 2 * label);
      const angle = 3 * Math.PI * u;
      return { x: radius * Math.cos(angle), y: radius * Math.sin(angle), label };
    },
    python: [
      'angle, radius = 3 * torch.pi * u, (0.1 + 0.9 * u) * (1 - 2 * labels)',
      'x, y = radius * angle.cos(), radius * angle.sin()',
    ],
  },
};

function shapeOf(kind: string): Shape {
  if (!Object.hasOwn(shapes, kind))
    throw new RangeError(
      `dataset: kind must be ${Object.keys(shapes).join(', ')}, got ${JSON.stringify(kind)}`,
    );
  return shapes[kind as DatasetKind];
}
