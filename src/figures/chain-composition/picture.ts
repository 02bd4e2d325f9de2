import { digits } from '../shared/worked.ts';
import type { Result } from './experiment.ts';
import { formulas, links } from './formulas.ts';

/** What stands in the picture of the two paths: names, values and the slope at every arrow. */
export function pathPicture({ x, paths }: Result) {
  const [throughU, throughQ] = paths.through;
  const edge = (from: string, to: string, slope: number) => ({
    from,
    to,
    role: 'gradient' as const,
    lines: [{ text: `× ${digits(slope)}`, role: 'gradient' as const }],
  });
  return {
    nodes: [
      {
        id: 'x',
        name: 'x',
        x: 0,
        y: 0.5,
        role: 'input' as const,
        lines: values(x, 'dp/dx', paths.sum),
      },
      {
        id: 'u',
        name: 'u = x²',
        x: 0.5,
        y: 0,
        lines: values(paths.u, 'product', throughU.product),
      },
      {
        id: 'q',
        name: 'q = x + 1',
        x: 0.5,
        y: 1,
        lines: values(paths.q, 'product', throughQ.product),
      },
      { id: 'p', name: 'p = u · q', x: 1, y: 0.5, lines: [{ text: digits(paths.p) }] },
    ],
    edges: [
      edge('x', 'u', throughU.slopes[1]),
      edge('u', 'p', throughU.slopes[0]),
      edge('x', 'q', throughQ.slopes[1]),
      edge('q', 'p', throughQ.slopes[0]),
    ],
  };
}

const values = (value: number, name: string, slope: number) => [
  { text: digits(value) },
  { text: `${name} ${digits(slope)}`, role: 'gradient' as const },
];

/** What each number line says, and what stands on the way to the next. */
export function linePicture({ lines }: Result) {
  return lines.map((line, index) => {
    const next = lines[index + 1];
    const moved = `Δ${line.name} = ${digits(line.change)}`;
    return {
      ...line,
      formula: formulas[line.name],
      shown: digits(line.value),
      role: line.name === 'x' ? ('input' as const) : ('function' as const),
      says: line.slope === null ? moved : `${moved}, predicted ${digits(line.predicted)}`,
      link: next ? linkWords(next) : '',
    };
  });
}

function linkWords({ name, slope }: Result['lines'][number]): string {
  const link = links[name];
  const formula = link.formula === '' ? '' : `${link.formula} = `;
  return `${link.name} = ${formula}${slope === null ? '' : digits(slope)}`;
}
