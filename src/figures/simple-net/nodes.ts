import type { NetValues, Quantity } from './values.ts';
import { type Line, type View, inputs, units } from './view.ts';
import { below, digits } from '../shared/worked.ts';

const heights = { x: [0.22, 0.78], units: [0, 0.5, 1] } as const;

/** Inputs, sums, hidden values, output and loss, each with its value and its gradient. */
export function nodesOf(net: NetValues, view: View) {
  return [
    ...inputs.map((i) => inputNode(net, view, i)),
    ...units.map((j) => unitNode(net, view, j, 'z')),
    ...units.map((j) => unitNode(net, view, j, 'h')),
    outputNode(net, view),
    lossNode(net, view),
  ];
}

function inputNode({ x }: NetValues, view: View, i: 1 | 2) {
  const id = `x${String(i)}`;
  const { value, gradient } = at(x, i);
  return {
    ...{ id, name: `x${below(i)}`, x: 0, y: heights.x[i - 1] ?? 0, role: 'input' as const },
    state: view.isGiven(`∂${id}`) ? ('active' as const) : undefined,
    lines: [{ text: digits(value) }, view.gradient(id, gradient)],
  };
}

/** A weighted sum or what relu makes of it. The bias stands with the sum, into which it goes. */
function unitNode(net: NetValues, view: View, j: 1 | 2 | 3, letter: 'z' | 'h') {
  const id = `${letter}${String(j)}`;
  const { value, gradient } = at(net[letter], j);
  const bias = letter === 'z' ? [biasLine(`b${below(j)}`, at(net.b, j))] : [];
  return {
    ...{ id, name: `${letter}${below(j)}`, y: heights.units[j - 1] ?? 0 },
    x: letter === 'z' ? 0.35 : 0.59,
    state: view.isDead(j) ? ('dead' as const) : view.stateOf(id),
    lines: [view.value(id, value), view.gradient(id, gradient), ...bias],
  };
}

function outputNode({ output, c }: NetValues, view: View) {
  const lines = [view.value('y', output.value), view.gradient('y', output.gradient)];
  return {
    ...{ id: 'y', name: 'ŷ', x: 0.83, y: 0.5, state: view.stateOf('y') },
    lines: [...lines, biasLine('c', c)],
  };
}

function lossNode({ loss, target }: NetValues, view: View) {
  const wanted: Line = { text: `t ${digits(target)}`, role: 'soft' };
  return {
    ...{ id: 'L', name: 'L', x: 1, y: 0.5, state: view.stateOf('L') },
    lines: [view.value('L', loss), wanted],
  };
}

const at = (all: readonly Quantity[], number: number): Quantity =>
  all[number - 1] ?? { value: 0, gradient: 0 };

const biasLine = (name: string, { value }: Quantity): Line => ({
  text: `${name} ${digits(value)}`,
  role: 'input',
});
