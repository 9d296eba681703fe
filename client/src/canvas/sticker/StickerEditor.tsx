import { STICKER_SIDE } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import { useCallback, useRef, useState } from 'react';
import type { BoardHandle } from '../../board/types.ts';
import type { Writing } from '../../board/writingDesk.ts';
import { isRtl, readableOn, stickerColors } from '../../drawing/index.ts';
import { useText } from '../../i18n/index.ts';
import { isTooMuch, takeBack, useFollowedText, useReadable, useWritingTrouble } from '../../ui/index.ts';
import type { Person } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { Draft } from '../writing/newSticker.ts';
import { CardMark, type Edited, textStyle, useCardPlace, useElsewhere } from './stickerCard.tsx';

export interface EditorProps {
  readonly stage: Stage;
  readonly board: BoardHandle;
  readonly writing: Writing<Draft>;
  readonly focusSticker: (id: string) => void;
  /** For when it cannot be shown. */
  readonly onClose?: () => void;
}

/** A text field that lies on the sticker and looks like it: larger when the sheet is too far away to read. */
export function StickerEditor({ stage, board, writing, focusSticker }: EditorProps) {
  const t = useText('near');
  const ui = useText('ui');
  const { model } = stage;
  const edited = useEdited(board, writing);
  const card = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(() => model.desk.text());
  const writers = useReadable(model.writers);
  const others = (writing.sticker === null ? undefined : writers.get(writing.sticker)) ?? [];
  useCardPlace(model, card, edited, others.length > 0);
  const trouble = useWritingTrouble(t('editor.full'));
  useFollowedText(model.desk, field, setValue);
  useElsewhere(
    card,
    useCallback(() => void model.writer.finish(false), [model]),
  );
  const { ground, edge } = stickerColors(edited.partner);
  const finish = (): void => {
    const sticker = model.writer.finish(true);
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
          if (!isTooMuch(event.currentTarget, event.clipboardData.getData('text/plain'))) return;
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
          // Keys while letters are composed belong to the input method.
          if (event.nativeEvent.isComposing) return;
          const next = goesOn(event, value);
          if (event.key !== 'Escape' && !next) return;
          event.preventDefault();
          event.stopPropagation();
          if (next && value.trim() !== '') model.writer.next();
          else finish();
        }}
      />
      <CardMark edited={edited} />
      <OtherWriters people={others} />
      <p className="canvas-editor-count" role="status">
        {value.length > LIMITS.stickerTextSoft ? ui('writing.long', { count: value.length }) : ''}
      </p>
    </div>
  );
}

/**
 * Whether a key asks for the next sticker: control with Enter, and Tab once something is written. From an empty
 * one Tab leaves, as it does from any field.
 */
function goesOn({ key, ctrlKey, metaKey, shiftKey }: React.KeyboardEvent, value: string): boolean {
  if (key === 'Enter') return ctrlKey || metaKey;
  return key === 'Tab' && !shiftKey && !ctrlKey && value.trim() !== '';
}

/** Who else writes here: the tag on the sticker itself lies under the editor. */
function OtherWriters({ people }: { readonly people: readonly Person[] }) {
  const t = useText('near');
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
