/** Jupyter notebooks, by https://nbformat.readthedocs.io/en/latest/format_description.html, version 4.5. */

export type Part =
  | { kind: 'text'; markdown: string }
  | { kind: 'code'; name: string; title: string; code: string; output: string };

interface Cell {
  cell_type: 'markdown' | 'code';
  id: string;
  metadata: object;
  source: string[];
  execution_count?: number;
  outputs?: object[];
}

/** As the text of a file. The same parts give the same bytes. */
export function notebook(parts: readonly Part[]): string {
  let runs = 0;
  const cells = parts.map((part, index): Cell => {
    if (part.kind === 'text')
      return {
        cell_type: 'markdown',
        id: `text-${String(index)}`,
        metadata: {},
        source: lines(part.markdown),
      };
    runs += 1;
    return {
      cell_type: 'code',
      id: `cell-${part.name}`,
      metadata: {},
      source: lines(part.code),
      execution_count: runs,
      outputs: [{ output_type: 'stream', name: 'stdout', text: lines(`${part.output}\n`) }],
    };
  });
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/** Every program in one file, in the cells of https://jupytext.readthedocs.io/en/latest/formats-scripts.html. */
export const script = (heading: readonly string[], parts: readonly Part[]): string =>
  [
    heading.map((line) => `# ${line}`).join('\n'),
    ...parts.flatMap((part) => (part.kind === 'code' ? `# %% ${part.title}\n${part.code}` : [])),
  ].join('\n\n') + '\n';

/** Each keeps its line end, as Jupyter writes them. */
const lines = (text: string): string[] => text.split(/(?<=\n)/);
