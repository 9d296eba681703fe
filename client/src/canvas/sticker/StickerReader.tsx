import { useEffect, useRef } from 'react';
import type { StickerView } from '../../board/types.ts';
import { isRtl, stickerColors } from '../../drawing/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Stage } from '../stage.ts';
import { CardMark, textStyle, useCardPlace, useElsewhere } from './stickerCard.tsx';

interface ReaderProps {
  readonly stage: Stage;
  readonly sticker: StickerView;
  readonly onClose: () => void;
}

/** A sticker as large as when one writes in it, for who only reads. */
export function StickerReader({ stage, sticker, onClose: close }: ReaderProps) {
  const t = useText('near');
  const { model } = stage;
  const card = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useCardPlace(model, card, sticker);
  useElsewhere(card, close);
  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const { ground, edge } = stickerColors(sticker.partner);
  return (
    <div
      className="canvas-editor canvas-reader"
      ref={card}
      style={{ width: sticker.side, height: sticker.side, background: ground, borderColor: edge }}
    >
      <textarea
        ref={field}
        aria-label={t('reader.label')}
        readOnly
        value={sticker.text}
        style={textStyle(stage, sticker.text, sticker.side)}
        dir={isRtl(sticker.text) ? 'rtl' : 'ltr'}
        data-scrolls
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter') return;
          event.preventDefault();
          event.stopPropagation();
          close();
        }}
      />
      <CardMark edited={sticker} />
    </div>
  );
}
