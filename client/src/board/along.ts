import {
  addLinks,
  groupsOf,
  type LinkValue,
  linksOf,
  readGroups,
  writeGroups,
  writeLinks,
} from '@samenbord/shared/board';
import { contains } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import { equalityDeep } from 'lib0/function';
import type * as Y from 'yjs';
import type { Step } from './history.ts';
import type { Model } from './model.ts';
import type { Among, BoardView, StickerDraft } from './types.ts';

/** Lines and frames that are made with stickers, under the ids they get. */
export interface Along {
  readonly links: ReadonlyMap<string, LinkValue>;
  /** Titles of new groups. */
  readonly titles: ReadonlyMap<string, string>;
  /** The group of each draft: a new one, the one in whose frame it is laid, or none. */
  readonly groups: readonly (string | undefined)[];
}

/**
 * What comes along with drafts that get these ids.
 * @returns `undefined` when there is no room for all of it
 */
export function alongOf(
  doc: Y.Doc,
  view: BoardView,
  drafts: readonly StickerDraft[],
  ids: readonly string[],
  { links, groups }: Among,
  newId: () => string,
): Along | undefined {
  const full =
    (links.length > 0 && linksOf(doc).size + links.length > LIMITS.links) ||
    (groups.length > 0 && readGroups(doc).size + groups.length > LIMITS.groups);
  if (full) return undefined;
  const made = groups.map((group) => ({ ...group, id: newId() }));
  const groupOf = new Map(made.flatMap(({ id, members }) => members.map((at) => [at, id] as const)));
  return {
    links: new Map(
      links.flatMap(({ from, to, kind }) => {
        const [one, other] = [ids[from], ids[to]];
        return one && other && one !== other ? [[newId(), { from: one, to: other, kind }] as const] : [];
      }),
    ),
    titles: new Map(made.map(({ id, title }) => [id, title])),
    groups: drafts.map((draft, at) => groupOf.get(at) ?? groupAt(view, draft)),
  };
}

/** The group in whose frame a new sticker is laid. */
function groupAt({ sheets }: BoardView, { sheet, center }: StickerDraft): string | undefined {
  return sheets[sheet].groups?.findLast(({ box }) => contains(box, center))?.id;
}

/** Writes lines and frames. Call inside the transaction that makes the stickers. */
export function writeAlong(doc: Y.Doc, { links, titles }: Along): void {
  if (links.size > 0)
    addLinks(
      doc,
      [...links].map(([id, value]) => ({ id, ...value })),
    );
  if (titles.size > 0) writeGroups(doc, { titles, members: new Map() });
}

/**
 * The making of stickers with what came along. When it is taken back, lines of which an end is gone and frames around
 * nobody go too; what hangs on a sticker that a colleague changed, and so stays, stays with it.
 */
export function alongStep(doc: Y.Doc, model: Model, making: Step, { links, titles }: Along): Step {
  if (links.size + titles.size === 0) return making;
  let taken: Pick<Along, 'links' | 'titles'> = { links: new Map(), titles: new Map() };
  const prune = (): void => {
    const { byId } = model.now();
    const inUse = new Set([...byId.values()].map(({ group }) => group?.id));
    taken = {
      links: new Map(
        [...links].filter(
          ([id, value]) =>
            equalityDeep(linksOf(doc).get(id), value) && !(byId.has(value.from) && byId.has(value.to)),
        ),
      ),
      titles: new Map(
        [...titles].filter(([id, title]) => equalityDeep(groupsOf(doc).get(id), { title }) && !inUse.has(id)),
      ),
    };
    write(taken, () => undefined);
  };
  const write = (what: Pick<Along, 'links' | 'titles'>, as: <T>(value: T) => T | undefined): void => {
    const all = <T>(values: ReadonlyMap<string, T>) =>
      new Map([...values].map(([id, value]) => [id, as(value)]));
    writeLinks(doc, all(what.links));
    writeGroups(doc, { titles: all(what.titles), members: new Map() });
  };
  return {
    stands: () => making.stands?.() !== false,
    undo: () => {
      if (!making.undo()) return false;
      prune();
      return true;
    },
    redo: () => {
      if (!making.redo()) return false;
      write(taken, (value) => value);
      return true;
    },
    drop: () => making.drop?.(),
  };
}
