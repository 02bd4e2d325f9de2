import type { NetValues } from './values.ts';
import { type Line, type View, inputs, units } from './view.ts';

/** So that no two labels meet: in the wide picture, and in the upright one. */
const labelAt = {
  1: { 1: [0.42, 0.45], 2: [0.42, 0.28], 3: [0.34, 0.45] },
  2: { 1: [0.66, 0.68], 2: [0.5, 0.68], 3: [0.54, 0.5] },
} as const;

/** The arrows with the parameters on them; each turns round once the gradient has passed it. */
export function edgesOf(net: NetValues, view: View) {
  return [
    ...units.flatMap((j) => inputs.map((i) => firstLayer(net, view, j, i))),
    ...units.map((j) => throughRelu(view, j)),
    ...units.map((j) => secondLayer(net, view, j)),
    arrow(view, 'y', 'L', { active: view.isGiven('L') || view.isGiven('∂y') }),
  ];
}

function firstLayer(net: NetValues, view: View, j: 1 | 2 | 3, i: 1 | 2) {
  const name = `w${String(j)}${String(i)}`;
  return {
    ...arrow(view, `x${String(i)}`, `z${String(j)}`, {
      active: view.isWeighed(name),
      dead: view.isDead(j),
    }),
    ...{ lines: view.weight(name, net.w[j - 1]?.[i - 1]), labelAt: labelAt[i][j] },
  };
}

function throughRelu(view: View, j: 1 | 2 | 3) {
  const [z, h, dead] = [`z${String(j)}`, `h${String(j)}`, view.isDead(j)];
  const slope: Line = { text: `× ${dead ? '0' : '1'}`, role: 'gradient' };
  return {
    ...arrow(view, z, h, { active: view.isGiven(h) || view.isGiven(`∂${z}`), dead }),
    lines: [view.isPassed(z) ? slope : { text: 'relu', role: 'soft' as const }],
  };
}

function secondLayer(net: NetValues, view: View, j: 1 | 2 | 3) {
  const name = `v${String(j)}`;
  return {
    ...arrow(view, `h${String(j)}`, 'y', { active: view.isWeighed(name) }),
    lines: view.weight(name, net.v[j - 1]),
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
