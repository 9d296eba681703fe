import { STICKER_SIDE } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { BoardHandle } from '../board/types.ts';
import type { EditResult, Writing } from '../board/writingDesk.ts';
import { isRtl, readableOn, stickerColors } from '../drawing/index.ts';
import { text, useText } from '../i18n/index.ts';
import { notify, useReadable } from '../ui/index.ts';
import type { CanvasModel } from './model.ts';
import type { Draft } from './newSticker.ts';
import type { Person } from './people.ts';
import type { Stage } from './stage.ts';
import { CardMark, type Edited, textStyle, useCardPlace, useElsewhere } from './stickerCard.tsx';

interface EditorProps {
  readonly stage: Stage;
  readonly board: BoardHandle;
  readonly writing: Writing<Draft>;
  readonly focusSticker: (id: string) => void;
}

/** A text field that lies on the sticker and looks like it: larger when the sheet is too far away to read. */
export function StickerEditor({ stage, board, writing, focusSticker }: EditorProps) {
  const t = useText('canvas');
  const { model } = stage;
  const edited = useEdited(board, writing);
  const card = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(() => model.desk.text());
  const writers = useReadable(model.writers);
  const others = (writing.sticker === null ? undefined : writers.get(writing.sticker)) ?? [];
  useCardPlace(model, card, edited, others.length > 0);
  const trouble = useTrouble();
  useFollowedText(model, field, setValue);
  useElsewhere(
    card,
    useCallback(() => void model.finishWriting(false), [model]),
  );
  const { ground, edge } = stickerColors(edited.partner);
  const finish = (): void => {
    const sticker = model.finishWriting(true);
    if (sticker !== null) focusSticker(sticker);
  };
  return (
    <div
      className="canvas-editor"
      ref={card}
      style={{ width: edited.side, height: edited.side, background: ground, borderColor: edge }}
    >
      <textarea
        ref={field}
        aria-label={t('editor.label')}
        placeholder={t('editor.placeholder')}
        style={textStyle(stage, value, edited.side)}
        dir={isRtl(value) ? 'rtl' : 'ltr'}
        data-scrolls
        spellCheck
        onPaste={(event) => {
          const { value: before, selectionStart, selectionEnd } = event.currentTarget;
          const pasted = event.clipboardData.getData('text/plain').length;
          if (before.length - (selectionEnd - selectionStart) + pasted <= LIMITS.stickerText) return;
          event.preventDefault();
          trouble.show('too-long');
        }}
        onInput={(event) => {
          const area = event.currentTarget;
          const result = model.desk.edit(area.value, area.selectionStart);
          if (result === 'ok') {
            trouble.clear();
            setValue(area.value);
          } else {
            takeBack(area, model.desk.text());
            trouble.show(result);
          }
        }}
        onKeyDown={(event) => {
          const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          // An Escape while letters are composed belongs to the input method.
          if ((event.key !== 'Escape' && !done) || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          finish();
        }}
      />
      <CardMark edited={edited} />
      <OtherWriters people={others} />
      <p className="canvas-editor-count" role="status">
        {value.length > LIMITS.stickerTextSoft ? t('editor.long', { count: value.length }) : ''}
      </p>
    </div>
  );
}

/** Who else writes here: the tag on the sticker itself lies under the editor. */
function OtherWriters({ people }: { readonly people: readonly Person[] }) {
  const t = useText('canvas');
  const [first] = people;
  if (!first) return null;
  return (
    <p
      className="canvas-editor-people"
      role="status"
      style={{ background: first.color, color: readableOn(first.color) }}
    >
      <span>{people.map(({ name }) => name).join(', ')}</span>
      <span>{t('people.writes', { count: people.length })}</span>
    </p>
  );
}

function useEdited(board: BoardHandle, { sticker, draft }: Writing<Draft>): Edited {
  const view = useReadable(board.view);
  const known = sticker === null ? undefined : view.byId.get(sticker);
  // The last known one, for the moment between the sticker's end and the editor's.
  const last = useRef<Edited>(undefined);
  const found = known ?? last.current ?? (draft ? editedDraft(draft, view.partners) : undefined);
  last.current = found;
  return found ?? { center: { x: 0, y: 0 }, side: STICKER_SIDE.M, partner: null };
}

function editedDraft(
  { center, size, partner }: Draft,
  partners: readonly NonNullable<Edited['partner']>[],
): Edited {
  return { center, side: STICKER_SIDE[size], partner: partners.find(({ id }) => id === partner) ?? null };
}

/** Fills the field, takes the focus, and follows what others type with the caret kept in its place. */
function useFollowedText(
  model: CanvasModel,
  field: RefObject<HTMLTextAreaElement | null>,
  show: (text: string) => void,
): void {
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.value = model.desk.text();
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
    return model.desk.onChange(({ text: next, move }) => {
      const { selectionStart, selectionEnd, selectionDirection } = area;
      area.value = next;
      area.setSelectionRange(move(selectionStart), move(selectionEnd), selectionDirection);
      show(next);
    });
  }, [model, field, show]);
}

/** Puts the field back to what the sticker says, the caret where it was before. */
function takeBack(area: HTMLTextAreaElement, before: string): void {
  const caret = Math.max(0, area.selectionStart - (area.value.length - before.length));
  area.value = before;
  area.setSelectionRange(caret, caret);
}

/** The notice that something did not fit: gone with the next letter that does, or with the editor. */
function useTrouble(): { show(result: Exclude<EditResult, 'ok'>): void; clear(): void } {
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
        result === 'too-long'
          ? text('canvas', 'editor.tooLong', { limit: LIMITS.stickerText })
          : text('canvas', 'editor.full');
      clear();
      dismiss.current = notify({ text: words, tone: 'trouble' });
    },
  };
}
