/** What a user from outside gets: the tarball of `npm pack`, in a project without a setting. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const repository = join(import.meta.dirname, '../..');
const temporary = mkdtempSync(join(tmpdir(), 'autograd-'));
const checkout = join(temporary, 'checkout');
const project = join(temporary, 'project');
const tarball = join(temporary, 'calculus-autograd-0.1.0.tgz');

const PROGRAM = `
import { nn, tensor } from '@calculus/autograd';
const x = tensor(3, { requiresGrad: true });
x.pow(2).add(x.mul(2)).backward();
console.log(x.grad?.item(), new nn.MSELoss().forward(x.detach(), tensor(1)).item());
`;
/** d(x² + 2x)/dx = 2x + 2 is 8 at 3, and (3 − 1)² is 4. */
const PRINTED = '8 4\n';

/** What a command prints, its complaints included. */
function run(program: string, args: string[], cwd = project): string {
  const { stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  return stdout + stderr;
}

/** Packs a copy, because package.json says other things in the meantime. */
function pack(): void {
  const copy = join(checkout, 'packages/autograd');
  cpSync(import.meta.dirname, copy, {
    recursive: true,
    filter: (path) => !/^(golden|bench|dist)/.test(relative(import.meta.dirname, path)),
  });
  cpSync(join(repository, 'tsconfig.json'), join(checkout, 'tsconfig.json'));
  symlinkSync(join(repository, 'node_modules'), join(checkout, 'node_modules'));
  run('npm', ['pack', '--pack-destination', temporary], copy);
}

beforeAll(() => {
  pack();
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(project, 'main.js'), PROGRAM);
  writeFileSync(join(project, 'main.ts'), PROGRAM);
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball]);
}, 120_000);

afterAll(() => {
  rmSync(temporary, { recursive: true });
});

test('the tarball holds JavaScript, declarations, README and LICENSE, and no source or test', () => {
  const files = run('tar', ['-tzf', tarball]).trim().split('\n');
  expect(files).toEqual(
    expect.arrayContaining(
      ['README.md', 'LICENSE', 'package.json', 'dist/index.js', 'dist/index.d.ts'].map(
        (file) => `package/${file}`,
      ),
    ),
  );
  expect(files.filter((file) => /\.test\.|(?<!\.d)\.ts$/.test(file))).toEqual([]);
});

test('packing leaves package.json as it was', () => {
  const manifest = 'packages/autograd/package.json';
  const text = (root: string) => readFileSync(join(root, manifest), 'utf8');
  expect(text(checkout)).toBe(text(repository));
});

test('plain Node imports it', () => {
  expect(run(process.execPath, ['main.js'])).toBe(PRINTED);
});

test('a Vite project imports it without a setting', async () => {
  await build({
    root: project,
    configFile: false,
    logLevel: 'silent',
    build: { ssr: 'main.js', outDir: 'built' },
    ssr: { noExternal: true },
  });
  const bundle = readFileSync(join(project, 'built/main.js'), 'utf8');
  expect(bundle).not.toMatch(/^import /m);
  expect(run(process.execPath, ['built/main.js'])).toBe(PRINTED);
});

test('its declarations type a strict program, and refuse a wrong one', () => {
  writeFileSync(
    join(project, 'wrong.ts'),
    `import { tensor } from '@calculus/autograd';
// @ts-expect-error -- a tensor has no such method
tensor(1).noSuchMethod();
// @ts-expect-error -- sizes are numbers
tensor(1).reshape('1');
export const sum: number = tensor([1, 2]).sum().item();
`,
  );
  const tsc = join(repository, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023'];
  const libraries = ['--lib', 'es2023,dom'];
  expect(run(process.execPath, [tsc, ...options, ...libraries, 'main.ts', 'wrong.ts'])).toBe('');
});
