import { type HomeworkSticker, privateDocument, readHomework } from '@samenbord/shared/board';
import { CLOSE, type RevealResponse } from '@samenbord/shared/protocol';
import { newId } from '../access/index.ts';
import { ActError } from './actError.ts';
import { type Acting, act, conflict, look, partnersOf } from './acting.ts';
import { deleteStickers } from './deleting.ts';
import { BEGUN, LATELY } from './enforcer.ts';
import { copy, copyRevealed, NOT_STARTED, withHomework } from './revealing.ts';
import type { Homework } from './state.ts';

/** Secret homework and its reveal. What is thrown is an {@link ActError} or a `StoreError`. */
export interface HomeworkActs {
  status(board: string, partner: string, status: 'inProgress' | 'ready', alone: boolean): Promise<void>;
  /** Of one partner that asked for it, or of all that are ready. */
  reveal(board: string, partner: string | undefined): Promise<RevealResponse>;
  /** These stickers too, after the reveal. */
  share(board: string, partner: string, stickers: readonly string[]): Promise<void>;
  /** These stickers, for good. What is on the board of them stays there. */
  delete(board: string, partner: string, stickers: readonly string[]): Promise<void>;
  /** All of a partner's homework, for good. What is on the board of it stays there. */
  erase(board: string, partner: string): Promise<void>;
  /** Does what was begun and not ended: copies homework that was revealed some time ago and is not on the board yet. */
  finish(board: string): Promise<void>;
}

export function createHomework(acting: Acting): HomeworkActs {
  const { relay, store, states, settled, now } = acting;

  return {
    async status(board, partner, status, alone) {
      if (!(await partnersOf(acting, board)).includes(partner))
        throw new ActError('not-found', 'this partner is not at the table any more');
      await act(acting, board, (state) =>
        withHomework(state, partner, (one) => {
          if (one.status === 'revealed')
            conflict('this homework is revealed; what was not shared can be, later');
          return { status, alone: status === 'ready' && alone, copied: false, at: now() };
        }),
      );
    },

    async reveal(board, partner) {
      const partners = await partnersOf(acting, board);
      let revealed: readonly string[] = [];
      await act(acting, board, (state) => {
        revealed = partners.filter((one) => mayReveal(state.homework[one], one, partner));
        if (revealed.length === 0)
          conflict(
            partner === undefined ? 'no partner is ready' : 'this partner did not ask to be revealed alone',
          );
        let next = state;
        for (const one of revealed)
          next = withHomework(next, one, () => ({
            status: 'revealed',
            alone: false,
            copied: false,
            at: now(),
          }));
        return next;
      });
      return { revealed, stickers: await copyRevealed(acting, board, Number.POSITIVE_INFINITY) };
    },

    async share(board, partner, ids) {
      if ((await states.read(board)).homework[partner]?.status !== 'revealed')
        conflict('this homework is not revealed yet; choose what to share and say that it is ready');
      const stickers = await known(acting, board, partner, ids);
      await copy(acting, board, new Map([[partner, stickers.filter(({ text }) => text.trim() !== '')]]));
    },

    async delete(board, partner, ids) {
      const document = privateDocument(board, partner);
      await known(acting, board, partner, ids);
      await relay.change(document, (doc) => deleteStickers(doc, new Set(ids)));
      await relay.compact(document);
      await store.scrub();
    },

    async erase(board, partner) {
      const document = privateDocument(board, partner);
      await act(acting, board, (state) => ({
        ...withHomework(state, partner, (one) => (one.status === 'revealed' ? one : NOT_STARTED)),
        erased: [
          ...state.erased.filter(({ at }) => at > now() - LATELY),
          { id: newId(), document, at: now() },
        ],
      }));
      await settled();
      await relay.remove(document, CLOSE.over);
    },

    async finish(board) {
      await copyRevealed(acting, board, now() - BEGUN);
    },
  };
}

function mayReveal(homework: Homework | undefined, partner: string, asked: string | undefined): boolean {
  if (homework?.status !== 'ready') return false;
  return asked === undefined || (asked === partner && homework.alone);
}

/** Stickers of a partner's homework by their ids. @throws {ActError} `not-found` when one is not there */
async function known(
  acting: Acting,
  board: string,
  partner: string,
  ids: readonly string[],
): Promise<readonly HomeworkSticker[]> {
  const homework = await look(acting, privateDocument(board, partner), (doc) => readHomework(doc));
  const byId = new Map(homework.map((sticker) => [sticker.id, sticker]));
  return [...new Set(ids)].map((id) => {
    const sticker = byId.get(id);
    if (sticker === undefined) throw new ActError('not-found', 'there is no such sticker in this homework');
    return sticker;
  });
}
