/**
 * For authors, not for CI: executes every notebook of the built site in a real Jupyter with a real PyTorch, and
 * compares what its cells print, line by line, with the outputs that it carries. PYTHON must have nbconvert,
 * ipykernel and PyTorch.
 *
 *   npm run build && npm run audit:notebooks
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { differences } from './printed.ts';
import { report } from './python.ts';

interface Notebook {
  cells: { cell_type: string; id: string; outputs?: Output[] }[];
}

interface Output {
  output_type: string;
  name?: string;
  text?: string | string[];
}

const python = process.env['PYTHON'] ?? 'python3';
const dist = new URL('../../dist/', import.meta.url);

/** Jupyter refuses what is not valid by the schema of notebooks before it runs anything. */
function executed(file: string): Notebook {
  const wanted = ['--to', 'notebook', '--execute', '--allow-errors', '--stdout'];
  const path = fileURLToPath(new URL(file, dist));
  const text = execFileSync(python, ['-m', 'nbconvert', ...wanted, path], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return parse(text);
}

const parse = (text: string): Notebook => JSON.parse(text) as Notebook;

/** Everything that the cells printed; an error is no stream, and shows as one. */
const printedBy = ({ cells }: Notebook): Map<string, string> =>
  new Map(
    cells
      .filter(({ cell_type }) => cell_type === 'code')
      .map(({ id, outputs = [] }) => [id, outputs.map(textOf).join('')]),
  );

const textOf = ({ output_type, name, text = '' }: Output): string =>
  output_type === 'stream' && name === 'stdout' ? [text].flat().join('') : `(${output_type})\n`;

const notebooks = readdirSync(dist).filter((name) => name.endsWith('.ipynb'));
let cells = 0;
const found = notebooks.flatMap((file) => {
  const printed = printedBy(executed(file));
  const stored = printedBy(parse(readFileSync(new URL(file, dist), 'utf8')));
  cells += stored.size;
  return [...stored].flatMap(([id, output]) =>
    differences(`${file}#${id}`, output, printed.get(id) ?? '(not run)'),
  );
});
report(cells, found);
