import type { Params, Result } from './experiment.ts';
import { input } from './tape.ts';
import { digits } from '../shared/worked.ts';

const places = {
  w: { x: 0, y: 0.12 },
  b: { x: 0, y: 0.88 },
  m: { x: 0.2, y: 0.12 },
  s: { x: 0.4, y: 0.5 },
  t: { x: 0.6, y: 0.04 },
  y: { x: 0.78, y: 0.5 },
  L: { x: 1, y: 0.5 },
};

type Name = keyof typeof places;

const names: Record<Name, string> = {
  w: 'w',
  b: 'b',
  m: `m = ${String(input)}w`,
  s: 's = m + b',
  t: 't = s · s',
  y: 'y = s + t',
  L: 'L = (y + 1)²',
};

/** The graph with every value, both gradients and the slope at every arrow of the way back. */
export function graphPicture({ fault }: Params, { rows, tape }: Result) {
  return {
    nodes: rows.map(({ name, value, right, faulty }) => ({
      ...{ id: name, name: names[name as Name], ...places[name as Name] },
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
  const lines = [{ text: 'detached', role: 'bad' as const }];
  return [
    ...recorded,
    { ...edge('s', 't', 1), role: 'bad' as const, state: 'dead' as const, lines },
  ];
}

/** The two arrows from s to t lie side by side. */
function edge(from: string, to: string, index: number) {
  const pair = to === 't';
  return {
    ...{ from, to, backward: true },
    ...(pair ? { shift: index === 0 ? -0.07 : 0.07, labelAt: index === 0 ? 0.3 : 0.62 } : {}),
  };
}
