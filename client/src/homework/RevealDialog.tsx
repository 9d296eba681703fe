import type { Acts, Partner } from '@samenbord/shared/board';
import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import { type MeetingCalls, notifyFailedAct } from '../session/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Button, PartnerMark } from '../ui/index.ts';
import { progressOf } from './poster.ts';
import { notYet } from './revealing.ts';

interface RevealDialogProps {
  readonly partners: readonly Partner[];
  /** Who comes on the table: all that are ready, or one that asked to come by itself. */
  readonly coming: readonly Partner[];
  readonly acts: Pick<Acts, 'homework'>;
  readonly calls: MeetingCalls;
  readonly onClose: () => void;
  readonly onRevealed: () => void;
}

/** Names who comes on the table, and who does not yet, before it is done for good. */
export function RevealDialog({ partners, coming, acts, calls, onClose, onRevealed }: RevealDialogProps) {
  const t = useText('homework');
  const [busy, setBusy] = useState(false);
  const [only] = coming;
  const isAlone = only !== undefined && coming.length === 1 && progressOf(acts, only.id).alone;
  const others = isAlone ? [] : notYet(partners, acts);
  const go = async () => {
    setBusy(true);
    try {
      // Everybody is told whose it was when the table says so, this person too.
      await calls.revealHomework(isAlone ? only.id : undefined);
      onClose();
      onRevealed();
    } catch (error) {
      notifyFailedAct(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('reveal.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('confirm.cancel')}</Button>
          <Button tone="primary" disabled={busy} onClick={() => void go()}>
            {t('reveal.go')}
          </Button>
        </>
      }
    >
      <p>{t('reveal.who')}</p>
      <ul className="homework-coming">
        {coming.map(({ id, name, mark, color }) => (
          <li key={id}>
            <PartnerMark mark={mark} color={color} />
            <strong>{name}</strong>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <p>{t('reveal.notYet', { partners: others.map(({ name }) => name).join(', ') })}</p>
      )}
      <p className="homework-soft">{t('reveal.final')}</p>
    </Dialog>
  );
}
