import {
  type Acts,
  boardDocument,
  parseDocumentName,
  readMeeting,
  tableDocument,
  writeActs,
} from '@samenbord/shared/board';
import { CLOSE } from '@samenbord/shared/protocol';
import { equalityDeep } from 'lib0/function';
import { type BoardFacts, decide } from '../access/index.ts';
import { Turns } from '../relay/index.ts';
import type { Relay } from '../relay/types.ts';
import type { BoardState, BoardStates } from './state.ts';

/** Makes what the server keeps of a board hold, on this node: for its connections and for what everybody sees. */
export interface Enforcer {
  /** Is another one whenever a board has changed: who was let in by what was read before is looked at again. */
  epoch(board: string): number;
  /** Whether the end of a board has passed, as far as it is known here: that is of every board that is open. */
  hasEnded(board: string): boolean;
  /** What a decision about this board depends on; `undefined` when it is past its end or being erased. @throws {StoreError} */
  facts(board: string): Promise<BoardFacts | undefined>;
  /** Id of the silent round that is open. @throws {StoreError} */
  openRound(board: string): Promise<string | null>;
  /**
   * A board has changed, here or on another node: connections lose or get what they may do, and documents that are
   * over are closed. Resolves when nothing of those is under way to the store from here any more.
   * @throws {StoreError}
   */
  enforce(board: string): Promise<void>;
  /** Shows the state in the table document, as it is then. @throws {StoreError} */
  show(board: string): Promise<void>;
}

export interface EnforcerOptions {
  readonly relay: Relay;
  readonly states: BoardStates;
  /** ms since the epoch, now */
  readonly now: () => number;
}

/** What was begun this long ago and is not done is done by whoever sees it, ms: a node may have died over it. */
export const BEGUN = 30_000;

/** How long after an erasure a node may still have to follow it, ms: more than the clocks of the nodes differ. */
export const LATELY = 10 * 60_000;

/** Boards of which it is remembered what was enforced; of one that is forgotten, sockets being let in come back. */
const MOST_REMEMBERED = 10_000;

export function createEnforcer({ relay, states, now }: EnforcerOptions): Enforcer {
  const enforcing = new Turns();
  const showing = new Turns();
  /** Erasures that were followed here, with when they were. */
  const forgotten = new Map<string, number>();
  /** What was enforced last of boards, those first that changed longest ago. */
  const enforced = new Map<string, { readonly facts: string; readonly epoch: number }>();
  let epochs = 0;

  /** When boards end, of those that were looked at here and have an end; ms since the epoch. */
  const ends = new Map<string, number>();

  const noteEnd = (board: string, { ends: end }: BoardState): void => {
    if (end === null) ends.delete(board);
    else ends.set(board, end);
  };
  const hasEnded = (board: string): boolean => (ends.get(board) ?? Number.POSITIVE_INFINITY) <= now();

  /** Notes what holds of a board from now on. */
  const note = (board: string, state: BoardState): void => {
    const facts = JSON.stringify([factsOf(state), state.erasing !== null]);
    if (enforced.get(board)?.facts === facts) return;
    epochs += 1;
    enforced.delete(board);
    enforced.set(board, { facts, epoch: epochs });
    const [oldest] = enforced.keys();
    if (enforced.size > MOST_REMEMBERED && oldest !== undefined) enforced.delete(oldest);
  };

  const closeBoard = async (board: string): Promise<void> => {
    ends.delete(board);
    relay.disconnect((session) => session.board === board, CLOSE.noBoard);
    await Promise.all(relay.names(board).map((name) => relay.forget(name, CLOSE.noBoard)));
  };

  const closeRounds = async (board: string, open: string | null): Promise<void> => {
    const over = relay.names(board).filter((name) => {
      const parsed = parseDocumentName(name);
      return parsed?.kind === 'silent' && parsed.round !== open;
    });
    await Promise.all(
      over.map(async (name) => {
        await relay.end(name, CLOSE.over);
        await relay.forget(name, CLOSE.over);
      }),
    );
  };

  const forgetErased = async ({ erased }: BoardState): Promise<void> => {
    const since = now() - LATELY;
    for (const [id, at] of forgotten) if (at <= since) forgotten.delete(id);
    const news = erased.filter(({ id, at }) => at > since && !forgotten.has(id));
    for (const { id, at } of news) forgotten.set(id, at);
    await Promise.all(news.map(({ document }) => relay.forget(document, CLOSE.over)));
  };

  return {
    epoch: (board) => enforced.get(board)?.epoch ?? 0,

    hasEnded,

    async facts(board) {
      const state = await states.read(board);
      noteEnd(board, state);
      return state.erasing === null && !hasEnded(board) ? factsOf(state) : undefined;
    },

    openRound: async (board) => (await states.read(board)).round?.id ?? null,

    enforce: (board) =>
      // One after the other, each by what is true then: an older state never comes after a newer one.
      enforcing.take(board, async () => {
        const state = await states.read(board);
        note(board, state);
        noteEnd(board, state);
        if (state.erasing !== null) return closeBoard(board);
        const facts = { boardThere: true, link: 'works', ...factsOf(state) } as const;
        const document = boardDocument(board);
        relay.reconsider(document, (session) => decide(session, document, 'write', facts).ok);
        await Promise.all([closeRounds(board, facts.round), forgetErased(state)]);
      }),

    show: (board) =>
      showing.take(board, async () => {
        const state = await states.read(board);
        if (state.erasing !== null) return;
        const acts = actsOf(state);
        await relay.change(tableDocument(board), (doc) => {
          const { frozen, homework, round, ends } = readMeeting(doc);
          const wanted = { ...acts, homework: { ...homework, ...acts.homework } };
          if (!equalityDeep({ frozen, homework, round, ends }, wanted)) writeActs(doc, acts);
        });
      }),
  };
}

const factsOf = ({ frozen, round }: BoardState): BoardFacts => ({ frozen, round: round?.id ?? null });

/** What everybody may see of the state: never who is ready, never what anybody wrote. */
function actsOf({ frozen, homework, round, ends }: BoardState): Acts {
  return {
    frozen,
    homework: Object.fromEntries(
      Object.entries(homework).map(([partner, { status, alone }]) => [partner, { status, alone }]),
    ),
    round: round && {
      id: round.id,
      sheet: round.sheet,
      region: round.region,
      opened: round.opened,
      ready: round.ready.length,
    },
    ends,
  };
}
