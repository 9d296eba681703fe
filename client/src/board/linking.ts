import { addLinks, type LinkKind, type LinkValue, linksOf, writeLinks } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import { equalityDeep } from 'lib0/function';
import type * as Y from 'yjs';
import type { History, Step } from './history.ts';
import type { Change } from './steps.ts';
import type { BoardCommands, BoardView, LinkView } from './types.ts';

type Linking = 'addLink' | 'changeLink' | 'removeLinks';

interface LinkTools {
  readonly doc: Y.Doc;
  readonly history: History;
  readonly newId: () => string;
  /** The present board, when this person may write. */
  readonly writable: () => BoardView | undefined;
}

/** Kinds that read the same from either end. */
const MUTUAL: ReadonlySet<LinkKind> = new Set(['match', 'belongs', 'tension', 'same']);

/** What makes, changes and removes lines between stickers. */
export function linkCommands({ doc, history, newId, writable }: LinkTools): Pick<BoardCommands, Linking> {
  const linkOf = (id: string): LinkView | undefined => writable()?.links.find((link) => link.id === id);

  const write = (changes: ReadonlyMap<string, Change<LinkValue | undefined>>): void => {
    if (changes.size === 0) return;
    writeLinks(doc, new Map([...changes].map(([id, { after }]) => [id, after])));
    history.record(linkStep(doc, changes));
  };

  return {
    addLink(from, to, kind) {
      const view = writable();
      if (!view || from === to || !view.byId.has(from) || !view.byId.has(to)) return undefined;
      const same = view.links.find((link) => isSame(link, { from, to, kind }));
      if (same) return same.id;
      if (linksOf(doc).size >= LIMITS.links) return undefined;
      const id = newId();
      const after = { from, to, kind };
      addLinks(doc, [{ id, ...after }]);
      history.record(linkStep(doc, new Map([[id, { before: undefined, after }]])));
      return id;
    },

    changeLink(id, { kind, turned = false }) {
      const link = linkOf(id);
      if (!link) return;
      const before = valueOfLink(link);
      const [from, to] = turned ? [link.to, link.from] : [link.from, link.to];
      const after = { from, to, kind: kind ?? link.kind };
      if (!equalityDeep(before, after)) write(new Map([[id, { before, after }]]));
    },

    removeLinks(ids) {
      const links = [...new Set(ids)].map(linkOf).filter((link) => link !== undefined);
      write(new Map(links.map((link) => [link.id, { before: valueOfLink(link), after: undefined }])));
    },
  };
}

function valueOfLink({ from, to, kind }: LinkView): LinkValue {
  return { from, to, kind };
}

function isSame(link: LinkView, { from, to, kind }: LinkValue): boolean {
  if (link.kind !== kind) return false;
  return (link.from === from && link.to === to) || (MUTUAL.has(kind) && link.from === to && link.to === from);
}

/** Undone and done again only where a line is as this step left it: what a colleague made of it stays. */
function linkStep(doc: Y.Doc, changes: ReadonlyMap<string, Change<LinkValue | undefined>>): Step {
  const go = (from: 'before' | 'after', to: 'before' | 'after'): boolean => {
    const mine = [...changes].filter(([id, change]) => equalityDeep(linksOf(doc).get(id), change[from]));
    if (mine.length > 0) writeLinks(doc, new Map(mine.map(([id, change]) => [id, change[to]])));
    return mine.length > 0;
  };
  return { undo: () => go('after', 'before'), redo: () => go('before', 'after') };
}
