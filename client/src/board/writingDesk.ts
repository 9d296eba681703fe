import { LIMITS, type Presence } from '@samenbord/shared/protocol';
import { type Readable, writable } from '../session/readable.ts';
import type { BoardCommands, TextSession } from './types.ts';

/**
 * What is being written in: a sticker that is there, or one that will be made by its first letter.
 * @typeParam D what is said of a sticker to be made
 */
export interface Writing<D> {
  /** Another for every time somebody starts to write. */
  readonly key: number;
  readonly sticker: string | null;
  /** Where and how the new one will be. */
  readonly draft: D | null;
}

/** A change from elsewhere, for the text field: its new text, and where a position of the old text went. */
export interface TextChange {
  readonly text: string;
  readonly move: (position: number) => number;
}

export type EditResult = 'ok' | 'too-long' | 'board-full';

/**
 * Writing in one sticker at a time. A new sticker is only made when there is something in it, so that
 * looking at an empty one and leaving changes nothing on the board, for nobody.
 */
export interface WritingDesk<D> {
  readonly current: Readable<Writing<D> | null>;
  text(): string;
  writeIn(sticker: string): void;
  startNew(draft: D): void;
  /** The text field now reads `next`, with the caret at `caret`. */
  edit(next: string, caret: number): EditResult;
  /** Calls back when somebody else changed the text. */
  onChange(listener: (change: TextChange) => void): () => void;
  /** Ends it. @returns the sticker that was written in, if it is still there */
  finish(): string | null;
}

export interface WritingContext<D> {
  readonly commands: Pick<BoardCommands, 'discardNew' | 'openText'> & {
    /** @returns the new sticker's id, or `undefined` when there is no room or no writing */
    addSticker(draft: D): string | undefined;
  };
  readonly announce: (change: Pick<Presence, 'typing'>) => void;
  /** Somebody deleted the sticker being written in; its text as it was. */
  readonly gone: (text: string) => void;
}

export function createWritingDesk<D>({ commands, announce, gone }: WritingContext<D>): WritingDesk<D> {
  const current = writable<Writing<D> | null>(null);
  const listeners = new Set<(change: TextChange) => void>();
  let session: TextSession | undefined;
  let unsubscribe: (() => void) | undefined;
  /** Made while writing here: leaves again when it is left empty. */
  let isNew = false;
  let made = 0;
  /** What the sticker said last: asked of the session when it is gone, it would be too late. */
  let lastText = '';

  const close = (): void => {
    unsubscribe?.();
    session?.close();
    session = undefined;
    unsubscribe = undefined;
    isNew = false;
    if (current.get()?.sticker) announce({ typing: null });
    current.set(null);
  };

  const open = (sticker: string): boolean => {
    session = commands.openText(sticker);
    if (!session) return false;
    lastText = session.get();
    unsubscribe = session.subscribe((change) => {
      if (change === 'gone') {
        close();
        gone(lastText);
        return;
      }
      lastText = change.text;
      for (const listener of listeners) listener(change);
    });
    announce({ typing: { sticker } });
    return true;
  };

  const finish = (): string | null => {
    const writing = current.get();
    if (!writing) return null;
    const { sticker } = writing;
    const leftEmpty = isNew && sticker !== null && session?.get().trim() === '';
    close();
    return leftEmpty && commands.discardNew(sticker) ? null : sticker;
  };

  const editNow = (next: string, caret: number): EditResult => {
    const result = session?.edit(next, caret) ?? 'ok';
    if (result === 'ok') lastText = next;
    return result;
  };

  const makeFromDraft = (writing: Writing<D>, draft: D): boolean => {
    const sticker = commands.addSticker(draft);
    if (sticker === undefined || !open(sticker)) return false;
    isNew = true;
    current.set({ ...writing, sticker });
    return true;
  };

  return {
    current,
    text: () => session?.get() ?? '',
    writeIn(sticker) {
      if (current.get()?.sticker === sticker) return;
      finish();
      if (!open(sticker)) return;
      made += 1;
      current.set({ key: made, sticker, draft: null });
    },
    startNew(draft) {
      finish();
      made += 1;
      current.set({ key: made, sticker: null, draft });
    },
    edit(next, caret) {
      const writing = current.get();
      if (!writing) return 'ok';
      if (session) return editNow(next, caret);
      if (next === '' || !writing.draft) return 'ok';
      if (next.length > LIMITS.stickerText) return 'too-long';
      if (!makeFromDraft(writing, writing.draft)) return 'board-full';
      return editNow(next, caret);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    finish,
  };
}
