import { defineConfig } from 'vitest/config';

/** Everything but tests/e2e, which Playwright runs. Of tests/bench only what keeps the figures honest: its tests. */
export default defineConfig({
  test: {
    projects: [
      ...['shared', 'server', 'client'].map((name) => ({
        test: { name, root: name, include: ['src/**/*.test.{ts,tsx}'] },
      })),
      {
        test: {
          name: 'tests',
          root: 'tests',
          include: ['**/*.test.ts'],
          exclude: ['**/node_modules/**', 'e2e/**'],
          // These start real servers and talk to them over sockets.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      { test: { name: 'scripts', root: 'scripts', include: ['*.test.mjs'] } },
    ],
  },
});
