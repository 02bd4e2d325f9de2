import { below, digits } from '../shared/worked.ts';
import { type Input, type Unit, inputs, units } from './stages.ts';
import type { NetValues, Quantity } from './values.ts';
import type { Line, View } from './view.ts';

const heights = { inputs: [0.22, 0.78], units: [0, 0.5, 1] } as const;

/** Inputs, sums, hidden values, output and loss, each with its value and its gradient. */
export function nodesOf(net: NetValues, view: View) {
  return [
    ...inputs.map((input) => inputNode(net, view, input)),
    ...units.map((unit) => unitNode(net, view, unit, 'z')),
    ...units.map((unit) => unitNode(net, view, unit, 'a')),
    outputNode(net, view),
    lossNode(net, view),
  ];
}

function inputNode({ x }: NetValues, view: View, input: Input) {
  const id = `x${String(input + 1)}`;
  const { value, gradient } = x[input];
  return {
    id,
    name: `x${below(input + 1)}`,
    x: 0,
    y: heights.inputs[input],
    role: 'input' as const,
    state: view.isGiven(`∂${id}`) ? ('active' as const) : undefined,
    lines: [{ text: digits(value) }, view.gradient(id, gradient)],
  };
}

/** A weighted sum or what relu makes of it. The bias stands with the sum, into which it goes. */
function unitNode(net: NetValues, view: View, unit: Unit, letter: 'z' | 'a') {
  const id = `${letter}${String(unit + 1)}`;
  const n = below(unit + 1);
  const { value, gradient } = net[letter][unit];
  const bias = letter === 'z' ? [biasLine(`b${n}`, net.b[unit])] : [];
  return {
    id,
    name: `${letter}${n}`,
    x: letter === 'z' ? 0.35 : 0.59,
    y: heights.units[unit],
    state: view.isDead(unit) ? ('dead' as const) : view.stateOf(id),
    lines: [view.value(id, value), view.gradient(id, gradient), ...bias],
  };
}

function outputNode({ output, c }: NetValues, view: View) {
  return {
    id: 'y',
    name: 'ŷ',
    x: 0.83,
    y: 0.5,
    state: view.stateOf('y'),
    lines: [view.value('y', output.value), view.gradient('y', output.gradient), biasLine('c', c)],
  };
}

function lossNode({ loss, target }: NetValues, view: View) {
  const wanted: Line = { text: `t ${digits(target)}`, role: 'soft' };
  return {
    id: 'L',
    name: 'L',
    x: 1,
    y: 0.5,
    state: view.stateOf('L'),
    lines: [view.value('L', loss), wanted],
  };
}

const biasLine = (name: string, { value }: Quantity): Line => ({
  text: `${name} ${digits(value)}`,
  role: 'input',
});
