import type { Control, Table } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { backwardStages } from './backward.ts';
import { forwardStages } from './forward.ts';
import type { Stage } from './stage.ts';
import { type NetValues, type Quantity, netValues } from './values.ts';
import { below } from '../shared/worked.ts';

export interface Params {
  seed: number;
  stage: number;
}

/** Of the seeds with exactly one dead unit, 19 has the largest smallest number: all can be read. */
export const defaults: Params = { seed: 19, stage: 18 };

export const controls = {
  seed: { label: 'Seed', min: 0, max: 99, step: 1 },
  stage: { label: 'Stage', min: 0, max: 18, step: 1, stage: true },
} as const satisfies Record<keyof Params, Control>;

export interface Result {
  net: NetValues;
  /** The steps of both passes, in the order in which they are taken. */
  path: Stage[];
  /** The step just taken; null before the first. */
  now: Stage | null;
  /** Names of all that has been computed so far. */
  known: string[];
  parameters: ({ name: string } & Quantity)[];
  /** Units whose relu answers 0, counted from 1. */
  dead: number[];
}

/** The notebook's 2-3-1 network, its loss and all gradients, up to a stage of the two passes. */
export function run(params: Params): Result {
  requireFinite('simple-net', params);
  const net = netValues(Math.round(params.seed));
  const path = [...forwardStages(net), ...backwardStages(net)];
  const taken = path.slice(0, Math.max(0, Math.round(params.stage)));
  return {
    ...{ net, path, now: taken.at(-1) ?? null, known: taken.flatMap(({ gives }) => gives) },
    parameters: parametersOf(net),
    dead: net.z.flatMap(({ value }, unit) => (value > 0 ? [] : [unit + 1])),
  };
}

/** In PyTorch's order and under its names, each with its letter. */
function parametersOf({ w, b, v, c }: NetValues): Result['parameters'] {
  return [
    ...w.flatMap((row, j) =>
      row.map((one, i) => ({
        ...{ name: `layer1.weight[${String(j)}, ${String(i)}] = w${below(j + 1)}${below(i + 1)}` },
        ...one,
      })),
    ),
    ...b.map((one, j) => ({ name: `layer1.bias[${String(j)}] = b${below(j + 1)}`, ...one })),
    ...v.map((one, j) => ({ name: `layer2.weight[0, ${String(j)}] = v${below(j + 1)}`, ...one })),
    { name: 'layer2.bias[0] = c', ...c },
  ];
}

/** The step just taken, in words; at the ends, what there is. */
export function describe({ seed }: Params, { net, path, now, known, dead }: Result): string {
  if (now === null)
    return `Seed ${String(Math.round(seed))}: inputs, target and parameters are drawn, nothing is computed yet.`;
  if (known.length === path.flatMap(({ gives }) => gives).length)
    return `Both passes are done: the output is ${short(net.output.value)}, the loss ${short(net.loss)}. ${deadWords(dead)}`;
  const formulas = now.formulas.map(
    ({ name, numbers, result }) => `${name} = ${numbers} = ${result}`,
  );
  return [`${now.title}. ${formulas.join('; ')}.`, now.remark ?? ''].join(' ').trim();
}

const short = (value: number): string => String(Number(value.toPrecision(4)));

function deadWords(dead: readonly number[]): string {
  if (dead.length === 0) return 'No unit is dead: every parameter receives a gradient.';
  if (dead.length === 3)
    return 'All three units are dead for this input: the output is the bias c alone, and c is all that can learn.';
  if (dead.length === 1)
    return `Unit ${String(dead[0])} is dead for this input: its weights receive no gradient.`;
  return `Units ${dead.join(' and ')} are dead for this input: their weights receive no gradient.`;
}

export function tables(_params: Params, { parameters, net }: Result): Table[] {
  const named = (name: string, { value, gradient }: Quantity) => [name, value, gradient];
  return [
    {
      caption: 'Every parameter and its gradient, in float32, after both passes',
      columns: ['Parameter', 'Value', 'Gradient'],
      rows: parameters.map(({ name, value, gradient }) => [name, value, gradient]),
    },
    {
      caption: 'Every value on the way and the gradient that passes it, in float32',
      columns: ['Quantity', 'Value', 'Gradient'],
      rows: [
        ...(['x', 'z', 'h'] as const).flatMap((name) =>
          net[name].map((one, index) => named(`${name}${below(index + 1)}`, one)),
        ),
        named('ŷ', net.output),
        ['t (target)', net.target, null],
        ['L (loss)', net.loss, 1],
      ],
    },
  ];
}
