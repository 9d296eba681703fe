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
  /** Grows whenever something was enforced: who was let in by what was read before has to be looked at again. */
  readonly epoch: number;
  /** What a decision about this board depends on; `undefined` when it is being erased. @throws {StoreError} */
  facts(board: string): Promise<BoardFacts | undefined>;
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

export function createEnforcer({ relay, states, now }: EnforcerOptions): Enforcer {
  const enforcing = new Turns();
  const showing = new Turns();
  /** Erasures that were followed here. */
  const forgotten = new Set<string>();
  let epoch = 0;

  const closeBoard = async (board: string): Promise<void> => {
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
    const news = erased.filter(({ id, at }) => at > now() - LATELY && !forgotten.has(id));
    for (const { id } of news) forgotten.add(id);
    await Promise.all(news.map(({ document }) => relay.forget(document, CLOSE.over)));
  };

  return {
    get epoch() {
      return epoch;
    },

    async facts(board) {
      const state = await states.read(board);
      return state.erasing === null ? factsOf(state) : undefined;
    },

    enforce: (board) =>
      // One after the other, each by what is true then: an older state never comes after a newer one.
      enforcing.take(board, async () => {
        const state = await states.read(board);
        epoch++;
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
