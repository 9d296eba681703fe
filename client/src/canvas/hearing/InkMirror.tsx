import type { Language } from '@samenbord/shared/template';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { fieldName } from '../../board/fieldName.ts';
import { useText } from '../../i18n/index.ts';
import { useReadable } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { drawingName, drawingsOf } from './drawings.ts';
import './hearing.css';

interface InkMirrorProps {
  readonly model: CanvasModel;
  readonly language: Language;
  /** The canvas's own element. */
  readonly home: HTMLElement;
  readonly onClose: () => void;
}

/**
 * What is drawn on the bare sheet, for those who do not see it: what it is, in whose colour and in which field, at its
 * place behind the stickers. It is no control, so Tab passes it by.
 */
export function InkMirror({ model, language, home }: InkMirrorProps) {
  const t = useText('pictorial');
  const view = useReadable(model.board.view);
  const sheet = view.sheets[useReadable(model.shownSheet)];
  const [root] = useState(() => home.querySelector('.canvas-mirror'));
  const drawings = drawingsOf(sheet, view.partners);
  if (root === null || drawings.length === 0) return null;
  const nameOf = (region: string | null): string | null =>
    region === null ? null : fieldName(sheet.layout, region, view.partners, language);
  return createPortal(
    <section aria-label={t('hear.drawings')}>
      {drawings.map((drawing) => {
        const { x, y, width, height } = drawing.box;
        return (
          <div
            key={drawing.key}
            role="img"
            className="canvas-mirror-ink"
            aria-label={drawingName(drawing, nameOf(drawing.region))}
            style={{ left: x, top: y, width, height }}
          />
        );
      })}
    </section>,
    root,
  );
}
