import type { Result } from './experiment.ts';
import { digits } from '../shared/worked.ts';

/** What stands in the picture of the two paths: names, values and the slope at every arrow. */
export function pathPicture({ x, paths }: Result) {
  const at = (name: string) => paths.through.find((path) => path.name === name)?.slopes ?? [];
  const edge = (from: string, to: string, slope: number | undefined) => ({
    ...{ from, to, role: 'gradient' as const },
    lines: [{ text: `× ${digits(slope ?? 0)}`, role: 'gradient' as const }],
  });
  const node = (id: string, name: string, value: number, x: number, y: number) => ({
    ...{ id, name, x, y },
    lines: [{ text: digits(value) }, ...gradientLine(id)],
  });
  const gradientLine = (id: string) => {
    const path = paths.through.find(({ name }) => name === id);
    if (path) return [{ text: `product ${digits(path.product)}`, role: 'gradient' as const }];
    return id === 'x' ? [{ text: `dp/dx ${digits(paths.sum)}`, role: 'gradient' as const }] : [];
  };
  return {
    nodes: [
      { ...node('x', 'x', x, 0, 0.5), role: 'input' as const },
      node('u', 'u = x²', paths.u, 0.5, 0),
      node('v', 'v = x + 1', paths.v, 0.5, 1),
      node('p', 'p = u · v', paths.p, 1, 0.5),
    ],
    edges: [
      edge('x', 'u', at('u')[1]),
      edge('u', 'p', at('u')[0]),
      edge('x', 'v', at('v')[1]),
      edge('v', 'p', at('v')[0]),
    ],
  };
}

/** What each line and each arrow between two lines says. */
export function linePicture({ lines, links }: Result) {
  return lines.map((line, index) => {
    const link = links[index];
    return {
      ...line,
      shown: digits(line.value),
      role: line.name === 'x' ? ('input' as const) : ('function' as const),
      says: `Δ${line.name} = ${digits(line.change)}${index === 0 ? '' : `, by the slopes ${digits(line.predicted)}`}`,
      ...(link
        ? {
            link: `${link.name} = ${link.formula === '1' ? '' : `${link.formula} = `}${digits(link.slope)}`,
          }
        : {}),
    };
  });
}
