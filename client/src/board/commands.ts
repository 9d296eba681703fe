import { addInk, addStickers, isSymbol, ORIGIN, type Sticker } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import { equalityDeep } from 'lib0/function';
import { nanoid } from 'nanoid';
import type * as Y from 'yjs';
import type { Me } from '../session/types.ts';
import { alongOf, alongStep, writeAlong } from './along.ts';
import { type Aspect, aspectsOf, berthOf, contributionOf } from './aspects.ts';
import { groupCommands, groupsOfDropped } from './grouping.ts';
import type { History, Step } from './history.ts';
import { canBeDrawn, inkCommands, strokesOf } from './inkCommands.ts';
import { linkCommands } from './linking.ts';
import type { Model } from './model.ts';
import { liesOf, placesOfDropped, placesOfNew, placesRestacked } from './placing.ts';
import { addStep, type Change, type Remover, removeStep, valueStep } from './steps.ts';
import { openTextSession } from './textSession.ts';
import type { Among, BoardCommands, BoardView, InkDraft, StickerDraft } from './types.ts';
import { voteCommands } from './voting.ts';

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
  const { model, history } = bench;
  /** The present board, when this person may write. */
  const writable = (): BoardView | undefined => {
    const view = model.now();
    return view.loaded && view.access === 'write' ? view : undefined;
  };
  /** Those of the ids that are on the board, once each. */
  const present = (ids: Iterable<string>): Sticker[] =>
    [...new Set(ids)].map((id) => model.sticker(id)).filter((sticker) => sticker !== undefined);
  const tools = { newId: () => nanoid(ID_LENGTH), ...bench, writable, present };
  return {
    ...makingCommands(tools),
    ...changingCommands(tools),
    ...inkCommands({ doc: bench.doc, history, writable }),
    ...linkCommands(tools),
    ...groupCommands(tools),
    ...voteCommands(tools),
    undo() {
      if (writable() !== undefined) history.undo();
    },
    redo() {
      if (writable() !== undefined) history.redo();
    },
  };
}

const NOTHING: Among = { links: [], groups: [] };

interface Tools extends Workbench {
  readonly newId: () => string;
  readonly writable: () => BoardView | undefined;
  readonly present: (ids: Iterable<string>) => Sticker[];
}

type Making = 'addSticker' | 'addStickers' | 'discardNew' | 'removeStickers' | 'openText';

/** What makes stickers, takes them off, and writes in them. */
function makingCommands(tools: Tools): Pick<BoardCommands, Making> {
  const { doc, me, model, history, writable, present } = tools;
  const { newId, now = Date.now } = tools;
  const remover: Remover = { doc, by: me.id, now };
  /** The sticker made last: what is first written in it is part of its making. */
  let newest: { readonly id: string; step: Step; written: boolean } | undefined;

  const make = (
    drafts: readonly StickerDraft[],
    among: Among = NOTHING,
  ): { ids: string[]; step: Step } | undefined => {
    const view = writable();
    if (view === undefined || drafts.length === 0 || !canBeMade(view, drafts)) return undefined;
    const places = placesOfNew(view, drafts);
    const author = { id: me.id, name: me.name, role: me.role };
    const made = now();
    const ids = drafts.map(newId);
    const along = alongOf(doc, view, drafts, ids, among, newId);
    if (along === undefined) return undefined;
    const added = drafts.flatMap(({ size = 'M', text = '', partner: wanted, tags, details }, index) => {
      const [place, id, group] = [places[index], ids[index], along.groups[index]];
      const partner = isAtTable(view, wanted) ? wanted : null;
      const tagged = tags === undefined ? {} : { tags };
      return place && id
        ? [{ ...details, ...tagged, id, place, text, partner, size, author, made, group }]
        : [];
    });
    const drawn = inkOfDrafts(drafts, ids);
    // One transaction: nobody sees the copy without what is drawn on it.
    doc.transact(() => {
      addStickers(doc, added);
      writeAlong(doc, along);
      if (drawn.length > 0) addInk(doc, strokesOf(doc, view, drawn));
    }, ORIGIN.addSticker);
    model.now();
    const step = alongStep(doc, model, addStep(model, remover, present(ids)), along);
    return { ids, step: history.record(step) };
  };

  return {
    addSticker(draft) {
      const made = make([draft]);
      const [id] = made?.ids ?? [];
      if (made === undefined || id === undefined) return undefined;
      newest = { id, step: made.step, written: false };
      return id;
    },
    addStickers: (drafts, among) => make(drafts, among)?.ids,

    discardNew(id) {
      if (writable() === undefined || newest?.id !== id || model.sticker(id)?.text.trim() !== '')
        return false;
      removeStep(model, remover, present([id]));
      history.forget(newest.step);
      newest = undefined;
      return true;
    },

    removeStickers(ids) {
      const removed = writable() === undefined ? [] : present(ids).filter(isFree);
      if (removed.length === 0) return () => undefined;
      const step = history.record(removeStep(model, remover, removed));
      return () => {
        if (writable() !== undefined && step.undo()) history.forget(step);
      };
    },

    openText(id) {
      if (writable() === undefined || model.sticker(id)?.locked === true) return undefined;
      const making = newest?.id === id && !newest.written ? newest : undefined;
      const joined = (step: Step): void => {
        if (making) making.step = step;
      };
      const session = openTextSession(
        { doc, model, history, making: making && { step: making.step, joined } },
        id,
      );
      if (making) making.written = true;
      return session;
    },
  };
}

