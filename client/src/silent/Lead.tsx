import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import { Button, fetched } from '../ui/index.ts';
import type { RoundParts } from './parts.ts';

const ConfirmDialog = fetched(() => import('./ConfirmDialog.tsx').then((m) => m.ConfirmDialog));

/** What the facilitator does with a round: show everything, or stop without showing. Nothing for others. */
export function Lead({ parts }: { readonly parts: RoundParts }) {
  const t = useText('silent');
  const [asking, setAsking] = useState<'reveal' | 'cancel'>();
  if (parts.session.me.role !== 'facilitator') return null;
  return (
    <div className="silent-lead">
      <Button onClick={() => setAsking('cancel')}>{t('lead.cancel')}</Button>
      <Button tone="primary" onClick={() => setAsking('reveal')}>
        {t('lead.reveal')}
      </Button>
      {asking === undefined ? null : (
        <ConfirmDialog parts={parts} what={asking} onClose={() => setAsking(undefined)} />
      )}
    </div>
  );
}
