import { expect, it, onTestFinished } from 'vitest';
import { type BoardHandle, openBoard } from '../../client/src/board/index.ts';
import { type BoardSession, openBoardSession } from '../../client/src/session/index.ts';
import { spawnServer } from '../api/child.ts';
import { join, makeBoard } from '../api/client.ts';
import { builtPage } from '../api/server.ts';
import { until } from '../relay/support/until.ts';
import { startBalancer } from './support/balancer.ts';
import { onMachines } from './support/machines.ts';

const SHEET = 'brengen-halen';
const STICKERS = [{ id: 'a', template: SHEET, text: 'samen' }];
const PEOPLE = 6;
// Every connection of y-websocket listens for the end of the process.
process.setMaxListeners(8 * PEOPLE);

/** A page, as far as it has no screen. */
interface Page {
  readonly session: BoardSession;
  readonly board: BoardHandle;
}

const xOf = ({ board }: Page): number => Math.round(board.view.get().byId.get('a')?.center.x ?? 0);
const isSaved = ({ session }: Page): boolean => session.status.get().kind === 'saved';

/** Everybody moves the sticker in turn, and everybody sees it there. */
async function work(pages: readonly Page[], round: number): Promise<void> {
  for (const [index, { board }] of pages.entries()) {
    const x = 1000 + 100 * round + 10 * index;
    board.commands.moveStickers(SHEET, new Map([['a', { x, y: 900 }]]));
    await until(`all see the sticker at ${x}`, () => pages.every((page) => xOf(page) === x));
  }
  await until('all of it is saved', () => pages.every(isSaved));
}

onMachines((machines) => {
  it.each(['SIGTERM', 'SIGKILL'] as const)(
    '[CN18] people on a server that gets %s are on another and work on together',
    {
      timeout: 180_000,
    },
    async (signal) => {
      const env = {
        DATABASE_URL: await machines().postgres.createDatabase(),
        REDIS_URL: machines().redis.url,
        CLIENT_DIR: builtPage(),
      };
      const servers = [spawnServer(env), spawnServer(env), spawnServer(env)];
      const balancer = await startBalancer(await Promise.all(servers.map(({ ready }) => ready)));
      onTestFinished(() => balancer.close());
      const partners = [{ name: 'Gemeente' }, { name: 'School' }];
      const made = await makeBoard(balancer.url, { title: 'T', partners, stickers: STICKERS });
      const pages: Page[] = [];
      for (let index = 0; index < PEOPLE; index++) {
        const { person, role, ticket, documents } = await join(made, made.facilitator, `Noor ${index}`);
        const session = openBoardSession({
          board: made.board,
          me: { ...person, role },
          documents,
          url: balancer.url.replace('http', 'ws'),
          params: { ticket },
        });
        const board = openBoard(session);
        onTestFinished(() => {
          board.close();
          session.close();
        });
        pages.push({ session, board });
      }
      await until('all have the board', () => pages.every(({ board }) => board.view.get().loaded));
      await work(pages, 0);
      const lost = new Set<Page>();
      for (const page of pages)
        page.session.status.subscribe(() => {
          if (page.session.status.get().kind === 'offline') lost.add(page);
        });
      servers[0]?.process.kill(signal);
      expect(await servers[0]?.ended).toBe(signal === 'SIGTERM' ? 0 : signal);
      await until('some of them notice', () => lost.size > 0);
      await work(pages, 1);
      await until('and see each other', () =>
        pages.every(({ session }) => session.others.get().length === PEOPLE - 1),
      );
      expect(servers.slice(1).map(({ process }) => process.exitCode)).toEqual([null, null]);
    },
  );
});
