import { setTimeout as pause } from 'node:timers/promises';
import { type BoardHandle, openBoard } from '../../../client/src/board/index.ts';
// Not by the index of its room, which also has parts that need a page's build.
import { type BoardSession, openBoardSession } from '../../../client/src/session/openBoardSession.ts';
import { startBalancer } from '../../cluster/support/balancer.ts';
import { Distribution } from '../relay/distribution.ts';
import { type Cluster, makeBoard } from './cluster.ts';

/** How long people were without a server, ms. */
export interface HandoverResult {
  /** People who were at the server that ended, with one of their connections at least. */
  readonly people: number;
  /** From the signal until connected to another server with all of the board there. */
  readonly median: number;
  readonly slowest: number;
  /** From the signal until everybody has seen a change that somebody made after it. */
  readonly seenByAll: number;
}

const SHEET = 'brengen-halen';
const STICKERS = [{ id: 'a', template: SHEET, text: 'samen' }];
/** ms */
const PATIENCE = 30_000;

/** A page without a screen. */
interface Page {
  readonly session: BoardSession;
  readonly board: BoardHandle;
  lostAt: number | undefined;
  backAt: number | undefined;
}

/** Pages as people have them, at three servers behind a balancer, one of which ends. */
export async function handover(
  { nodes }: Cluster,
  how: 'SIGTERM' | 'SIGKILL',
  people: number,
): Promise<HandoverResult> {
  const balancer = await startBalancer(nodes.map(({ url }) => url));
  const pages: Page[] = [];
  try {
    const board = await makeBoard(balancer.url, STICKERS);
    for (let index = 0; index < people; index++) {
      const { person, role, ticket, documents } = await board.join(balancer.url, `Deelnemer ${index}`);
      pages.push(
        openPage({
          board: board.document,
          me: { ...person, role },
          documents,
          url: balancer.url.replace('http', 'ws'),
          params: { ticket },
        }),
      );
    }
    await until(() => pages.every((page) => page.board.view.get().loaded && isSaved(page)));
    const [ending] = nodes;
    const signalled = performance.now();
    void (how === 'SIGTERM' ? ending?.stop() : ending?.kill());
    await until(() => pages.some(({ lostAt }) => lostAt !== undefined));
    const mover = pages.find(({ lostAt }) => lostAt !== undefined);
    mover?.board.commands.moveStickers(SHEET, new Map([['a', { x: 1234, y: 900 }]]));
    await until(() => pages.every((page) => xOf(page) === 1234 && isSaved(page)));
    const seenByAll = performance.now() - signalled;
    const lost = pages.filter(({ lostAt }) => lostAt !== undefined);
    const times = new Distribution();
    for (const { backAt = Number.NaN } of lost) times.add(backAt - signalled);
    return {
      people: lost.length,
      median: times.percentile(0.5),
      slowest: times.percentile(1),
      seenByAll,
    };
  } finally {
    for (const { session, board } of pages) {
      board.close();
      session.close();
    }
    balancer.close();
  }
}

function openPage(options: Parameters<typeof openBoardSession>[0]): Page {
  const session = openBoardSession(options);
  const page: Page = { session, board: openBoard(session), lostAt: undefined, backAt: undefined };
  session.status.subscribe(() => {
    const isAway = session.status.get().kind === 'offline';
    if (isAway) page.lostAt ??= performance.now();
    else if (page.lostAt !== undefined) page.backAt = performance.now();
  });
  return page;
}

const isSaved = ({ session }: Page): boolean => session.status.get().kind === 'saved';
const xOf = ({ board }: Page): number => Math.round(board.view.get().byId.get('a')?.center.x ?? 0);

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`it did not come true in ${PATIENCE} ms: ${holds}`);
    await pause(2);
  }
}
