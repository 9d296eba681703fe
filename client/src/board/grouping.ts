import { type GroupValues, readGroups, type Sticker, writeGroups } from '@samenbord/shared/board';
import { contains, groupFrame, type Point } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import type { TemplateKey } from '@samenbord/shared/template';
import type * as Y from 'yjs';
import type { History, Step } from './history.ts';
import type { Model } from './model.ts';
import type { Change } from './steps.ts';
import type { BoardCommands, BoardView, GroupView } from './types.ts';

type Grouping = 'group' | 'ungroup' | 'renameGroup';

interface GroupTools {
  readonly doc: Y.Doc;
  readonly model: Model;
  readonly history: History;
  readonly newId: () => string;
  /** The present board, when this person may write. */
  readonly writable: () => BoardView | undefined;
  readonly present: (ids: Iterable<string>) => Sticker[];
}

type Changes<T> = ReadonlyMap<string, Change<T | undefined>>;

/** What puts a frame around stickers, names it and takes it away. */
export function groupCommands(tools: GroupTools): Pick<BoardCommands, Grouping> {
  const { doc, model, history, newId, writable, present } = tools;
  const titleOf = (id: string): string | undefined => readGroups(doc).get(id);

  const write = (titles: Changes<string>, members: Changes<string>): void => {
    writeGroups(doc, { titles: afterOf(titles), members: afterOf(members) });
    history.record(groupStep(doc, model, titles, members));
  };

  return {
    group(ids, title) {
      const view = writable();
      const chosen = present(ids).filter(({ locked }) => locked !== true);
      const sheet = chosen[0]?.place.sheet;
      const stickers = chosen.filter(({ place }) => place.sheet === sheet);
      const said = titled(title);
      if (!view || said === undefined || stickers.length === 0) return undefined;
      const emptied = groupsIn(view).filter(({ members }) =>
        members.every((id) => stickers.some((one) => one.id === id)),
      );
      if (readGroups(doc).size - emptied.length >= LIMITS.groups) return undefined;
      const id = newId();
      const titles = new Map<string, Change<string | undefined>>([[id, { before: undefined, after: said }]]);
      for (const gone of emptied) titles.set(gone.id, { before: gone.title, after: undefined });
      write(titles, new Map(stickers.map((one) => [one.id, { before: one.group, after: id }])));
      return id;
    },

    ungroup(ids) {
      const view = writable();
      const groups = view ? groupsIn(view).filter(({ id }) => ids.includes(id)) : [];
      if (groups.length === 0) return;
      write(
        new Map(groups.map(({ id, title }) => [id, { before: title, after: undefined }])),
        new Map(
          groups.flatMap(({ id, members }) =>
            members.map((one) => [one, { before: id, after: undefined }] as const),
          ),
        ),
      );
    },

    renameGroup(id, title) {
      const [before, after] = [titleOf(id), titled(title)];
      if (!writable() || before === undefined || after === undefined || before === after) return;
      write(new Map([[id, { before, after }]]), new Map());
    },
  };
}

/** A title as it is kept; `undefined` for one that is too long. */
function titled(title: string): string | undefined {
  const said = title.trim();
  return [...said].length > LIMITS.groupTitle ? undefined : said;
}

function groupsIn(view: BoardView): readonly GroupView[] {
  return Object.values(view.sheets).flatMap(({ groups }) => groups ?? []);
}

function afterOf<T>(changes: Changes<T>): ReadonlyMap<string, T | undefined> {
  return new Map([...changes].map(([id, { after }]) => [id, after]));
}

/** Undone and done again as far as it is as this step left it: what colleagues made of it stays. */
function groupStep(doc: Y.Doc, model: Model, titles: Changes<string>, members: Changes<string>): Step {
  const go = (from: 'before' | 'after', to: 'before' | 'after'): boolean => {
    model.now();
    const known = readGroups(doc);
    const pick = <T>(changes: Changes<T>, now: (id: string) => T | undefined) =>
      new Map([...changes].flatMap(([id, one]) => (now(id) === one[from] ? [[id, one[to]] as const] : [])));
    const values: GroupValues = {
      titles: pick(titles, (id) => known.get(id)),
      members: pick(members, (id) => model.sticker(id)?.group),
    };
    const any = values.titles.size + values.members.size > 0;
    if (any) writeGroups(doc, values);
    return any;
  };
  return { undo: () => go('after', 'before'), redo: () => go('before', 'after') };
}

/**
 * The group of each sticker after a drop. One that is laid down outside its frame, as that was, leaves it; one that
 * is laid down in a frame joins it; a group of which all move together stays one.
 */
export function groupsOfDropped(
  view: BoardView,
  sheet: TemplateKey,
  dropped: readonly Sticker[],
  centers: ReadonlyMap<string, Point>,
): ReadonlyMap<string, string | undefined> {
  const all = groupsIn(view);
  if (all.length === 0) return new Map(dropped.map(({ id, group }) => [id, group]));
  const isWhole = ({ members }: GroupView): boolean => members.every((id) => centers.has(id));
  const here = (view.sheets[sheet].groups ?? []).filter((group) => !isWhole(group));
  const open = here.map(({ id, members }) => {
    const stay = members.filter((one) => !centers.has(one)).map((one) => view.byId.get(one));
    return { id, box: groupFrame(stay.filter((one) => one !== undefined)) };
  });
  return new Map(
    dropped.map(({ id, group, place }) => {
      const center = centers.get(id);
      const own = all.find((one) => one.id === group);
      const holds = own && center && place.sheet === sheet && contains(own.box, center);
      if (own && (isWhole(own) || holds)) return [id, own.id];
      return [id, open.find(({ box }) => box && center && contains(box, center))?.id];
    }),
  );
}
