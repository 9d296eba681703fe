import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { BoardPage } from './boardPage.ts';
import type { Guard } from './guard.ts';

export interface PersonOptions extends BrowserContextOptions {
  /** Runs in every page before anything else does. */
  readonly before?: () => void;
}

/** Makes the browsers of several people, and closes them after the test. */
export interface People {
  /** A browser that has never been here. */
  browser(options?: PersonOptions): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  /**
   * Somebody who is in by a link and sees the board. The form of the join page is passed by (its own tests
   * fill it in, with {@link BoardPage.join}): a second less for each of the hundreds who come in here.
   */
  join(link: string, name: string, options?: PersonOptions): Promise<BoardPage>;
  close(): Promise<void>;
}

/** People in this browser; the guard listens to all their pages. */
export function peopleIn(browser: Browser, guard: Guard): People {
  const contexts: BrowserContext[] = [];
  const start: People['browser'] = async ({ before, ...options } = {}) => {
    const context = await browser.newContext(options);
    contexts.push(context);
    guard.watch(context);
    if (before !== undefined) await context.addInitScript(before);
    return { context, page: await context.newPage() };
  };
  return {
    browser: start,
    async join(link, name, options) {
      const { context, page } = await start(options);
      const { origin, pathname, hash } = new URL(link);
      const board = pathname.split('/').at(-1);
      const answer = await context.request.post(`${origin}/api/boards/${board}/join`, {
        data: { secret: hash.slice(1), name },
      });
      if (!answer.ok()) throw new Error(`joining: ${answer.status()} ${await answer.text()}`);
      await page.goto(`${origin}${pathname}`);
      const opened = new BoardPage(page);
      await opened.drawn();
      return opened;
    },
    async close() {
      for (const context of contexts) await context.close();
    },
  };
}
