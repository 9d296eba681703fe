import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import { notifyFailedAct } from '../session/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Button } from '../ui/index.ts';
import type { RoundParts } from './parts.ts';

interface ConfirmDialogProps {
  readonly parts: RoundParts;
  readonly what: 'reveal' | 'cancel';
  readonly onClose: () => void;
}

/** Asks once more: neither can be taken back. */
export function ConfirmDialog({ parts, what, onClose }: ConfirmDialogProps) {
  const t = useText('silent');
  const [busy, setBusy] = useState(false);
  const { calls, round, ready } = parts;
  const go = async () => {
    setBusy(true);
    try {
      await (what === 'reveal' ? calls.revealRound(round.id) : calls.cancelRound(round.id));
      onClose();
    } catch (error) {
      notifyFailedAct(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t(`${what}.title`)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('confirm.back')}</Button>
          <Button tone={what === 'reveal' ? 'primary' : 'danger'} disabled={busy} onClick={() => void go()}>
            {t(`lead.${what}`)}
          </Button>
        </>
      }
    >
      <p>{t(`${what}.text`)}</p>
      <p>
        <strong>{t('reveal.ready', { count: ready })}</strong>
      </p>
    </Dialog>
  );
}
