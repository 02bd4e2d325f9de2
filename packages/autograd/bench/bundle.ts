import { runInThisContext } from 'node:vm';
import { type BuildOptions, build } from 'esbuild';

/** A program that imports `@calculus/autograd`, as one script with no more than it needs. */
export async function bundle(program: string, options: BuildOptions = {}): Promise<string> {
  const stdin = { contents: program, resolveDir: import.meta.dirname, loader: 'ts' as const };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    format: 'esm',
    ...options,
    write: false,
  });
  return (outputFiles[0] as { text: string }).text;
}

/** What a bundled program exports. */
export async function load<Exports>(program: string): Promise<Exports> {
  const script = await bundle(program, { format: 'iife', globalName: 'exported' });
  return runInThisContext(`(() => { ${script}; return exported; })()`) as Exports;
}
