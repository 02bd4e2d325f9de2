import { digits } from '../shared/worked.ts';
import type { Params, Result } from './experiment.ts';
import { type NodeName, input } from './tape.ts';

const positions: Record<NodeName, { x: number; y: number }> = {
  w: { x: 0, y: 0.12 },
  b: { x: 0, y: 0.88 },
  m: { x: 0.2, y: 0.12 },
  s: { x: 0.4, y: 0.5 },
  r: { x: 0.6, y: 0.04 },
  y: { x: 0.78, y: 0.5 },
  L: { x: 1, y: 0.5 },
};

const labels: Record<NodeName, string> = {
  w: 'w',
  b: 'b',
  m: `m = ${String(input)}w`,
  s: 's = m + b',
  r: 'r = s · s',
  y: 'y = s + r',
  L: 'L = (y + 1)²',
};

/** The graph with every value, both gradients and the slope at every arrow of the way back. */
export function graphPicture({ fault }: Params, { rows, tape }: Result) {
  return {
    nodes: rows.map(({ name, value, right, faulty }) => ({
      id: name,
      name: labels[name],
      ...positions[name],
      role: name === 'w' || name === 'b' ? ('input' as const) : ('function' as const),
      lines: [
        { text: digits(value) },
        { text: `∂ ${digits(right)}`, role: 'gradient' as const },
        ...(faulty === right ? [] : [{ text: `✗ ${digits(faulty)}`, role: 'bad' as const }]),
      ],
    })),
    edges: edgesOf(tape, fault),
  };
}

function edgesOf(tape: Result['tape'], fault: Params['fault']) {
  const recorded = tape.flatMap(({ name, inputs }) =>
    inputs.map(({ name: from, slope }, index) => ({
      ...edge(from, name, index),
      role: 'gradient' as const,
      lines: [{ text: `× ${digits(slope)}`, role: 'gradient' as const }],
    })),
  );
  if (fault !== 'detached branch') return recorded;
  const detached = {
    ...edge('s', 'r', 1),
    role: 'bad' as const,
    state: 'dead' as const,
    lines: [{ text: 'detached', role: 'bad' as const }],
  };
  return [...recorded, detached];
}

/** The two arrows from s to r lie side by side. */
function edge(from: NodeName, to: NodeName, index: number) {
  const plain = { from, to, backward: true };
  if (to !== 'r') return plain;
  return index === 0
    ? { ...plain, shift: -0.07, labelAt: 0.3 }
    : { ...plain, shift: 0.07, labelAt: 0.62 };
}
