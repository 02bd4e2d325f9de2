/**
 * `npm pack` runs this before and after. Inside the workspace the package is its TypeScript source; packed, it is
 * JavaScript with declarations. npm reads `exports` from package.json alone, so that has to say other things while
 * a tarball is made:
 *
 *     node pack.ts dist     compiles src into dist, and lets package.json point there
 *     node pack.ts src      points back to the source
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const manifest = join(here, 'package.json');
const dist = join(here, 'dist');

const doors = {
  src: { sideEffects: ['./src/index.ts'], exports: { '.': './src/index.ts' } },
  dist: {
    sideEffects: ['./dist/index.js'],
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
  },
};

function pointTo(door: keyof typeof doors): void {
  const written = JSON.parse(readFileSync(manifest, 'utf8')) as object;
  writeFileSync(manifest, `${JSON.stringify({ ...written, ...doors[door] }, null, 2)}\n`);
}

/** Declarations keep the extension of what they were made of. */
function nameJavaScript(path: string): void {
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replaceAll(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, '$1$2.js$1'));
}

function compile(): void {
  rmSync(dist, { recursive: true, force: true });
  const options = ['--noEmit', 'false', '--declaration', '--rewriteRelativeImportExtensions'];
  execFileSync('tsc', ['-p', here, '--rootDir', join(here, 'src'), '--outDir', dist, ...options], {
    stdio: 'inherit',
  });
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.d.ts')) nameJavaScript(join(dist, file));
  }
}

const [door] = process.argv.slice(2);
if (door !== 'src' && door !== 'dist') throw new Error(`pack.ts: say src or dist, not ${door}`);
if (door === 'dist') compile();
pointTo(door);
