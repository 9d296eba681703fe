import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { NODE, ROOT } from './toolchain.mjs';

// The page may have to be built first.
const PATIENCE = 120_000;

test.each(/** @type {const} */ (['SIGTERM', 'SIGINT']))(
  'npm start: one line on standard output, and %s ends the server in order',
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'samenbord-start-'));
    const started = spawn(NODE, [join(ROOT, 'scripts', 'start.mjs')], {
      cwd: folder,
      env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      let log = '';
      started.stderr.on('data', (chunk) => {
        log += chunk;
      });
      /** @type {string[]} */
      const lines = [];
      const output = createInterface({ input: started.stdout });
      output.on('line', (line) => lines.push(line));
      const ended = once(started, 'exit');
      await Promise.race([once(output, 'line'), ended]);
      const [, url] = /^listening on (http:\S+)$/.exec(lines[0] ?? '') ?? [];
      expect(url, log).toBeDefined();
      const health = await fetch(`${url}/healthz`);
      expect(health.status).toBe(200);

      started.kill(signal);
      expect(await ended, log).toEqual([0, null]);
      expect(lines).toHaveLength(1);
      await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    } finally {
      started.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  },
  PATIENCE,
);
