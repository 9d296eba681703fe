import { LIMITS } from '@samenbord/shared/protocol';
import Check from 'lucide-react/icons/check';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { isRtl, stickerColors } from '../../drawing/index.ts';
import { useText } from '../../i18n/index.ts';
import {
  Button,
  isTooMuch,
  PartnerMark,
  takeBack,
  useFollowedText,
  useReadable,
  useWritingTrouble,
} from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { pressed } from './keys.ts';
import { lanesIn } from './lanes.ts';
import { WALL_TEXT } from './legible.ts';
import { ScreenKeyboard } from './ScreenKeyboard.tsx';
import type { WallPlace } from './wallWriting.ts';

interface WallEditorProps {
  readonly model: CanvasModel;
  readonly place: WallPlace;
  readonly onDone: () => void;
}

/** Where one person at the wall writes: the text, a caret of their own, and keys. Keys of a real keyboard come here when it was touched last. */
export function WallEditor({ model, place, onDone }: WallEditorProps) {
  const t = useText('wall');
  const near = useText('near');
  const { desk } = place;
  const home = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(() => desk.text());
  const trouble = useWritingTrouble(near('editor.full'));
  const caret = useCaret(field, value);
  useFollowedText(desk, field, setValue);
  useStanding(model, home, place);
  const partner = usePartner(model, place);
  const { ground, edge } = stickerColors(partner);

  /** The field reads this now; taken back when it does not fit. */
  const write = (area: HTMLTextAreaElement): void => {
    const result = desk.edit(area.value, area.selectionStart);
    if (result === 'ok') {
      trouble.clear();
      setValue(area.value);
    } else {
      takeBack(area, desk.text());
      trouble.show(result);
    }
  };
  const press = (key: string): void => {
    const area = field.current;
    if (!area) return;
    const next = pressed({ text: area.value, start: area.selectionStart, end: area.selectionEnd }, key);
    const changed = next.text !== area.value;
    if (changed) area.value = next.text;
    area.setSelectionRange(next.start, next.end);
    if (changed) write(area);
    caret.look();
  };
  return (
    <section
      ref={home}
      className="wall-editor"
      aria-label={partner ? t('editor.of', { partner: partner.name }) : t('editor.label')}
      // What was touched last has the keys of a real keyboard.
      onPointerDown={() => field.current?.focus({ preventScroll: true })}
      onMouseDown={(event) => event.target !== field.current && event.preventDefault()}
    >
      <div className="wall-editor-top">
        {partner ? <PartnerMark mark={partner.mark} color={partner.color} size="large" /> : null}
        <span className="wall-editor-namens">{partner?.name ?? ''}</span>
        <Button tone="primary" icon={<Check aria-hidden />} onClick={onDone}>
          {t('editor.done')}
        </Button>
      </div>
      <div
        className="wall-editor-text"
        style={{ background: ground, borderColor: edge, fontSize: WALL_TEXT }}
      >
        <textarea
          ref={field}
          aria-label={near('editor.label')}
          placeholder={near('editor.placeholder')}
          inputMode="none"
          maxLength={LIMITS.stickerText}
          dir={isRtl(value) ? 'rtl' : 'ltr'}
          data-scrolls
          spellCheck={false}
          onSelect={caret.look}
          onScroll={caret.look}
          onPaste={(event) => {
            if (!isTooMuch(event.currentTarget, event.clipboardData.getData('text/plain'))) return;
            event.preventDefault();
            trouble.show('too-long');
          }}
          onInput={(event) => write(event.currentTarget)}
          onKeyDown={(event) => {
            event.stopPropagation();
            const ends =
              event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
            if (!ends || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onDone();
          }}
        />
        <div className="wall-editor-caret" aria-hidden="true" ref={caret.mirror}>
          {value.slice(0, caret.at)}
          <span />
          {value.slice(caret.at)}
        </div>
      </div>
      <ScreenKeyboard onPress={press} />
    </section>
  );
}

/** A caret that is also there while the keys go elsewhere: drawn in a copy of the text that lies over it, unseen. */
function useCaret(field: RefObject<HTMLTextAreaElement | null>, value: string) {
  const [at, setAt] = useState(value.length);
  const mirror = useRef<HTMLDivElement>(null);
  const look = (): void => {
    const area = field.current;
    if (!area) return;
    setAt(area.selectionEnd);
    if (mirror.current) mirror.current.scrollTop = area.scrollTop;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text may have moved it.
  useLayoutEffect(look, [value]);
  return { at, mirror, look };
}

/** Who the sticker speaks for, also before its first letter. */
function usePartner(model: CanvasModel, { desk }: WallPlace) {
  const writing = useReadable(desk.current);
  return useReadable(model.board.view, ({ byId, partners }) => {
    const sticker = writing?.sticker ? byId.get(writing.sticker) : undefined;
    if (sticker) return sticker.partner;
    return partners.find(({ id }) => id === writing?.draft?.partner) ?? null;
  });
}

/** CSS pixels between an editor and the edges of the view. */
const MARGIN = 12;

/** Keeps the editor in its lane, at the height where that person stands, and wholly in view. */
function useStanding(model: CanvasModel, home: RefObject<HTMLElement | null>, { lane, at }: WallPlace): void {
  useLayoutEffect(() => {
    const stand = (): void => {
      const node = home.current;
      if (!node) return;
      const { width, height } = model.camera.view();
      const wide = width / lanesIn(width);
      const low = Math.max(MARGIN, height - node.offsetHeight - MARGIN);
      node.style.left = `${lane * wide + (wide - node.offsetWidth) / 2}px`;
      node.style.top = `${Math.min(low, Math.max(MARGIN, at.y - node.offsetHeight / 2))}px`;
    };
    stand();
    const observer = new ResizeObserver(stand);
    const canvas = home.current?.closest('.canvas');
    for (const node of [home.current, canvas]) if (node) observer.observe(node);
    return () => observer.disconnect();
  }, [model, home, lane, at]);
}
