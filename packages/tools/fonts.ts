/**
 * Makes the files in src/fonts: each face of the course cut down to the characters that it sets, so
 * that a chapter's letters weigh a third of what their foundries ship. The sources are fetched into a
 * temporary folder, the results are kept in the repository: a build needs neither.
 *
 *   npm run fonts
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { faces } from './font-faces.ts';

const packages = ['inter-ui@4.1.1', 'jetbrains-mono@1.0.6', 'source-serif@4.5.1'];
const licences = {
  'inter-ui/LICENSE.txt': 'inter.txt',
  'jetbrains-mono/LICENSE': 'jetbrains-mono.txt',
  'source-serif/LICENSE.md': 'source-serif.txt',
};
const target = 'src/fonts';

const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
execFileSync('npm', ['install', '--silent', '--no-save', '--prefix', folder, ...packages], {
  stdio: 'inherit',
});
const pathOf = (source: string): string =>
  join(source.startsWith('katex/') ? 'node_modules' : join(folder, 'node_modules'), source);

let total = 0;
for (const { name, source, characters, features, axes } of faces) {
  const font = await subsetFont(readFileSync(pathOf(source)), characters, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: features,
    ...(axes && { variationAxes: axes }),
  });
  writeFileSync(join(target, `${name}.woff2`), font);
  total += font.length;
  process.stdout.write(`${name.padEnd(24)}${String(font.length).padStart(7)} bytes\n`);
}
for (const [licence, name] of Object.entries(licences))
  copyFileSync(pathOf(licence), join(target, name));
rmSync(folder, { recursive: true });
process.stdout.write(`${'all'.padEnd(24)}${String(total).padStart(7)} bytes\n`);