type Changing =
  | 'moveStickers'
  | 'layStickers'
  | 'restack'
  | 'setSize'
  | 'setPartner'
  | 'setContribution'
  | 'setLocked'
  | 'setSymbol'
  | 'describePicture';

/** What changes stickers that are there. */
function changingCommands({ doc, model, history, writable, present }: Tools): Pick<BoardCommands, Changing> {
  const aspects = aspectsOf(doc);

  /** Changes one aspect of stickers, of those where that makes a difference. */
  const change = <T>(
    aspect: Aspect<T>,
    stickers: readonly Sticker[],
    next: (sticker: Sticker) => T | undefined,
  ): void => {
    const changes = new Map<string, Change<T>>();
    for (const sticker of stickers) {
      const [before, after] = [aspect.read(sticker), next(sticker)];
      if (after !== undefined && !equalityDeep(before, after)) changes.set(sticker.id, { before, after });
    }
    if (changes.size === 0) return;
    aspect.write(new Map([...changes].map(([id, { after }]) => [id, after])));
    history.record(valueStep(model, changes, aspect));
  };
  const free = (ids: Iterable<string>): Sticker[] => present(ids).filter(isFree);

  return {
    moveStickers(sheet, centers, together = false) {
      const view = writable();
      if (view === undefined) return;
      const dropped = free(centers.keys());
      const places = placesOfDropped(view, sheet, dropped, centers);
      const groups = together ? undefined : groupsOfDropped(view, sheet, dropped, centers);
      change(aspects.berth, dropped, ({ id, group }) => {
        const place = places.get(id);
        return place && berthOf({ place, group: groups ? groups.get(id) : group });
      });
    },

    layStickers(sheet, spots) {
      const view = writable();
      if (view === undefined) return;
      const laid = free(spots.keys()).filter(({ place }) => place.sheet === sheet);
      const lies = liesOf(view, sheet, laid, spots);
      change(aspects.lie, laid, ({ id }) => lies.get(id));
    },

    restack(ids, to) {
      const view = writable();
      if (view === undefined) return;
      const moved = present(ids);
      const places = placesRestacked(view, moved, to);
      change(aspects.place, moved, ({ id }) => places.get(id));
    },

    setSize(ids, size) {
      if (writable() !== undefined) change(aspects.size, free(ids), () => size);
    },

    setPartner(ids, partner) {
      const view = writable();
      if (view === undefined || (partner !== null && !isAtTable(view, partner))) return;
      change(aspects.partner, free(ids), () => partner);
    },

    setContribution(id, contribution) {
      if (writable() !== undefined)
        change(aspects.contribution, free([id]), () => contributionOf(contribution));
    },

    setSymbol(ids, symbol) {
      if (writable() !== undefined && (symbol === undefined || isSymbol(symbol)))
        change(aspects.symbol, free(ids), () => ({ symbol }));
    },

    describePicture(id, alt) {
      if (writable() === undefined) return;
      const said = alt.trim().slice(0, LIMITS.pictureAlt).toWellFormed();
      change(aspects.picture, free([id]), ({ picture }) => {
        if (picture === undefined) return undefined;
        const { alt: _before, ...bare } = picture;
        return { picture: said === '' ? bare : { ...bare, alt: said } };
      });
    },

    setLocked(ids, locked) {
      if (writable() !== undefined) change(aspects.locked, present(ids), () => locked);
    },
  };
}

function isFree({ locked }: Sticker): boolean {
  return locked !== true;
}

/** What is drawn on copies, on the stickers that these became. */
function inkOfDrafts(drafts: readonly StickerDraft[], ids: readonly string[]): InkDraft[] {
  return drafts.flatMap(({ ink = [] }, index) => {
    const sticker = ids[index];
    if (sticker === undefined) return [];
    return ink.map(({ partner, width, points }) => ({ ground: { sticker }, partner, width, points }));
  });
}

function canBeMade(view: BoardView, drafts: readonly StickerDraft[]): boolean {
  const room = LIMITS.stickers - view.byId.size;
  if (!canBeDrawn(view, inkOfDrafts(drafts, Array(drafts.length).fill('')))) return false;
  return drafts.length <= room && drafts.every(({ text = '' }) => text.length <= LIMITS.stickerText);
}

function isAtTable(view: BoardView, partner: string | null): boolean {
  return view.partners.some(({ id }) => id === partner);
}
