import { test as base, expect, type TestInfo } from '@playwright/test';
import { type BoardApi, boardApi } from './boardApi.ts';
import { createGuard, type Guard } from './guard.ts';
import { type People, peopleIn } from './people.ts';
import { type ServerProcess, startServer } from './server.ts';

export { expect };

interface PerWorker {
  /** One server for all tests of a worker. A test that ends or restarts it asks for `ownServer`. */
  readonly sharedServer: ServerProcess;
}

interface PerTest {
  /** The shared server; its log is attached to a test that fails. */
  readonly server: ServerProcess;
  /** Starts a server for this test alone, ended after it. */
  readonly ownServer: (environment?: Readonly<Record<string, string>>) => Promise<ServerProcess>;
  /** A test fails on any error in any console, and on any error a page throws. */
  readonly guard: Guard;
  /** Browsers of people: each a context of its own, with its own cookies and storage. */
  readonly people: People;
  /** The API of the shared server. For an own one: `boardApi(() => server.url)`. */
  readonly api: BoardApi;
}

/** Rates are for the open internet; a test run comes from one address. */
const GENEROUS = {
  RATE_CREATE: '100000',
  RATE_JOIN: '100000',
  RATE_INVITATION: '100000',
  RATE_EXPORT: '100000',
};

/** Playwright's `test` with a real server beside it. `page.goto('/')` is the start page of that server. */
export const test = base.extend<PerTest, PerWorker>({
  sharedServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const server = await startServer(GENEROUS);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  server: async ({ sharedServer }, use, info) => {
    const before = sharedServer.log().length;
    await use(sharedServer);
    await attachLog(info, sharedServer.log().slice(before));
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  ownServer: async ({}, use, info) => {
    const started: ServerProcess[] = [];
    await use(async (environment = {}) => {
      const server = await startServer({ ...GENEROUS, ...environment });
      started.push(server);
      return server;
    });
    for (const server of started) {
      await server.stop();
      await attachLog(info, server.log());
    }
  },
  api: async ({ server }, use) => {
    await use(boardApi(() => server.url));
  },
  guard: [
    async ({ context }, use) => {
      const guard = createGuard();
      guard.watch(context);
      await use(guard);
      expect(guard.complaints()).toEqual([]);
    },
    { auto: true },
  ],
  people: async ({ browser, guard }, use) => {
    const people = peopleIn(browser, guard);
    await use(people);
    await people.close();
  },
  baseURL: async ({ server }, use) => {
    await use(server.url);
  },
});

async function attachLog(info: TestInfo, log: string): Promise<void> {
  if (info.status === info.expectedStatus) return;
  await info.attach('server.log', { body: log, contentType: 'text/plain' });
}
