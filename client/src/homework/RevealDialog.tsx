import type { Acts, Partner } from '@samenbord/shared/board';
import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import { type MeetingCalls, notifyFailedAct } from '../session/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Button, PartnerMark } from '../ui/index.ts';
import { asksAlone, notYet, ready } from './revealing.ts';

interface RevealDialogProps {
  readonly partners: readonly Partner[];
  /** One that asked to come by itself; without it all that are ready come. */
  readonly only: Partner | undefined;
  readonly acts: Pick<Acts, 'homework'>;
  readonly calls: MeetingCalls;
  readonly onClose: () => void;
  readonly onRevealed: () => void;
}

/** Names who comes on the table, and who does not yet, before it is done for good. */
export function RevealDialog({ partners, only, acts, calls, onClose, onRevealed }: RevealDialogProps) {
  const t = useText('homework');
  const [busy, setBusy] = useState(false);
  const alone = partners.filter(({ id }) => asksAlone(acts, id));
  const together = ready(partners, acts, false);
  // One who asked for it, and nobody else: then it comes by itself.
  const [chosen, setChosen] = useState(together.length === 0 && alone.length === 1);
  const withAlone = only === undefined && chosen;
  const coming = only === undefined ? ready(partners, acts, withAlone) : [only];
  const others = only === undefined ? notYet(partners, acts) : [];
  const go = async () => {
    setBusy(true);
    try {
      // Everybody is told whose it was when the table says so, this person too.
      await calls.revealHomework(only === undefined ? { withAlone } : { partner: only.id });
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
          <Button tone="primary" disabled={busy || coming.length === 0} onClick={() => void go()}>
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
            {only === undefined && asksAlone(acts, id) ? (
              <span className="homework-asks">{t('overview.alone')}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {only === undefined && alone.length > 0 ? (
        <label className="homework-check">
          <input type="checkbox" checked={chosen} onChange={({ target }) => setChosen(target.checked)} />
          <span>{t('reveal.withAlone', { partners: alone.map(({ name }) => name).join(', ') })}</span>
        </label>
      ) : null}
      {others.length === 0 ? null : (
        <p>{t('reveal.notYet', { partners: others.map(({ name }) => name).join(', ') })}</p>
      )}
      <p className="homework-soft">{t('reveal.final')}</p>
    </Dialog>
  );
}
