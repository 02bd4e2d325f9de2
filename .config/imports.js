/**
 * Who may import whom, as architecture: packages ← figures/shared ← { a figure's .ts, charts, frame } ←
 * a figure's view; content ← figures' .ts; pages → layouts → components.
 */
import { readdirSync } from 'node:fs';

const doors = ['packages/autograd/src/index.ts', 'packages/expression/src/index.ts'];
const shared = 'src/figures/shared';
const inAutograd = 'packages/autograd/src';
const code = '!(*.test).ts';
const views = ['src/figures/**/*.svelte'];

const figures = readdirSync(new URL('../src/figures', import.meta.url)).filter(
  (name) => name !== 'shared' && !name.includes('.'),
);

/** Files that match `of` may import nothing of ours but what lies in `may`. */
const only = (of, may) => ({
  target: of,
  from: '.',
  except: ['node_modules', ...may],
  message: `It may import from ${may.join(', ')} only.`,
});

/** Files that match `of` may not import what matches `not`, though its folder is open to them. */
const never = (of, not, message) => ({ target: of, from: not, message });

const figure = (id) => [
  only(`src/figures/${id}/**/*.ts`, [`src/figures/${id}`, shared, ...doors]),
  only(`src/figures/${id}/**/*.svelte`, [
    `src/figures/${id}`,
    shared,
    'src/frame',
    'src/charts',
    ...doors,
  ]),
];

/** For import-x/no-restricted-paths. */
export const zones = [
  only('packages/autograd', ['packages/autograd']),
  only(`${inAutograd}/core/**/${code}`, [`${inAutograd}/core`, `${inAutograd}/kernels`]),
  only(`${inAutograd}/ops/**/${code}`, [
    `${inAutograd}/core`,
    `${inAutograd}/kernels`,
    `${inAutograd}/ops`,
  ]),
  only('packages/expression', ['packages/expression', 'packages/autograd/src/index.ts']),
  only('packages/tools', ['packages/tools', ...doors]),
  only(`${shared}/**/*.ts`, [shared, ...doors]),
  only(`${shared}/**/*.svelte`, [shared, 'src/frame', 'src/charts', ...doors]),
  ...figures.flatMap(figure),
  only('src/frame', ['src/frame', 'src/charts', shared, ...doors]),
  only('src/charts', ['src/charts', 'src/styles', shared, ...doors]),
  only('src/exercises', ['src/exercises', 'src/frame', 'src/markdown', shared, ...doors]),
  only('src/markdown', ['src/markdown']),
  only('content', ['content', 'src/figures', ...doors]),
  only('src/components', [
    'src/components',
    'src/exercises',
    'src/figures',
    'src/frame',
    'src/charts',
    'src/markdown',
    'content/glossary.ts',
    'content/lessons.ts',
    'content/notation.ts',
    'packages/autograd/golden/case.ts',
    'packages/autograd/golden/families.ts',
    'package.json',
    ...doors,
  ]),
  only('src/layouts', ['src/layouts', 'src/components', 'src/markdown', 'src/styles', 'src/fonts']),
  only('src/integrations', ['src/integrations', 'src/components/search/documents.ts']),
  only('src/notebooks', ['src/notebooks', 'src/components', 'src/exercises', 'src/markdown']),
  only('src/pages', ['src/pages', 'src/layouts', 'src/components', 'src/notebooks']),
  only('src/*.ts', ['src/components', ...doors]),
  only('e2e', ['e2e', 'packages/tools']),
  never(['src/**/*.ts', 'content/**'], views, 'Only a view may import a view.'),
  never(['src/frame/**', 'src/charts/**'], views, 'The frame and the charts know no figure.'),
];
