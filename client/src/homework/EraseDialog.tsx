import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Button } from '../ui/index.ts';
import type { PosterParts } from './parts.ts';
import { useAct } from './useAct.ts';

interface EraseDialogProps {
  readonly parts: PosterParts;
  readonly onClose: () => void;
}

/** Asks before all of a partner's homework is erased, with a tick that cannot be given by habit. */
export function EraseDialog({ parts: { partner, calls }, onClose }: EraseDialogProps) {
  const t = useText('homework');
  const [sure, setSure] = useState(false);
  const { busy, go } = useAct(() => calls.eraseHomework(), t('erase.done'), onClose);
  return (
    <Dialog
      title={t('erase.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('confirm.cancel')}</Button>
          <Button tone="danger" disabled={!sure || busy} onClick={go}>
            {t('erase.go')}
          </Button>
        </>
      }
    >
      <p>{t('erase.text', { partner: partner.name })}</p>
      <label className="homework-check">
        <input type="checkbox" checked={sure} onChange={({ target }) => setSure(target.checked)} />
        <span>{t('erase.check')}</span>
      </label>
    </Dialog>
  );
}
