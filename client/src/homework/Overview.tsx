import type { Acts, Partner } from '@samenbord/shared/board';
import Users from 'lucide-react/icons/users';
import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import type { MeetingCalls, Readable } from '../session/index.ts';
import { Button, fetched, PartnerMark, useReadable } from '../ui/index.ts';
import { progressOf } from './poster.ts';
import { asksAlone, ready } from './revealing.ts';
import { StatusMark } from './StatusMark.tsx';

const RevealDialog = fetched(() => import('./RevealDialog.tsx').then((m) => m.RevealDialog));

interface OverviewProps {
  readonly partners: readonly Partner[];
  readonly acts: Readable<Acts>;
  readonly calls: MeetingCalls;
  readonly mayReveal: boolean;
  readonly onRevealed: () => void;
}

/** How far each partner is with its homework, without a word of it; for the facilitator, to put it on the table. */
export function Overview({ partners, acts, calls, mayReveal, onRevealed }: OverviewProps) {
  const t = useText('homework');
  const now = useReadable(acts);
  const all = ready(partners, now, true);
  const [revealing, setRevealing] = useState<Partner | 'all'>();
  return (
    <div className="homework-overview">
      <h2>{t('overview.title')}</h2>
      <p className="homework-lead">{t(mayReveal ? 'overview.facilitator' : 'overview.others')}</p>
      <ul className="homework-partners" aria-label={t('overview.partners')}>
        {partners.map((partner) => {
          const { status } = progressOf(now, partner.id);
          const asks = asksAlone(now, partner.id);
          return (
            <li key={partner.id}>
              <PartnerMark mark={partner.mark} color={partner.color} />
              <strong>{partner.name}</strong>
              {asks ? <span className="homework-asks">{t('overview.alone')}</span> : null}
              <StatusMark status={status} />
              {asks && mayReveal ? (
                <Button
                  aria-label={t('overview.one.label', { partner: partner.name })}
                  onClick={() => setRevealing(partner)}
                >
                  {t('overview.one')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {mayReveal ? (
        <div className="homework-reveal">
          <Button
            tone="primary"
            icon={<Users aria-hidden />}
            disabled={all.length === 0}
            onClick={() => setRevealing('all')}
          >
            {t('overview.all')}
          </Button>
          {all.length === 0 ? <p>{t('overview.nobody')}</p> : null}
        </div>
      ) : null}
      {revealing === undefined ? null : (
        <RevealDialog
          partners={partners}
          only={revealing === 'all' ? undefined : revealing}
          acts={now}
          calls={calls}
          onClose={() => setRevealing(undefined)}
          onRevealed={onRevealed}
        />
      )}
    </div>
  );
}
