import { defineConfig } from 'vitest/config';

/** ms: how slow a machine is must decide nothing; what never ends is still ended. */
const PATIENCE = { testTimeout: 30_000, hookTimeout: 30_000 };

/**
 * Two files at a time, also on a machine of two cores, where the tool would take one: half of these tests
 * wait for sockets and disks. The fast ones share a worker for one room, which spares a start per file.
 *
 * Everything but tests/e2e, which Playwright runs. Of tests/bench only what keeps the figures
 * honest: its tests.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: { name: 'shared', root: 'shared', include: ['src/**/*.test.ts'], isolate: false, ...PATIENCE },
      },
      {
        test: {
          name: 'client',
          root: 'client',
          include: ['src/**/*.test.{ts,tsx}'],
          isolate: false,
          unstubGlobals: true,
          ...PATIENCE,
          setupFiles: ['src/i18n/testing/dutchAgain.ts'],
        },
      },
      { test: { name: 'server', root: 'server', include: ['src/**/*.test.ts'], ...PATIENCE } },
      {
        test: {
          name: 'tests',
          root: 'tests',
          include: ['**/*.test.ts'],
          exclude: ['**/node_modules/**', 'e2e/**'],
          ...PATIENCE,
        },
      },
      { test: { name: 'scripts', root: 'scripts', include: ['*.test.mjs'], ...PATIENCE } },
    ],
  },
});
