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
  /** Somebody who followed a link, gave a name, and sees the board. */
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
      const { page } = await start(options);
      return BoardPage.join(page, link, name);
    },
    async close() {
      for (const context of contexts) await context.close();
    },
  };
}
