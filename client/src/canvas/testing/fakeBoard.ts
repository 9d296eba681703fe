import type { Partner, Place } from '@samenbord/shared/board';
import {
  clampToTable,
  layoutSheet,
  type Point,
  placeAt,
  regionById,
  type SheetLayout,
  STICKER_SIDE,
} from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import { TEMPLATE_KEYS, type TemplateKey } from '@samenbord/shared/template';
import { framesOf } from '../../board/frames.ts';
import { isParkedView } from '../../board/parked.ts';
import type {
  Among,
  BoardCommands,
  BoardView,
  InkDraft,
  SheetView,
  StickerView,
  TextSession,
  UndoState,
} from '../../board/types.ts';
import { type Writable, writable } from '../../session/readable.ts';
import { fakeGroupCommands } from './fakeGroups.ts';
import { fakeLinkCommands } from './fakeLinks.ts';
import { fakeVoteCommands } from './fakeVotes.ts';

/**
 * A board in memory behind the board room's types, so that tools can be tested without documents,
 * sockets or a page. Undo takes back whole views.
 */
export interface FakeBoard {
  readonly view: Writable<BoardView>;
  readonly undo: Writable<UndoState>;
  readonly commands: BoardCommands;
  /** Every command in order, by name. */
  readonly calls: string[];
  /** What was drawn, in order. It is not shown. */
  readonly inked: readonly InkDraft[];
  /** What was made along with stickers, in order. It is not shown. */
  readonly along: readonly Among[];
  /** As if somebody else did it: not counted as a call, not undone. */
  readonly elsewhere: {
    remove(id: string): void;
    move(id: string, center: Point): void;
    write(id: string, text: string): void;
    lock(ids: readonly string[]): void;
  };
  close(): void;
}

/** Always the same, as what does not change is. */
const NOBODY: readonly string[] = [];

interface Draft {
  readonly id: string;
  readonly sheet: TemplateKey;
  readonly center: Point;
  readonly partner?: string | null;
  readonly text?: string;
  readonly size?: StickerView['size'];
}

/** A view of these stickers for these partners. */
export function makeView(partners: readonly Partner[], drafts: readonly Draft[], title = 'Test'): BoardView {
  const ids = partners.map((partner) => partner.id);
  const layouts = new Map(TEMPLATE_KEYS.map((key) => [key, layoutSheet(key, ids)]));
  const stickers = drafts.map((draft, index) => {
    const layout = layouts.get(draft.sheet);
    if (!layout) throw new RangeError(`no sheet ${draft.sheet}`);
    return sticker(draft, layout, partners, index);
  });
  return assemble({ title, partners, layouts, stickers });
}

function sticker(
  draft: Draft,
  layout: SheetLayout,
  partners: readonly Partner[],
  index: number,
): StickerView {
  const size = draft.size ?? 'M';
  const place = placeAt(layout, draft.center, index);
  return {
    id: draft.id,
    sheet: draft.sheet,
    region: shownRegion(layout, place),
    place,
    center: draft.center,
    size,
    side: STICKER_SIDE[size],
    text: draft.text ?? '',
    partner: partners.find((partner) => partner.id === draft.partner) ?? null,
    authorName: null,
    made: index,
  };
}

/** The region something lies in now: none when it is parked. */
function shownRegion(layout: SheetLayout, { region }: Place): string | null {
  return region === null ? null : (regionById(layout, region)?.id ?? null);
}

function assemble(parts: {
  readonly title: string;
  readonly partners: readonly Partner[];
  readonly layouts: ReadonlyMap<TemplateKey, SheetLayout>;
  readonly stickers: readonly StickerView[];
}): BoardView {
  const sheetOf = (key: TemplateKey): SheetView => {
    const layout = parts.layouts.get(key);
    if (!layout) throw new RangeError(`no sheet ${key}`);
    const stickers = parts.stickers
      .filter((one) => one.sheet === key)
      .sort((a, b) => a.place.z - b.place.z || (a.id < b.id ? -1 : 1));
    const groups = framesOf(stickers);
    const parked = stickers.some(isParkedView) ? { parked: NOBODY } : {};
    return { key, layout, stickers, ...parked, ...(groups.length === 0 ? {} : { groups }) };
  };
  return {
    title: parts.title,
    language: 'nl',
    partners: parts.partners,
    sheets: {
      'brengen-halen': sheetOf('brengen-halen'),
      'partnermodel-canvas': sheetOf('partnermodel-canvas'),
    },
    byId: new Map(parts.stickers.map((one) => [one.id, one])),
    links: [],
    ink: 0,
    unreadable: 0,
    access: 'write',
    loaded: true,
  };
}

