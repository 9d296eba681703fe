import { LIMITS } from '@samenbord/shared/protocol';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { text } from '../i18n/index.ts';
import { copyText } from './copyText.ts';
import { notify } from './notices.ts';

/** A text that is written in here and perhaps elsewhere at the same time; the writing desk of the board fits it. */
export interface WrittenText {
  text(): string;
  /** The field now reads `next`, with the caret at `caret`. */
  edit(next: string, caret: number): EditResult;
  /** Calls back when somebody else changed the text, with where a position of the old text went. */
  onChange(
    listener: (change: { readonly text: string; readonly move: (position: number) => number }) => void,
  ): () => void;
}

/** What came of an edit: when not `ok`, nothing was changed. */
export type EditResult = 'ok' | 'too-long' | 'board-full';

/** Fills the field, takes the focus, and follows what others type with the caret kept in its place. */
export function useFollowedText(
  desk: WrittenText,
  field: RefObject<HTMLTextAreaElement | null>,
  show: (text: string) => void,
): void {
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.value = desk.text();
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
    return desk.onChange(({ text: next, move }) => {
      const { selectionStart, selectionEnd, selectionDirection } = area;
      area.value = next;
      area.setSelectionRange(move(selectionStart), move(selectionEnd), selectionDirection);
      show(next);
    });
  }, [desk, field, show]);
}

/** Puts the field back to what the text says, the caret where it was before. */
export function takeBack(area: HTMLTextAreaElement, before: string): void {
  const caret = Math.max(0, area.selectionStart - (area.value.length - before.length));
  area.value = before;
  area.setSelectionRange(caret, caret);
}

/** Whether what is being pasted would make the text too long. */
export function isTooMuch(area: HTMLTextAreaElement, pasted: string): boolean {
  const { value, selectionStart, selectionEnd } = area;
  return value.length - (selectionEnd - selectionStart) + pasted.length > LIMITS.stickerText;
}

/**
 * The notice that something did not fit: gone with the next letter that does, or with the field.
 * @param full what to say when there is no room for a further sticker
 */
export function useWritingTrouble(full: string): {
  show(result: Exclude<EditResult, 'ok'>): void;
  clear(): void;
} {
  const dismiss = useRef<() => void>(undefined);
  const clear = useCallback(() => {
    dismiss.current?.();
    dismiss.current = undefined;
  }, []);
  useEffect(() => clear, [clear]);
  return {
    clear,
    show(result) {
      const words =
        result === 'too-long' ? text('ui', 'writing.tooLong', { limit: LIMITS.stickerText }) : full;
      clear();
      dismiss.current = notify({ text: words, tone: 'trouble' });
    },
  };
}

/** What somebody was typing when the sticker went: offered, so that it is not lost. */
export function keepLostText(lost: string): void {
  if (lost.trim() === '') {
    notify({ text: text('ui', 'writing.gone') });
    return;
  }
  const run = async (): Promise<void> => {
    if (await copyText(lost)) notify({ text: text('ui', 'writing.copied') });
  };
  notify({
    text: text('ui', 'writing.gone'),
    tone: 'trouble',
    action: { label: text('ui', 'writing.copyText'), run: () => void run() },
  });
}
