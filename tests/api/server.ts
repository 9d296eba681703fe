import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readConfig } from '../../server/src/config.ts';
import { createLog } from '../../server/src/log.ts';
import { type Running, type StartOptions, start } from '../../server/src/start.ts';

/** With which boards are made on a server that has a public address. */
export const CREATION_SECRET = 'maak-hier-een-bord';

/** A directory that is gone after the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'samenbord-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A page as the build leaves it, small. */
export function builtPage(): string {
  const directory = join(temporaryDirectory(), 'dist');
  mkdirSync(join(directory, 'assets'), { recursive: true });
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>samenbord</title>');
  writeFileSync(join(directory, 'assets/index-abc123.js'), 'console.log("plain")');
  writeFileSync(join(directory, 'assets/index-abc123.js.br'), 'as brotli');
  writeFileSync(join(directory, '.hidden'), 'hidden');
  return directory;
}

export interface TestServer extends Running {
  readonly dataDir: string;
  /** All that was logged so far, at the lowest level. */
  log(): string;
}

/** A server of its own on a free port, with the real store, that ends with the test. */
export async function startServer(
  env: Readonly<Record<string, string>> = {},
  now: () => number = Date.now,
  more: Pick<StartOptions, 'decide'> = {},
): Promise<TestServer> {
  const dataDir = env.DATA_DIR ?? join(temporaryDirectory(), 'data');
  const creation = env.PUBLIC_URL === undefined ? {} : { BOARD_CREATION: CREATION_SECRET };
  const config = readConfig({ PORT: '0', CLIENT_DIR: builtPage(), DATA_DIR: dataDir, ...creation, ...env });
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => lines.push(line) });
  const running = await start(config, { log, now, ...more });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= running.stop();
    return stopped;
  };
  onTestFinished(stop);
  return { ...running, stop, dataDir, log: () => lines.join('') };
}
