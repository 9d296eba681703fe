import type { Point } from '@samenbord/shared/layout';
import { useText } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Button } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { pasteTexts } from './pasting.ts';

interface PasteDialogProps {
  readonly model: CanvasModel;
  readonly texts: readonly string[];
  readonly at: Point | null;
  readonly onClose: () => void;
}

/** Whether so many stickers are really meant. */
export function PasteDialog({ model, texts, at, onClose }: PasteDialogProps) {
  const t = useText('tools');
  const count = texts.length;
  const footer = (
    <>
      <Button onClick={onClose}>{t('paste.cancel')}</Button>
      <Button
        tone="primary"
        onClick={() => {
          onClose();
          pasteTexts(model, texts, at);
        }}
      >
        {t('paste.go', { count })}
      </Button>
    </>
  );
  return (
    <Dialog title={t('paste.title', { count })} footer={footer} onClose={onClose}>
      <p>{t('paste.ask', { count })}</p>
    </Dialog>
  );
}
