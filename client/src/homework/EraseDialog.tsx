import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import { notifyFailedAct } from '../session/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Button, notify } from '../ui/index.ts';
import type { PosterParts } from './parts.ts';

interface EraseDialogProps {
  readonly parts: PosterParts;
  readonly onClose: () => void;
}

/** Asks before all of a partner's homework is erased, with a tick that cannot be given by habit. */
export function EraseDialog({ parts: { partner, calls }, onClose }: EraseDialogProps) {
  const t = useText('homework');
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      await calls.eraseHomework();
      notify({ text: t('erase.done') });
      onClose();
    } catch (error) {
      notifyFailedAct(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('erase.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('confirm.cancel')}</Button>
          <Button tone="danger" disabled={!sure || busy} onClick={() => void go()}>
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
