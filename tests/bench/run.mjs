/**
 * Runs a benchmark, `node tests/bench/run.mjs relay` or another, on the Node the product runs on: installs
 * and builds what is missing first. Plain JavaScript, so that it works before anything is installed.
 */
import '../../scripts/node-version.mjs';
import { join } from 'node:path';
import { ensureInstalled } from '../../scripts/install.mjs';
import { command, NODE, ROOT, run, Stop, toolEnvironment } from '../../scripts/toolchain.mjs';

/** ms. A soak may be told to last for hours, and ends by itself. */
const TIME_LIMIT = {
  relay: 25 * 60_000,
  page: 15 * 60_000,
  canvas: 25 * 60_000,
  nodes: 15 * 60_000,
  soak: 24 * 60 * 60_000,
};

/** What each benchmark needs before it runs; gives what goes into its environment. */
const PREPARE = {
  relay: async () => ({}),
  nodes: async () => ({}),
  soak: async () => ({}),
  page: prepareBrowser,
  canvas: prepareBrowser,
};

async function prepareBrowser() {
  // Loaded late: the others do not need a browser or a build.
  const { ensureBuilt } = await import('../../scripts/build.mjs');
  const { obtainBrowser, thisMachine } = await import('../../scripts/browser.mjs');
  await ensureBuilt();
  return { CHROMIUM_PATH: await obtainBrowser(thisMachine()) };
}

await command(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  if (!Object.hasOwn(PREPARE, name))
    throw new Stop(`There is no benchmark "${name}"; there are: ${Object.keys(PREPARE).join(', ')}.`);
  await ensureInstalled();
  const env = { ...toolEnvironment(), ...(await PREPARE[name]()) };
  const file = join(ROOT, 'tests', 'bench', `${name}.ts`);
  const { code } = await run(NODE, ['--disable-warning=ExperimentalWarning', file, ...args], {
    env,
    timeout: TIME_LIMIT[name],
  });
  return code;
});
