import { defineConfig } from 'vitest/config';
import { chapters } from './chapters.ts';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [chapters],
  test: {
    include: ['src/**/*.test.ts', 'packages/**/*.test.ts', 'content/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['.config/property-seed.ts'],
    // No test leaves anything behind in a module; a worker of its own for each file takes as long as its tests.
    isolate: false,
    // A busy machine is slow, not wrong.
    testTimeout: 120_000,
  },
});