/** A {@link FakeBoard} that starts with this view. */
export function fakeBoard(initial: BoardView): FakeBoard {
  const state = new FakeState(initial);
  const { view, undo, calls } = state;
  return {
    view,
    undo,
    calls,
    inked: state.inked,
    along: state.along,
    commands: commandsOf(state),
    elsewhere: elsewhereOf(state),
    close: () => undefined,
  };
}

type TextListener = Parameters<TextSession['subscribe']>[0];

class FakeState {
  readonly view: Writable<BoardView>;
  readonly undo = writable<UndoState>({ canUndo: false, canRedo: false });
  readonly calls: string[] = [];
  readonly past: BoardView[] = [];
  readonly future: BoardView[] = [];
  readonly listeners = new Map<string, Set<TextListener>>();
  readonly inked: InkDraft[] = [];
  readonly along: Among[] = [];
  made = 0;

  constructor(initial: BoardView) {
    this.view = writable(initial);
  }

  show(stickers: readonly StickerView[]): void {
    const before = this.view.get();
    const layouts = new Map(TEMPLATE_KEYS.map((key) => [key, before.sheets[key].layout]));
    const { title, partners, links, access } = before;
    this.view.set({ ...assemble({ title, partners, layouts, stickers }), links, access });
  }

  change(name: string, next: (stickers: readonly StickerView[]) => readonly StickerView[]): void {
    if (this.view.get().access !== 'write') return;
    this.calls.push(name);
    this.past.push(this.view.get());
    this.future.length = 0;
    this.show(next(this.stickers()));
    this.undo.set({ canUndo: true, canRedo: false });
  }

  go(from: BoardView[], to: BoardView[]): void {
    const other = from.pop();
    if (other) {
      to.push(this.view.get());
      this.view.set(other);
    }
    this.undo.set({ canUndo: this.past.length > 0, canRedo: this.future.length > 0 });
  }

  stickers(): StickerView[] {
    return [...this.view.get().byId.values()];
  }

  placed(one: StickerView, sheet: TemplateKey, point: Point): StickerView {
    const { layout, stickers } = this.view.get().sheets[sheet];
    const center = clampToTable(point, one.side);
    const top = (stickers.at(-1)?.place.z ?? 0) + 1;
    const at: Place = placeAt(layout, center, top, one.place.region);
    return { ...one, sheet, center, place: at, region: shownRegion(layout, at) };
  }

  write(id: string, text: string): void {
    this.show(this.stickers().map((one) => (one.id === id ? { ...one, text } : one)));
  }

  tell(id: string, change: Parameters<TextListener>[0]): void {
    for (const listener of this.listeners.get(id) ?? []) listener(change);
  }
}

