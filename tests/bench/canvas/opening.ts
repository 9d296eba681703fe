import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, CDPSession, Page, Response } from '@playwright/test';
import { VIEWPORT } from './subject.ts';

/** ms that a page may take until its board is drawn: the slowest measured takes a tenth of it. */
const PATIENCE = 120_000;

/** A browser with nothing in its cache that reaches nothing but this machine. */
export async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'nl-NL' });
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  return context;
}

export interface Loaded {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly drawn: number;
  readonly scriptGzip: number;
}

/** Goes to an address and waits until its page says that the board is drawn. */
export async function load(context: BrowserContext, url: string): Promise<Loaded> {
  const page = await context.newPage();
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response);
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url, { waitUntil: 'commit' });
  const mark = await page
    .waitForFunction(() => performance.getEntriesByName('board-drawn')[0]?.startTime, undefined, {
      timeout: PATIENCE,
    })
    .catch((error: unknown) => {
      throw new Error(`the board was not drawn: ${errors.join('; ')}`, { cause: error });
    });
  const drawn = Number(await mark.jsonValue());
  const early = new Set(
    await page.evaluate(
      (at) =>
        (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
          .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= at)
          .map(({ name }) => name),
      drawn,
    ),
  );
  let scriptGzip = 0;
  for (const response of scripts)
    if (early.has(response.url())) scriptGzip += gzipSync(await response.body()).byteLength;
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  return { page, cdp, drawn, scriptGzip };
}
