import { type Input, type Unit, inputs, units, weight } from './stages.ts';
import type { NetValues } from './values.ts';
import type { Line, View } from './view.ts';

/** Of each input and unit, so that no two labels meet: in the wide picture, and in the upright one. */
const labelAt = [
  [
    [0.42, 0.56],
    [0.42, 0.24],
    [0.34, 0.4],
  ],
  [
    [0.66, 0.72],
    [0.5, 0.56],
    [0.54, 0.24],
  ],
] as const;

/** The same of the units' arrows to the output. */
const outputLabelAt = [
  [0.5, 0.3],
  [0.5, 0.58],
  [0.5, 0.3],
] as const;

/** The arrows with the parameters on them; each turns round once the gradient has passed it. */
export function edgesOf(net: NetValues, view: View) {
  return [
    ...units.flatMap((unit) => inputs.map((input) => firstLayer(net, view, unit, input))),
    ...units.map((unit) => throughRelu(view, unit)),
    ...units.map((unit) => secondLayer(net, view, unit)),
    arrow(view, 'y', 'L', { active: view.isGiven('L') || view.isGiven('∂y') }),
  ];
}

function firstLayer(net: NetValues, view: View, unit: Unit, input: Input) {
  const name = weight(unit, input);
  const look = { active: view.isWeighed(name), dead: view.isDead(unit) };
  return {
    ...arrow(view, `x${String(input + 1)}`, `z${String(unit + 1)}`, look),
    lines: view.weight(name, net.w[unit][input]),
    labelAt: labelAt[input][unit],
  };
}

function throughRelu(view: View, unit: Unit) {
  const z = `z${String(unit + 1)}`;
  const a = `a${String(unit + 1)}`;
  const dead = view.isDead(unit);
  const slope: Line = { text: `× ${dead ? '0' : '1'}`, role: 'gradient' };
  return {
    ...arrow(view, z, a, { active: view.isGiven(a) || view.isGiven(`∂${z}`), dead }),
    lines: [view.isPassed(z) ? slope : { text: 'relu', role: 'soft' as const }],
  };
}

function secondLayer(net: NetValues, view: View, unit: Unit) {
  const name = `v${String(unit + 1)}`;
  return {
    ...arrow(view, `a${String(unit + 1)}`, 'y', { active: view.isWeighed(name) }),
    lines: view.weight(name, net.v[unit]),
    labelAt: outputLabelAt[unit],
  };
}

function arrow(
  view: View,
  from: string,
  to: string,
  { active, dead = false }: { active: boolean; dead?: boolean },
) {
  const backward = view.isPassed(from);
  const state = dead ? ('dead' as const) : active ? ('active' as const) : undefined;
  return { from, to, backward, state, role: backward ? ('gradient' as const) : ('soft' as const) };
}
