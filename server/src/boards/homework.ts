import { type HomeworkSticker, privateDocument, readHomework } from '@samenbord/shared/board';
import type { RevealResponse } from '@samenbord/shared/protocol';
import { ActError } from './actError.ts';
import { type Acting, act, conflict, look, partnersOf } from './acting.ts';
import { deleteStickers } from './deleting.ts';
import { BEGUN } from './enforcer.ts';
import { endErasing, eraseDocument } from './erasing.ts';
import { chosenOf, copy, copyRevealed, NOT_STARTED, withHomework } from './revealing.ts';
import { expectRoom } from './room.ts';
import type { Homework } from './state.ts';

/** Secret homework and its reveal. What is thrown is an {@link ActError} or a `StoreError`. */
export interface HomeworkActs {
  status(board: string, partner: string, status: 'inProgress' | 'ready', alone: boolean): Promise<void>;
  /** Of one partner that asked for it, or of all that are ready: `withAlone` those too that asked to come by themselves. */
  reveal(board: string, which: Which): Promise<RevealResponse>;
  /** These stickers too, after the reveal. */
  share(board: string, partner: string, stickers: readonly string[]): Promise<void>;
  /** These stickers, for good. What is on the board of them stays there. */
  delete(board: string, partner: string, stickers: readonly string[]): Promise<void>;
  /** All of a partner's homework, for good. What is on the board of it stays there. */
  erase(board: string, partner: string): Promise<void>;
  /** Does what was begun some time ago and not ended: copies homework that was revealed, erases what is to be erased. */
  finish(board: string): Promise<void>;
}

/** Whose homework is to be revealed. */
export type Which = { readonly partner: string } | { readonly withAlone: boolean };

export function createHomework(acting: Acting): HomeworkActs {
  const { relay, store, states, now } = acting;

  return {
    async status(board, partner, status, alone) {
      if (!(await partnersOf(acting, board)).includes(partner))
        throw new ActError('not-found', 'this partner is not at the table any more');
      const document = privateDocument(board, partner);
      await act(acting, board, (state) => {
        // A page that still shows the old words would say that they are being written.
        if (state.erased.some((one) => one.document === document && !one.done))
          conflict('this homework is being erased; begin anew when it is gone');
        return withHomework(state, partner, (one) => {
          if (one.status === 'revealed')
            conflict('this homework is revealed; what was not shared can be, later');
          return { status, alone: status === 'ready' && alone, copied: false, at: now() };
        });
      });
    },

    async reveal(board, which) {
      const partners = await partnersOf(acting, board);
      const { homework } = await states.read(board);
      await expectRoom(acting, board, await chosenOf(acting, board, coming(partners, homework, which)));
      let revealed: readonly string[] = [];
      await act(acting, board, (state) => {
        revealed = coming(partners, state.homework, which);
        if (revealed.length === 0)
          conflict(
            'partner' in which
              ? 'this partner did not ask to be revealed alone'
              : 'no partner is ready to come with the others',
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
      await expectRoom(acting, board, stickers);
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
      await eraseDocument(acting, board, document, (state) =>
        withHomework(state, partner, (one) => (one.status === 'revealed' ? one : NOT_STARTED)),
      );
    },

    async finish(board) {
      await copyRevealed(acting, board, now() - BEGUN);
      for (const { id, document, at, done } of (await states.read(board)).erased)
        if (!done && at <= now() - BEGUN) await endErasing(acting, board, id, document);
    },
  };
}

/** The partners that come on the table, in the order of the table. */
function coming(
  partners: readonly string[],
  homework: Readonly<Record<string, Homework>>,
  which: Which,
): readonly string[] {
  return partners.filter((partner) => {
    const { status, alone } = homework[partner] ?? NOT_STARTED;
    if (status !== 'ready') return false;
    return 'partner' in which ? alone && which.partner === partner : which.withAlone || !alone;
  });
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
