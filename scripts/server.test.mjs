import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { NODE, ROOT } from './toolchain.mjs';

/**
 * Runs it as npm does, which says in INIT_CWD where it was called.
 * @param {readonly string[]} args
 * @param {string} folder
 * @returns {Promise<{ code: unknown, out: string, err: string }>}
 */
function server(args, folder) {
  const env = { ...process.env, INIT_CWD: folder };
  return new Promise((resolve) => {
    execFile(NODE, [join(ROOT, 'scripts', 'server.mjs'), ...args], { cwd: ROOT, env }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    );
  });
}

test('npm run server: paths begin where it was called, and the exit code is that of the command', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenbord-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const help = await server(['--help'], folder);
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining('-- backup FILE'), err: '' });
  const missing = await server(['check', 'boards'], folder);
  expect(missing).toMatchObject({ code: 2, err: expect.stringContaining(join(folder, 'boards')) });
  expect((await server(['nonsense'], folder)).code).toBe(2);
}, 60_000);
