import { STICKER_SIDE } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { BoardHandle, StickerView } from '../board/types.ts';
import {
  isRtl,
  LINE_HEIGHT,
  readableOn,
  stickerColors,
  stickerDisc,
  stickerTextBox,
} from '../drawing/index.ts';
import { text, useText } from '../i18n/index.ts';
import { notify, useReadable } from '../ui/index.ts';
import { keepInside } from './anchoring.ts';
import { toView } from './camera.ts';
import type { CanvasModel } from './model.ts';
import type { Stage } from './stage.ts';
import type { Draft, EditResult, Writing } from './writing.ts';

interface EditorProps {
  readonly stage: Stage;
  readonly board: BoardHandle;
  readonly writing: Writing;
  readonly focusSticker: (id: string) => void;
}

/** Side of the sticker while one writes in it, in CSS pixels, however far away the sheet is. */
const SMALLEST_SIDE = 230;
/** On a small screen it takes at most this part of the smaller side of what can be seen. */
const LARGEST_PART = 0.62;

/** What is shown of the sticker being written in. */
type Edited = Pick<StickerView, 'center' | 'side' | 'partner'>;

/** A text field that lies on the sticker and looks like it: larger when the sheet is too far away to read. */
export function StickerEditor({ stage, board, writing, focusSticker }: EditorProps) {
  const t = useText('canvas');
  const { model } = stage;
  const edited = useEdited(board, writing);
  const card = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(() => model.desk.text());
  useCardPlace(model, card, edited);
  useFollowedText(model, field, setValue);
  useFinishElsewhere(model, card);
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
          complain('too-long');
        }}
        onInput={(event) => {
          const area = event.currentTarget;
          const result = model.desk.edit(area.value, area.selectionStart);
          if (result === 'ok') setValue(area.value);
          else takeBack(area, model.desk.text(), result);
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
      <EditorMark edited={edited} />
      <p className="canvas-editor-count" role="status">
        {value.length > LIMITS.stickerTextSoft ? t('editor.long', { count: value.length }) : ''}
      </p>
    </div>
  );
}

function EditorMark({ edited: { partner, side } }: { readonly edited: Edited }) {
  if (!partner) return null;
  const { radius, inset } = stickerDisc(side);
  const style = {
    right: inset,
    bottom: inset,
    width: 2 * radius,
    height: 2 * radius,
    background: partner.color,
    color: readableOn(partner.color),
    fontSize: radius * (partner.mark.length > 1 ? 0.95 : 1.25),
  };
  return (
    <span className="canvas-editor-mark" aria-hidden="true" style={style}>
      {partner.mark}
    </span>
  );
}

function useEdited(board: BoardHandle, { sticker, draft }: Writing): Edited {
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

/** Same place for letters as on the sticker; the size that fits what is written so far. */
function textStyle(stage: Stage, value: string, side: number): CSSProperties {
  const { padding } = stickerTextBox(side);
  const { size } = stage.typesetter.fit(value === '' ? '—' : value, side);
  return { padding: `${padding}px`, fontSize: Math.min(size, side * 0.16), lineHeight: LINE_HEIGHT };
}

/** Keeps the card on its sticker, large enough to read and above a keyboard on screen. */
function useCardPlace(model: CanvasModel, card: RefObject<HTMLElement | null>, edited: Edited): void {
  const { side } = edited;
  const { x, y } = edited.center;
  useLayoutEffect(() => {
    const follow = (): void => {
      const node = card.current;
      const home = node?.closest('.canvas');
      if (!node || !home) return;
      const visible = visiblePart(home);
      const room = Math.min(visible.width, visible.height) * LARGEST_PART;
      const shown = Math.max(side * model.camera.get().scale, Math.min(SMALLEST_SIDE, room));
      const center = toView(model.camera.get(), { x, y });
      const at = keepInside(center, { width: shown, height: shown }, visible);
      node.style.transform = `translate(${at.x}px, ${at.y}px) scale(${shown / side})`;
    };
    follow();
    const stop = new AbortController();
    const { visualViewport } = window;
    visualViewport?.addEventListener('resize', follow, { signal: stop.signal });
    visualViewport?.addEventListener('scroll', follow, { signal: stop.signal });
    const stopCamera = model.camera.onChange(follow);
    return () => {
      stop.abort();
      stopCamera();
    };
  }, [model, card, side, x, y]);
}

/** The part of the canvas a person can see, in CSS pixels of the canvas: a keyboard covers the rest. */
function visiblePart(home: Element) {
  const box = home.getBoundingClientRect();
  const { visualViewport } = window;
  const top = Math.max(0, (visualViewport?.offsetTop ?? 0) - box.top);
  const bottom = (visualViewport ? visualViewport.offsetTop + visualViewport.height : box.bottom) - box.top;
  return { x: 0, y: top, width: box.width, height: Math.max(0, Math.min(box.height, bottom) - top) };
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

/** A tap anywhere else on the page ends the writing; on the sheet the tools see to that. */
function useFinishElsewhere(model: CanvasModel, card: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const down = (event: PointerEvent): void => {
      if (event.target instanceof Node && card.current?.contains(event.target) !== true)
        model.finishWriting(false);
    };
    document.addEventListener('pointerdown', down, { capture: true });
    return () => document.removeEventListener('pointerdown', down, { capture: true });
  }, [model, card]);
}

/** Puts the field back to what the sticker says, the caret where it was before. */
function takeBack(area: HTMLTextAreaElement, before: string, result: Exclude<EditResult, 'ok'>): void {
  const caret = Math.max(0, area.selectionStart - (area.value.length - before.length));
  area.value = before;
  area.setSelectionRange(caret, caret);
  complain(result);
}

function complain(result: Exclude<EditResult, 'ok'>): void {
  const words =
    result === 'too-long'
      ? text('canvas', 'editor.tooLong', { limit: LIMITS.stickerText })
      : text('canvas', 'editor.full');
  notify({ text: words, tone: 'trouble' });
}
