/**
 * `npm run bench:page`: the built page on the real server in a real browser. Measures how fast the demo is on
 * screen, how much JavaScript that takes, how far behind the hand a drag is in another browser, and how long
 * one waits for the picture.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { rietwijk } from '@samenbord/shared/demo';
import { fieldsOf } from '@samenbord/shared/template';
import { makeBoard } from './page/board.ts';
import { dragging } from './page/dragging.ts';
import { loading } from './page/loading.ts';
import { crowdedBoard, picture } from './page/picture.ts';
import { type PageResult, pageTable } from './page/table.ts';
import { CONTENDERS, withServer } from './relay/contenders.ts';
import { quietMachine } from './relay/others.ts';
import { describeMachine, machineSentence } from './report/machine.ts';
import { publish } from './report/write.ts';

/** ms that a quiet machine is waited for. */
const PATIENCE = 30_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const canvasFields = () => fieldsOf('partnermodel-canvas').map(({ key }) => key);

async function measure(browser: Browser): Promise<PageResult> {
  const { ours } = CONTENDERS;
  if (ours === undefined) throw new Error('our own server is missing among those that can be started');
  const data = mkdtempSync(join(tmpdir(), 'samenbord-bench-'));
  try {
    return await withServer(ours, { data }, async ({ url }) => ({
      browser: browser.version(),
      loading: await loading(browser, await makeBoard(url, rietwijk)),
      // Without its lines: those would follow the sticker across the line that is looked at.
      dragging: await dragging(browser, await makeBoard(url, { ...rietwijk, links: [] })),
      picture: await picture(browser, await makeBoard(url, crowdedBoard(canvasFields(), rietwijk.partners))),
    }));
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const machine = describeMachine();
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({
    args: FLAGS,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    await quietMachine(PATIENCE);
    const result = await measure(browser);
    const text = `${machineSentence(machine)} Chromium ${result.browser} without a GPU.\n\n${pageTable(result)}`;
    process.stdout.write(`\n${text}\n`);
    publish('page', { machine, ...result }, text);
  } finally {
    await browser.close();
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
