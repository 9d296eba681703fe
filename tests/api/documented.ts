import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

/** `docs/protocol.md`. */
export const PROTOCOL = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');

/**
 * Runs the client that stands in the documentation, as it stands there, against the server at `url`.
 * Returns what it says.
 */
export async function runDocumentedClient(url: string): Promise<string> {
  const [, program = ''] = /## A whole client[\s\S]*?```js\n([\s\S]*?)```/.exec(PROTOCOL) ?? [];
  // Inside this package, where its imports are found, and where version control does not look.
  const folder = fileURLToPath(new URL('../test-results', import.meta.url));
  await mkdir(folder, { recursive: true });
  const file = join(folder, `documented-client-${process.pid}.mjs`);
  onTestFinished(() => rm(file, { force: true }));
  await writeFile(file, program);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [file, url], { timeout: 20_000 });
  if (stderr !== '') throw new Error(stderr);
  return stdout;
}

/** What it says when all went well: the answer to the relay's step 1, the sticker and its move are saved. */
export const ALL_WENT_WELL = /^saved 3 changes of (\S+)\nclosed with 1005\n$/;
