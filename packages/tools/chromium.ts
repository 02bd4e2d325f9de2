/** Finds a Chromium for the tests, or installs one. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath(): string | undefined {
  for (const name of names) {
    const found = spawnSync('which', [name], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return undefined;
}

const installed = (): string | undefined =>
  existsSync(chromium.executablePath()) ? chromium.executablePath() : onPath();

const attempts: [string, string[]][] = [
  ['npx', ['playwright', 'install', '--with-deps', 'chromium']],
  ['apt-get', ['update', '-qq']],
  ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']],
];

/**
 * The path of a Chromium: CHROMIUM_PATH, Playwright's own, the system's; failing these, the first of
 * Playwright's download and Debian's package that can be installed.
 */
export function findChromium(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`chromium: CHROMIUM_PATH names no file, got ${named}`);
  }
  const present = installed();
  if (present) return present;
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, {
        stdio: ['ignore', 'inherit', 'inherit'],
        timeout: 300_000,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    } catch {
      continue;
    }
    const found = installed();
    if (found) return found;
  }
  throw new Error(
    'chromium: none was found and none could be installed; install Chromium or Chrome, or set CHROMIUM_PATH',
  );
}
