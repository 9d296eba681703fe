import { addStickers, type Sticker } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import { equalityDeep } from 'lib0/function';
import { nanoid } from 'nanoid';
import type * as Y from 'yjs';
import type { Me } from '../session/types.ts';
import { type Aspect, aspectsOf, contributionOf } from './aspects.ts';
import type { History } from './history.ts';
import type { Model } from './model.ts';
import { placeOfNew, placesOfDropped } from './placing.ts';
import { addStep, type Change, type Remover, removeStep, valueStep } from './steps.ts';
import { openTextSession } from './textSession.ts';
import type { BoardCommands, BoardView, StickerDraft } from './types.ts';

/** What the commands work on. `newId` and `now` (ms since the epoch) are given so that tests can say them. */
export interface Workbench {
  readonly doc: Y.Doc;
  readonly me: Me;
  readonly model: Model;
  readonly history: History;
  readonly newId?: () => string;
  readonly now?: () => number;
}

/** 71 random bits: two of a board's thousands alike is not going to happen. */
const ID_LENGTH = 12;

/** The only writers of a board. Each command is one transaction and one step of undo. */
export function createCommands(bench: Workbench): BoardCommands {
  const { doc, me, model, history, newId = () => nanoid(ID_LENGTH), now = Date.now } = bench;
  const remover: Remover = { doc, by: me.id, now };
  const aspects = aspectsOf(doc);

  /** The present board, when this person may write. */
  const writable = (): BoardView | undefined => {
    const view = model.now();
    return view.loaded && view.access === 'write' ? view : undefined;
  };
  /** Those of the ids that are on the board, once each. */
  const present = (ids: Iterable<string>): Sticker[] =>
    [...new Set(ids)].map((id) => model.sticker(id)).filter((sticker) => sticker !== undefined);

  /** Changes one aspect of stickers, of those where that makes a difference. */
  const change = <T>(
    aspect: Aspect<T>,
    stickers: readonly Sticker[],
    next: (sticker: Sticker) => T,
  ): void => {
    const changes = new Map<string, Change<T>>();
    for (const sticker of stickers) {
      const [before, after] = [aspect.read(sticker), next(sticker)];
      if (!equalityDeep(before, after)) changes.set(sticker.id, { before, after });
    }
    if (changes.size === 0) return;
    aspect.write(new Map([...changes].map(([id, { after }]) => [id, after])));
    history.record(valueStep(model, changes, aspect));
  };

  return {
    addSticker(draft) {
      const view = writable();
      if (view === undefined || !fits(view, draft)) return undefined;
      const id = newId();
      const { sheet, center, size = 'M', text = '', tags } = draft;
      const partner = isAtTable(view, draft.partner) ? draft.partner : null;
      const author = { id: me.id, name: me.name, role: me.role };
      const place = placeOfNew(view, sheet, center, size);
      const tagged = tags === undefined ? {} : { tags };
      addStickers(doc, [{ id, place, text, partner, size, author, made: now(), ...tagged }]);
      model.now();
      history.record(addStep(model, remover, present([id])));
      return id;
    },

    moveStickers(sheet, centers) {
      const view = writable();
      if (view === undefined) return;
      const dropped = present(centers.keys());
      const places = placesOfDropped(view, sheet, dropped, centers);
      change(aspects.place, dropped, ({ id, place }) => places.get(id) ?? place);
    },

    setSize(ids, size) {
      if (writable() !== undefined) change(aspects.size, present(ids), () => size);
    },

    setPartner(ids, partner) {
      const view = writable();
      if (view === undefined || (partner !== null && !isAtTable(view, partner))) return;
      change(aspects.partner, present(ids), () => partner);
    },

    setContribution(id, contribution) {
      if (writable() !== undefined)
        change(aspects.contribution, present([id]), () => contributionOf(contribution));
    },

    removeStickers(ids) {
      if (writable() === undefined) return;
      const removed = present(ids);
      if (removed.length > 0) history.record(removeStep(model, remover, removed));
    },

    undo() {
      if (writable() !== undefined) history.undo();
    },

    redo() {
      if (writable() !== undefined) history.redo();
    },

    openText(id) {
      return writable() === undefined ? undefined : openTextSession({ doc, model, history }, id);
    },
  };
}

function fits(view: BoardView, { text = '' }: StickerDraft): boolean {
  return view.byId.size < LIMITS.stickers && text.length <= LIMITS.stickerText;
}

function isAtTable(view: BoardView, partner: string | null): boolean {
  return view.partners.some(({ id }) => id === partner);
}
