import { squareAt } from '@samenbord/shared/layout';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/index.ts';
import { announce, Button } from '../../ui/index.ts';
import { rectToView } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import { placeBeside } from '../sticker/anchoring.ts';
import { useAnchor } from '../sticker/useAnchor.ts';
import './more.css';

interface LinkHintProps {
  readonly model: CanvasModel;
  /** The sticker the line begins at. */
  readonly from: string;
  readonly onClose: () => void;
}

/**
 * Says what the next tap does while a line is asked for, and the way out of it. Where several people work it lies at
 * the sticker, so that everybody knows whose line it is.
 */
export function LinkHint({ model, from, onClose }: LinkHintProps) {
  const t = useText('tools');
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => announce(t('line.hint')), [t]);
  const together = model.touch.together();
  useAnchor(model, element, (size) => {
    const sticker = together ? model.view().byId.get(from) : undefined;
    if (!sticker) return undefined;
    const box = rectToView(model.camera.get(), squareAt(model.motion.centerOf(sticker), sticker.side));
    return placeBeside(box, size, model.camera.view());
  });
  return (
    <div className="canvas-link-hint" data-beside={together} ref={element}>
      <span>{t('line.hintShort')}</span>
      <Button onClick={onClose}>{t('line.cancel')}</Button>
    </div>
  );
}
