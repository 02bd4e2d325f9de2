import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { filesIn } from './files.ts';

/** Whose work is in the pages themselves and not in their scripts. */
const inPages = ['katex'];
const fontFolder = 'src/fonts';

/** Puts `licenses.txt` into the site: of the course, and of everything by others that is sent with it. */
export function licenses(): AstroIntegration {
  const packages = new Set(inPages);
  return {
    name: 'licenses',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [bundledPackages(packages)] } });
      },
      'astro:build:done': ({ dir }) => {
        const parts = [
          section('Calculus for Deep Learning', readFileSync('LICENSE', 'utf8')),
          ...[...packages].sort().map((name) => section(name, licenseOf(name))),
          ...fontLicenses(),
        ];
        writeFileSync(new URL('licenses.txt', dir), parts.join('\n\n'));
      },
    },
  };
}

/** Adds the names of the packages whose modules go to browsers. */
const bundledPackages = (packages: Set<string>): Plugin => ({
  name: 'bundled-packages',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      for (const id of file.moduleIds) {
        const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
        if (name !== undefined) packages.add(name);
      }
    }
  },
});

function licenseOf(name: string): string {
  const folder = join('node_modules', name);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined)
    throw new Error(`licenses: ${name} is sent to readers and has no license file`);
  return readFileSync(join(folder, file), 'utf8');
}

const fontLicenses = (): string[] =>
  filesIn(new URL(`file://${process.cwd()}/${fontFolder}/`), '.txt').map((file) =>
    section(`Font: ${file.replace('.txt', '')}`, readFileSync(join(fontFolder, file), 'utf8')),
  );

const section = (title: string, text: string): string =>
  `${title}\n${'='.repeat(title.length)}\n\n${text.replaceAll('\r', '').trim()}\n`;
