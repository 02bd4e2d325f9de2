/** What the course is held to, counted in the files themselves while the site is built. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of numbers that a real PyTorch gave. */
export interface GoldenFile {
  name: string;
  /** In a few words. */
  description: string;
  cases: number;
  /** How many cases allow more than the general tolerance, because their rounding errors grow. */
  looser: number;
  /** The most that any of them allows, relative; 0 where none does. */
  loosest: number;
}

interface Stored {
  meta: { description: string; torch_release: string };
  cases: readonly { rel_tol?: number }[];
}

const folder = 'packages/autograd/golden';

const stored = (): [string, Stored][] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Stored]);

/** What comes before the first detail. */
const briefly = (description: string): string => /^[^:;(]+/.exec(description)?.[0].trim() ?? '';

export const goldenFiles: readonly GoldenFile[] = stored().map(([name, { meta, cases }]) => {
  const own = cases.flatMap(({ rel_tol: tolerance }) => tolerance ?? []);
  return {
    name,
    description: briefly(meta.description),
    cases: cases.length,
    looser: own.length,
    loosest: Math.max(0, ...own),
  };
});

/** Every PyTorch that the files come from. */
export const releases: readonly string[] = [
  ...new Set(stored().map(([, { meta }]) => meta.torch_release)),
];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Titles of tests in the files of a folder and below it; one that runs for a list of cases counts once. */
export function testsIn(path: string): number {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => count(readFileSync(join(path, name), 'utf8'), /^\s*test(?:\.\w+)?\(/gm))
    .reduce((total, tests) => total + tests, 0);
}

/** Programs of a chapter with the output of a real PyTorch beside them. */
export const cellsIn = (chapter: string): number =>
  readdirSync(join('content/chapters', chapter, 'cells')).filter((name) => name.endsWith('.out'))
    .length;
