import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { BoardFile } from '@samenbord/shared/board';
import type { CreateBoardResponse } from '@samenbord/shared/protocol';

/** A board on the server under measurement. */
export interface MadeBoard {
  readonly server: string;
  readonly board: string;
  readonly secret: string;
}

export async function makeBoard(server: string, file: BoardFile): Promise<MadeBoard> {
  const response = await fetch(`${server}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(file),
  });
  if (response.status !== 201) throw new Error(`the board could not be made (${response.status})`);
  const { board, links } = (await response.json()) as CreateBoardResponse;
  return { server, board, secret: new URL(links.facilitator).hash.slice(1) };
}

/** A browser that has nothing in its cache and has been on the board before: only its cookie is there. */
export async function newVisitor(browser: Browser, made: MadeBoard, name: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'nl-NL' });
  const { server, board, secret } = made;
  const joined = await context.request.post(`${server}/api/boards/${board}/join`, { data: { secret, name } });
  if (!joined.ok()) throw new Error(`${name} could not join (${joined.status()})`);
  return context;
}

/** ms that a page may take until its board is drawn. */
const PATIENCE = 30_000;

/** Goes to the board and waits until it is drawn. @returns ms from the navigation to that moment */
export async function openBoard(page: Page, { server, board }: MadeBoard): Promise<number> {
  await page.goto(`${server}/b/${board}`, { waitUntil: 'commit' });
  const drawn = await page.waitForFunction(
    () => performance.getEntriesByName('board-drawn')[0]?.startTime,
    undefined,
    { timeout: PATIENCE },
  );
  return drawn.evaluate((time) => Number(time));
}
