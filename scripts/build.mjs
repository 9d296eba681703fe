/** Builds the page when its sources changed. `npm run build` builds it in any case. */
import './node-version.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { firstWeight, weightSentence } from './budget.mjs';
import { compressAll } from './compress.mjs';
import { ensureInstalled } from './install.mjs';
import { hashOf, stamp } from './stamp.mjs';
import { CACHE, command, NODE, ROOT, run, Stop, say, seconds, TOOLS, toolEnvironment } from './toolchain.mjs';

const WHAT_COUNTS = [
  'client',
  'shared/src',
  'shared/package.json',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  'scripts/compress.mjs',
];
const TIME_LIMIT = 5 * 60_000;

/**
 * Builds client/dist unless it is there already for these very sources.
 * @param {{ readonly always?: boolean }} [options]
 * @returns {Promise<void>}
 * @throws {Stop} when the build failed; its own output has been shown
 */
export async function ensureBuilt({ always = false } = {}) {
  const wanted = hashOf(ROOT, WHAT_COUNTS);
  const done = stamp(CACHE, 'client-built');
  if (!always && existsSync(join(ROOT, 'client', 'dist', 'index.html')) && done.matches(wanted)) return;

  const started = Date.now();
  say('Building the page...');
  done.clear();
  const { code, output } = await run(NODE, [TOOLS.vite, 'build', '--logLevel', 'warn'], {
    cwd: join(ROOT, 'client'),
    // Whatever the caller's environment says: what is served is never React's development build.
    env: { ...toolEnvironment(), NODE_ENV: 'production' },
    output: 'capture',
    timeout: TIME_LIMIT,
  });
  if (output.trim() !== '') say(output.trimEnd());
  if (code !== 0) throw new Stop('The page could not be built; the lines above say why.');
  const dist = join(ROOT, 'client', 'dist');
  compressAll(dist);
  done.set(wanted);
  say(`Built the page in ${seconds(started)}. ${weightSentence(firstWeight(dist))}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await command(async () => {
    await ensureInstalled();
    await ensureBuilt({ always: true });
    return 0;
  });
}