function commandsOf(state: FakeState): BoardCommands {
  const each = (name: string, ids: readonly string[], next: (one: StickerView) => StickerView) =>
    state.change(name, (all) =>
      all.map((one) => (ids.includes(one.id) && (!one.locked || name === 'setLocked') ? next(one) : one)),
    );
  const make = (name: string, drafts: Parameters<BoardCommands['addStickers']>[0]) => {
    const { access, sheets, partners } = state.view.get();
    if (access !== 'write') return undefined;
    const added = drafts.map((draft) => {
      state.made += 1;
      const { layout } = sheets[draft.sheet];
      return sticker({ ...draft, id: `new-${state.made}` }, layout, partners, 1_000_000 + state.made);
    });
    state.change(name, (all) => [...all, ...added]);
    return added.map(({ id }) => id);
  };
  return {
    ...fakeLinkCommands(state),
    ...fakeGroupCommands(each),
    ...fakeVoteCommands(state),
    addSticker: (draft) => make('addSticker', [draft])?.[0],
    addStickers(drafts, among) {
      if (among) state.along.push(among);
      return make('addStickers', drafts);
    },
    discardNew(id) {
      state.change('discardNew', (all) => all.filter((one) => one.id !== id));
      return true;
    },
    moveStickers: (sheet, centers, together) =>
      each(together ? 'moveStickers together' : 'moveStickers', [...centers.keys()], (one) =>
        state.placed(one, sheet, centers.get(one.id) ?? one.center),
      ),
    layStickers: (sheet, spots) =>
      each('layStickers', [...spots.keys()], (one) => {
        const { center = one.center, size = one.size } = spots.get(one.id) ?? {};
        return state.placed({ ...one, size, side: STICKER_SIDE[size] }, sheet, center);
      }),
    restack: (ids, to) =>
      each(`restack ${to}`, ids, (one) => ({
        ...one,
        place: { ...one.place, z: to === 'front' ? 2e6 : -1 },
      })),
    setLocked: (ids, locked) =>
      each('setLocked', ids, ({ locked: _was, ...one }) => (locked ? { ...one, locked } : one)),
    setSize: (ids, size) => each('setSize', ids, (one) => ({ ...one, size, side: STICKER_SIDE[size] })),
    setPartner(ids, id) {
      const partner = state.view.get().partners.find((one) => one.id === id) ?? null;
      each('setPartner', ids, (one) => ({ ...one, partner }));
    },
    setSymbol: (ids, symbol) =>
      each('setSymbol', ids, ({ symbol: _was, ...one }) => (symbol === undefined ? one : { ...one, symbol })),
    describePicture: (id, alt) =>
      each('describePicture', [id], (one) =>
        one.picture ? { ...one, picture: { ...one.picture, alt } } : one,
      ),
    setContribution: (id, contribution) =>
      each('setContribution', [id], (one) => ({ ...one, ...contribution })),
    addInk(drafts) {
      if (state.view.get().access !== 'write') return undefined;
      state.calls.push('addInk');
      state.inked.push(...drafts);
      return drafts.map((_, index) => `ink-${index}`);
    },
    eraseInk: (ids) => void state.calls.push(`eraseInk ${ids.join(' ')}`),
    removeStickers(ids) {
      state.change('removeStickers', (all) => all.filter((one) => !ids.includes(one.id) || one.locked));
      return () => state.go(state.past, state.future);
    },
    undo() {
      state.calls.push('undo');
      state.go(state.past, state.future);
    },
    redo() {
      state.calls.push('redo');
      state.go(state.future, state.past);
    },
    openText(id) {
      const one = state.view.get().byId.get(id);
      return one && !one.locked ? textOf(state, id) : undefined;
    },
  };
}

function textOf(state: FakeState, id: string): TextSession {
  state.past.push(state.view.get());
  return {
    get: () => state.view.get().byId.get(id)?.text ?? '',
    edit(next) {
      if (next.length > LIMITS.stickerText) return 'too-long';
      state.write(id, next);
      return 'ok';
    },
    subscribe(listener) {
      const all = state.listeners.get(id) ?? new Set();
      state.listeners.set(id, all.add(listener));
      return () => all.delete(listener);
    },
    close: () => state.undo.set({ canUndo: true, canRedo: false }),
  };
}

function elsewhereOf(state: FakeState): FakeBoard['elsewhere'] {
  return {
    remove(id) {
      state.show(state.stickers().filter((one) => one.id !== id));
      state.tell(id, 'gone');
    },
    move(id, center) {
      state.show(state.stickers().map((one) => (one.id === id ? state.placed(one, one.sheet, center) : one)));
    },
    lock: (ids) =>
      state.show(state.stickers().map((one) => (ids.includes(one.id) ? { ...one, locked: true } : one))),
    write(id, text) {
      state.write(id, text);
      state.tell(id, { text, move: (position) => position });
    },
  };
}
