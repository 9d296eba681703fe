import type { Page } from '@playwright/test';
import { foundIn } from '../../leaks/detector.ts';

/** All that comes into a page from the server: every frame of its sockets, and the body of every answer. */
export interface Wire {
  /**
   * Which of these words came in so far, in whatever form.
   * @throws {Error} when the body of an answer could not be read, so that nobody can say what was in it
   */
  heard(words: readonly string[]): Promise<readonly string[]>;
}

/** Listens to a page from now on: before its first `goto`, so that nothing is missed. */
export function listenTo(page: Page): Wire {
  const arrived: Buffer[] = [];
  const bodies: Promise<void>[] = [];
  const unread: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => void arrived.push(Buffer.from(payload)));
  });
  page.on('response', (response) => {
    const status = response.status();
    // Neither has a body: to where a redirect leads is an answer of its own.
    if (status === 204 || (status >= 300 && status < 400)) return;
    const read = response.body().then(
      (body) => void arrived.push(body),
      () => void unread.push(`${response.request().method()} ${response.url()} (${status})`),
    );
    bodies.push(read);
  });
  return {
    async heard(words) {
      await Promise.all(bodies);
      if (unread.length > 0) throw new Error(`these answers could not be read: ${unread.join(', ')}`);
      return words.filter((word) => arrived.some((bytes) => foundIn(bytes, [word]).length > 0));
    },
  };
}
