import { compile, parse } from '@calculus/expression';
import { at } from '../shared/at.ts';
import type { Control, Option } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { lastOf } from '../shared/last-of.ts';
import { kinkAt } from '../shared/one-sided.ts';
import { type Layout, layout } from './layout.ts';
import { callsOf, modeOf, modes } from './mode.ts';
import { type Step, pathOf } from './path.ts';
import { type Recorded, record } from './record.ts';

export interface Params {
  f: string;
  x: number;
  y: number;
  mode: string;
  stage: number;
}

/** The most nodes that the picture has room for; three passes over them are the longest path. */
export const largest = 24;

export const defaults: Params = {
  f: '(x*y + sin(x))^2',
  x: 2,
  y: 3,
  mode: 'normal',
  stage: 3 * largest,
};

/** Values used twice, a chain, a quotient, a neuron, then a kink, a function without one path, an edge. */
const expressions: readonly Option[] = [
  { value: '(x*y + sin(x))^2', label: '(xy + sin x)²' },
  { value: 'x*x + x*y', label: 'xx + xy' },
  { value: '(x^2+1)^3', label: '(x² + 1)³' },
  { value: 'exp(x)/(1+exp(x))', label: 'eˣ/(1 + eˣ)' },
  { value: '(tanh(x*y+0.5)-1)^2', label: 'a neuron’s loss: (tanh(xy + ½) − 1)²' },
  { value: 'sigmoid(x)*(1-sigmoid(y))', label: 'σ(x)(1 − σ(y))' },
  { value: 'abs(x)+relu(x-y)', label: '|x| + relu(x − y)' },
  { value: 'x+y', label: 'x + y' },
  { value: 'sqrt(x)*ln(y)', label: '√x ln y' },
];

export const controls = {
  f: { label: 'Expression', symbol: 'f', options: expressions, own: ['x', 'y'] },
  x: { label: 'Value of x', symbol: 'x', min: -5, max: 5, step: 0.1, role: 'input' },
  y: { label: 'Value of y', symbol: 'y', min: -5, max: 5, step: 0.1, role: 'input' },
  mode: { label: 'Mode', options: modes.map((mode) => ({ value: mode, label: labelOf(mode) })) },
  stage: { label: 'Stage', min: 0, max: 3 * largest, step: 1, stage: true },
} as const satisfies Record<keyof Params, Control>;

function labelOf(mode: (typeof modes)[number]): string {
  if (mode === 'normal') return 'one backward';
  if (mode === 'second backward') return 'backward twice';
  return mode === 'retain_graph' ? 'backward twice, retain_graph' : mode;
}

/** Computed in float64. */
export interface Result extends Recorded {
  layout: Layout;
  path: Step[];
  /** How many steps of it are taken. */
  reached: number;
  /** The step just taken; null before the first. */
  now: Step | null;
  /** Nodes whose value is known. */
  computed: number[];
  /** For each node, how many passes back have come through it. */
  passes: number[];
  /** Nodes that have let go of what they saved. */
  freed: number[];
  /** f has a kink here: its gradient is a convention of PyTorch. */
  kink: boolean;
}

/**
 * Records the formula and goes through the graph up to a stage. Throws ExpressionError, and
 * RangeError for a formula that records more than the picture has room for.
 */
export function run(params: Params): Result {
  requireFinite('expression-graph', params);
  const recorded = recordedAt(params);
  const path = pathOf(recorded, modeOf(params.mode));
  const taken = path.slice(0, Math.max(0, Math.round(params.stage)));
  const passes = recorded.nodes.map(({ id }) => passesOf(id, taken));
  return {
    ...recorded,
    layout: layout(recorded.nodes.length, recorded.edges),
    path,
    reached: taken.length,
    now: taken.at(-1) ?? null,
    computed: taken.flatMap((step) => (step.kind === 'forward' ? [step.node] : [])),
    passes,
    freed: recorded.nodes.flatMap(({ id, leaf }) =>
      leaf === null && isFreed(at(passes, id), params.mode) ? [id] : [],
    ),
    kink: kinked(params),
  };
}

/** Scrubbing changes the stage alone, and nothing is recorded again for it. */
const recordedAt = lastOf(
  ({ f, x, y, mode }: Params) => JSON.stringify([f, x, y, mode]),
  ({ f, x, y, mode }: Params): Recorded => {
    const recorded = record(parse(f, { variables: ['x', 'y'] }), { x, y }, modeOf(mode));
    const count = recorded.nodes.length;
    if (count > largest)
      throw new RangeError(
        `This formula records ${String(count)} operations and leaves; the picture has room for ${String(largest)}. Leave a part out.`,
      );
    return recorded;
  },
);

const passesOf = (id: number, taken: readonly Step[]): number =>
  taken.filter((step) => step.kind === 'backward' && step.node === id).length;

const isFreed = (passes: number, mode: string): boolean =>
  passes > 0 && !at(callsOf(modeOf(mode)), passes - 1).retainGraph;

function kinked({ f, x, y }: Params): boolean {
  const value = compile(parse(f, { variables: ['x', 'y'] }));
  const alongX = kinkAt((position) => value({ x: position, y }), x);
  return alongX !== null || kinkAt((position) => value({ x, y: position }), y) !== null;
}
