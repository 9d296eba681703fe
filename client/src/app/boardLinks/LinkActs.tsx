import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';

interface LinkActsProps {
  /** For whom the link is. */
  readonly whom: string;
  /** It is the link one came in by oneself. */
  readonly own: boolean;
  /** A link that is past its end gets another end first. */
  readonly canReplace: boolean;
  readonly canWithdraw: boolean;
  readonly onReplace: () => Promise<boolean>;
  readonly onWithdraw: () => Promise<boolean>;
}

type Act = 'replace' | 'withdraw';

/** Replacing and withdrawing a link: what puts people out asks once more. */
export function LinkActs({ whom, own, canReplace, canWithdraw, onReplace, onWithdraw }: LinkActsProps) {
  const t = useText('links');
  const [asked, setAsked] = useState<Act>();
  const [busy, setBusy] = useState(false);
  const go = async (act: Act) => {
    setBusy(true);
    await (act === 'replace' ? onReplace() : onWithdraw());
    setBusy(false);
    setAsked(undefined);
  };
  if (asked !== undefined)
    return (
      <fieldset className="manage-acts" aria-label={t(`${asked}.label`, { whom })}>
        <p>{t(own && asked === 'withdraw' ? 'withdraw.sure.own' : `${asked}.sure`)}</p>
        <Button disabled={busy} onClick={() => setAsked(undefined)}>
          {t('cancel')}
        </Button>
        <Button tone="danger" disabled={busy} onClick={() => void go(asked)}>
          {t(`${asked}.yes`)}
        </Button>
      </fieldset>
    );
  return (
    <div className="manage-acts">
      {canReplace ? (
        <Button aria-label={t('replace.label', { whom })} onClick={() => setAsked('replace')}>
          {t('replace')}
        </Button>
      ) : null}
      {canWithdraw ? (
        <Button tone="danger" aria-label={t('withdraw.label', { whom })} onClick={() => setAsked('withdraw')}>
          {t('withdraw')}
        </Button>
      ) : null}
    </div>
  );
}
