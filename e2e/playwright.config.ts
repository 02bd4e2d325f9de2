import { defineConfig } from 'playwright/test';
import { basedPort, port, root } from './ports.ts';

const isRoot = process.getuid?.() === 0;

const serve = (port: number, env: Record<string, string> = {}) => ({
  command: 'node packages/tools/serve.ts',
  url: `http://localhost:${String(port)}${env['BASE_PATH'] ?? '/'}`,
  cwd: '..',
  env: { ...env, PORT: String(port), CI: '1' },
  reuseExistingServer: false,
  timeout: 60_000,
});

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../test-results/artifacts',
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // What passes at its second try is named at the end of `npm test`.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: root,
    // A trace of every test is paid for by those that pass; `npm run e2e -- FILE --trace on` makes one.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: [serve(port), serve(basedPort, { BASE_PATH: '/course/', OUT_DIR: './dist/.based' })],
});
