import type { Partner } from '@samenbord/shared/board';
import { TEMPLATE_KEYS, type TemplateKey } from '@samenbord/shared/template';
import { equalityDeep } from 'lib0/function';
import { keepFrames } from './frames.ts';
import { bySheet, layoutsFor } from './layouts.ts';
import { parkedFrom } from './parked.ts';
import type { Reading } from './reader.ts';
import { byStacking, keepSame, resolve } from './resolve.ts';
import type { BoardView, SheetView, StickerView } from './types.ts';

/** What there is to draw before anything has arrived. */
export function emptyView(): BoardView {
  const layouts = layoutsFor([]);
  return {
    title: '',
    language: 'nl',
    partners: [],
    sheets: bySheet((key) => ({ key, layout: layouts[key], stickers: [] })),
    byId: new Map(),
    links: [],
    ink: 0,
    unreadable: 0,
    access: 'observer',
    loaded: false,
  };
}

/**
 * The view after a reading. Whatever looks the same keeps its object; when everything does, the old view
 * itself comes back.
 * @param before what the reading of the old view said, as far as it is not in that
 */
export function nextView(
  old: BoardView,
  reading: Reading,
  before: Partial<Pick<Reading, 'groups'>>,
  state: Pick<BoardView, 'access' | 'loaded'>,
): BoardView {
  const { title, language } = reading.table;
  const partners = keepPartners(old.partners, reading.table.partners);
  const layouts = sameIds(old.partners, partners)
    ? bySheet((key) => old.sheets[key].layout)
    : layoutsFor(partners.map(({ id }) => id));
  const regrouped = before.groups !== reading.groups ? groupedIn(reading) : [];
  const everything = partners === old.partners ? [] : old.byId.keys();
  const candidates = new Set([...everything, ...regrouped, ...reading.touched]);
  const changed = new Map<string, StickerView | undefined>();
  for (const id of candidates) {
    const was = old.byId.get(id);
    const sticker = reading.stickers.get(id);
    const after = sticker && keepSame(was, resolve(sticker, layouts, partners, reading));
    if (after !== was) changed.set(id, after);
  }
  const byId = changed.size === 0 ? old.byId : withChanges(old.byId, changed);
  const links = reading.links.filter(({ from, to }) => byId.has(from) && byId.has(to));
  const next: BoardView = {
    title,
    language,
    partners,
    sheets: keepSheets(old.sheets, (key) => nextSheet(old.sheets[key], layouts[key], changed, reading)),
    byId,
    links: keepItems(old.links, links),
    ink: reading.ink.count,
    unreadable: reading.unreadable,
    ...state,
  };
  return (Object.keys(next) as (keyof BoardView)[]).every((key) => next[key] === old[key]) ? old : next;
}

function keepPartners(old: readonly Partner[], next: readonly Partner[]): readonly Partner[] {
  const known = new Map(old.map((partner) => [partner.id, partner]));
  const kept = next.map((partner) => {
    const before = known.get(partner.id);
    return before !== undefined && equalityDeep(before, partner) ? before : partner;
  });
  return keepItems(old, kept);
}

function groupedIn({ stickers }: Reading): string[] {
  return [...stickers.values()].filter(({ group }) => group !== undefined).map(({ id }) => id);
}

type Changes = ReadonlyMap<string, StickerView | undefined>;

function withChanges(byId: BoardView['byId'], changed: Changes): BoardView['byId'] {
  const next = new Map(byId);
  for (const [id, sticker] of changed) {
    if (sticker === undefined) next.delete(id);
    else next.set(id, sticker);
  }
  return next;
}

function keepSheets(old: BoardView['sheets'], make: (key: TemplateKey) => SheetView): BoardView['sheets'] {
  const next = bySheet(make);
  return TEMPLATE_KEYS.every((key) => next[key] === old[key]) ? old : next;
}

function nextSheet(
  old: SheetView,
  layout: SheetView['layout'],
  changed: Changes,
  { former, ink: { sheets } }: Pick<Reading, 'former' | 'ink'>,
): SheetView {
  const stickers = restack(old, changed);
  const parked = keepParked(old.parked, parkedFrom(stickers, former));
  const ink = sheets[old.key].length === 0 ? undefined : sheets[old.key];
  const groups = stickers === old.stickers ? old.groups : keepFrames(old.groups, stickers);
  const same = stickers === old.stickers && layout === old.layout;
  if (same && parked === old.parked && ink === old.ink) return old;
  return {
    key: old.key,
    layout,
    stickers,
    ...(parked === undefined ? {} : { parked }),
    ...(ink === undefined ? {} : { ink }),
    ...(groups === undefined ? {} : { groups }),
  };
}

function keepParked(old: SheetView['parked'], next: SheetView['parked']): SheetView['parked'] {
  return old !== undefined && next !== undefined ? keepItems(old, next) : next;
}

function restack({ key, stickers }: SheetView, changed: Changes): readonly StickerView[] {
  const came = [...changed.values()].filter((sticker) => sticker?.sheet === key) as StickerView[];
  const stayed = stickers.filter((sticker) => !changed.has(sticker.id));
  if (came.length === 0 && stayed.length === stickers.length) return stickers;
  // Nearly sorted already, which the engine's merge sort makes use of.
  return [...stayed, ...came].sort(byStacking);
}

const sameIds = (a: readonly Partner[], b: readonly Partner[]): boolean =>
  a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);

const keepItems = <T>(old: readonly T[], next: readonly T[]): readonly T[] =>
  old.length === next.length && old.every((item, index) => item === next[index]) ? old : next;
