import type { BoardCommands, BoardView, LinkView } from '../../board/types.ts';
import type { Writable } from '../../session/readable.ts';

type Linking = 'addLink' | 'changeLink' | 'removeLinks';

/** Lines of a board in memory. */
export function fakeLinkCommands(state: {
  readonly view: Writable<BoardView>;
  readonly calls: string[];
  readonly past: BoardView[];
}): Pick<BoardCommands, Linking> {
  let made = 0;
  const change = (name: string, next: (links: readonly LinkView[]) => readonly LinkView[]): void => {
    const view = state.view.get();
    if (view.access !== 'write') return;
    state.calls.push(name);
    state.past.push(view);
    state.view.set({ ...view, links: next(view.links) });
  };
  return {
    addLink(from, to, kind) {
      if (state.view.get().access !== 'write' || from === to) return undefined;
      made += 1;
      const id = `link-${made}`;
      change('addLink', (links) => [...links, { id, from, to, kind }]);
      return id;
    },
    changeLink: (id, { kind, turned }) =>
      change('changeLink', (links) =>
        links.map((link) => {
          if (link.id !== id) return link;
          const [from, to] = turned ? [link.to, link.from] : [link.from, link.to];
          return { id, from, to, kind: kind ?? link.kind };
        }),
      ),
    removeLinks: (ids) => change('removeLinks', (links) => links.filter(({ id }) => !ids.includes(id))),
  };
}
