import { LIMITS } from '@samenbord/shared/protocol';
import { useEffect, useId, useState } from 'react';
import type { StickerView } from '../../board/types.ts';
import { useText } from '../../i18n/index.ts';
import { pictureCalls } from '../../session/pictureCalls.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Button } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import './pictures.css';

interface PictureDialogProps {
  readonly model: CanvasModel;
  readonly sticker: StickerView;
  readonly onClose: () => void;
}

/** A sticker's picture, large; who may write says here what is to be seen on it. */
export function PictureDialog({ model, sticker, onClose }: PictureDialogProps) {
  const t = useText('pictorial');
  const field = useId();
  const { picture, text, locked } = sticker;
  const [alt, setAlt] = useState(picture?.alt ?? '');
  const address = useAddress(model, picture?.hash);
  const mayWrite = model.canWrite() && !locked;
  const save = (): void => {
    model.board.commands.describePicture(sticker.id, alt);
    onClose();
  };
  const footer = mayWrite ? (
    <>
      <Button onClick={onClose}>{t('picture.cancel')}</Button>
      <Button tone="primary" onClick={save}>
        {t('picture.save')}
      </Button>
    </>
  ) : undefined;
  return (
    <Dialog title={t('picture.title')} size="wide" footer={footer} onClose={onClose}>
      <figure className="canvas-picture">
        {typeof address === 'string' ? (
          <img src={address} alt={picture?.alt ?? t('picture.undescribed')} />
        ) : (
          <p role="status">{t(address === 'missing' ? 'picture.missing' : 'picture.coming')}</p>
        )}
        {text.trim() === '' ? null : <figcaption>{text}</figcaption>}
      </figure>
      {mayWrite ? (
        <div className="canvas-picture-alt">
          <label htmlFor={field}>{t('picture.alt')}</label>
          <p id={`${field}-hint`}>{t('picture.altHint')}</p>
          <textarea
            id={field}
            aria-describedby={`${field}-hint`}
            rows={2}
            maxLength={LIMITS.pictureAlt}
            value={alt}
            onChange={(event) => setAlt(event.currentTarget.value)}
          />
        </div>
      ) : picture?.alt === undefined ? null : (
        <p>{picture.alt}</p>
      )}
    </Dialog>
  );
}

interface Away {
  readonly kind: 'coming' | 'missing';
}

/** An address of the picture within this page. */
function useAddress(model: CanvasModel, hash: string | undefined): string | Away['kind'] {
  const [found, setFound] = useState<{ readonly url: string } | Away>({ kind: 'coming' });
  useEffect(() => {
    if (hash === undefined) return;
    let url: string | undefined;
    let current = true;
    pictureCalls(model.session)
      .fetch(hash)
      .then(
        (blob) => {
          if (!current) return;
          url = URL.createObjectURL(blob);
          setFound({ url });
        },
        () => current && setFound({ kind: 'missing' }),
      );
    return () => {
      current = false;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [model, hash]);
  return 'url' in found ? found.url : found.kind;
}
