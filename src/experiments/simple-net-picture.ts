import type { Result } from './simple-net.ts';
import { below, digits } from './worked.ts';

interface Line {
  text: string;
  role?: 'input' | 'function' | 'gradient' | 'soft';
}

const units = [1, 2, 3] as const;
const inputs = [1, 2] as const;
const height = { 1: 0, 2: 0.5, 3: 1 } as const;
/** So that no two labels meet, in the wide picture or in the upright one. */
const labelAt = { 1: { 1: 0.48, 2: 0.3, 3: 0.5 }, 2: { 1: 0.72, 2: 0.72, 3: 0.72 } } as const;
const inputHeight = { 1: 0.22, 2: 0.78 } as const;

/** The network at one stage: what is known so far, what is computed now, and what nothing passes. */
export function netPicture({ net, known, now, dead }: Result) {
  const has = new Set(known);
  const given = new Set(now?.gives ?? []);
  const isDead = (unit: number) => dead.includes(unit) && has.has(`h${String(unit)}`);

  const state = (id: string) => {
    if (given.has(id) || given.has(`∂${id}`)) return 'active' as const;
    return has.has(id) || /^x/.test(id) ? undefined : ('waiting' as const);
  };
  const value = (id: string, number: number): Line => ({
    text: has.has(id) || /^x/.test(id) ? digits(number) : '?',
    role: has.has(id) ? 'function' : 'soft',
  });
  const gradient = (id: string, number: number): Line => ({
    text: has.has(`∂${id}`) ? `∂ ${digits(number)}` : '∂ ?',
    role: has.has(`∂${id}`) ? 'gradient' : 'soft',
  });

  const nodes = [
    ...inputs.map((i) => {
      const { value: number, gradient: slope } = net.x[i - 1] ?? nothing;
      return {
        ...{ id: `x${String(i)}`, name: `x${below(i)}`, x: 0, y: inputHeight[i] },
        ...{ role: 'input' as const, state: state(`x${String(i)}`) },
        lines: [{ text: digits(number) }, gradient(`x${String(i)}`, slope)],
      };
    }),
    ...(['z', 'h'] as const).flatMap((name) =>
      units.map((j) => {
        const id = `${name}${String(j)}`;
        const { value: number, gradient: slope } = net[name][j - 1] ?? nothing;
        const lines = [value(id, number), gradient(id, slope)];
        return {
          ...{ id, name: `${name}${below(j)}`, x: name === 'z' ? 0.32 : 0.58, y: height[j] },
          state: isDead(j) ? ('dead' as const) : state(id),
          lines: name === 'z' ? [...lines, biasLine(`b${below(j)}`, net.b[j - 1])] : lines,
        };
      }),
    ),
    {
      ...{ id: 'y', name: 'ŷ', x: 0.81, y: 0.5, state: state('y') },
      lines: [
        ...[value('y', net.output.value), gradient('y', net.output.gradient)],
        biasLine('c', net.c),
      ],
    },
    {
      ...{ id: 'L', name: 'L', x: 1, y: 0.5, state: state('L') },
      lines: [value('L', net.loss), { text: `t ${digits(net.target)}`, role: 'soft' as const }],
    },
  ];

  const weight = (id: string, one = nothing): Line[] => [
    { text: digits(one.value), role: 'input' },
    ...(has.has(`∂${id}`)
      ? [{ text: `∂ ${digits(one.gradient)}`, role: 'gradient' as const }]
      : []),
  ];
  /** An arrow turns round once the gradient has passed it. */
  const arrow = (from: string, to: string, unit: number | null) => ({
    ...{ from, to, backward: has.has(`∂${from}`) },
    role: has.has(`∂${from}`) ? ('gradient' as const) : ('soft' as const),
    state: unit !== null && isDead(unit) ? ('dead' as const) : undefined,
  });
  const lit = (edge: ReturnType<typeof arrow>, active: boolean) =>
    active && edge.state === undefined ? { ...edge, state: 'active' as const } : edge;

  const edges = [
    ...units.flatMap((j) =>
      inputs.map((i) => {
        const id = `w${String(j)}${String(i)}`;
        const active = given.has(`∂${id}`) || (now?.needs.includes(id) ?? false);
        return {
          ...lit(arrow(`x${String(i)}`, `z${String(j)}`, j), active),
          ...{ lines: weight(id, net.w[j - 1]?.[i - 1]), labelAt: labelAt[i][j] },
        };
      }),
    ),
    ...units.map((j) => {
      const active = given.has(`h${String(j)}`) || given.has(`∂z${String(j)}`);
      const text = has.has(`∂z${String(j)}`) ? `× ${dead.includes(j) ? '0' : '1'}` : 'relu';
      return {
        ...lit(arrow(`z${String(j)}`, `h${String(j)}`, j), active),
        lines: [{ text, role: 'soft' as const }],
      };
    }),
    ...units.map((j) => {
      const id = `v${String(j)}`;
      const active = given.has(`∂${id}`) || (now?.needs.includes(id) ?? false);
      return {
        ...lit(arrow(`h${String(j)}`, 'y', null), active),
        ...{ lines: weight(id, net.v[j - 1]), labelAt: 0.5 },
      };
    }),
    lit(arrow('y', 'L', null), given.has('L') || given.has('∂y')),
  ];
  return { nodes, edges };
}

const nothing = { value: 0, gradient: 0 };

const biasLine = (name: string, one = nothing): Line => ({
  text: `${name} ${digits(one.value)}`,
  role: 'input',
});
