import type { LinkKind } from '@samenbord/shared/board';
import type { BoardCommands, BoardView } from '../../board/types.ts';
import { type Writable, writable } from '../../session/readable.ts';

/** What a person does with lines between stickers. */
export interface Lines {
  /** The line that is selected; never together with stickers. */
  readonly chosen: Writable<string | null>;
  /** The sticker of which a line is asked for: the next sticker that is tapped is its other end. */
  readonly from: Writable<string | null>;
  /** What the next line will say: as the last one does. */
  readonly kind: Writable<LinkKind>;
  choose(id: string | null): void;
  begin(from: string): void;
  /** A sticker was tapped, or Enter pressed on it. @returns whether a line was asked for: it is made now, or given up */
  finish(to: string | null): boolean;
  /** Makes a line and selects it, so that it can be given another kind at once. */
  connect(from: string, to: string): void;
  setKind(id: string, kind: LinkKind): void;
  turn(id: string): void;
  /** @returns whether there was one to remove */
  removeChosen(): boolean;
  /** Escape. @returns whether there was anything to let go of */
  letGo(): boolean;
  boardChanged(): void;
}

interface LinesContext {
  readonly view: () => BoardView;
  readonly commands: Pick<BoardCommands, 'addLink' | 'changeLink' | 'removeLinks'>;
  readonly selection: Writable<readonly string[]>;
  readonly changed: () => void;
}

export function createLines({ view, commands, selection, changed }: LinesContext): Lines {
  const chosen = writable<string | null>(null);
  const from = writable<string | null>(null);
  const kind = writable<LinkKind>('belongs');
  for (const one of [chosen, from]) one.subscribe(changed);
  selection.subscribe(() => {
    if (selection.get().length > 0) chosen.set(null);
  });

  const lines: Lines = {
    chosen,
    from,
    kind,
    choose(id) {
      if (id !== null) selection.set([]);
      chosen.set(id);
    },
    begin(sticker) {
      if (view().access === 'write') from.set(sticker);
    },
    finish(to) {
      const start = from.get();
      if (start === null) return false;
      from.set(null);
      if (to !== null) lines.connect(start, to);
      return true;
    },
    connect(start, to) {
      const made = commands.addLink(start, to, kind.get());
      if (made !== undefined) lines.choose(made);
    },
    setKind(id, next) {
      kind.set(next);
      commands.changeLink(id, { kind: next });
    },
    turn: (id) => commands.changeLink(id, { turned: true }),
    removeChosen() {
      const id = chosen.get();
      if (id === null || view().access !== 'write') return false;
      commands.removeLinks([id]);
      chosen.set(null);
      return true;
    },
    letGo() {
      if (lines.finish(null)) return true;
      if (chosen.get() === null) return false;
      chosen.set(null);
      return true;
    },
    boardChanged() {
      const { byId, access, links } = view();
      const start = from.get();
      if (start !== null && (!byId.has(start) || access !== 'write')) from.set(null);
      const id = chosen.get();
      if (id !== null && !links.some((link) => link.id === id)) chosen.set(null);
    },
  };
  return lines;
}
