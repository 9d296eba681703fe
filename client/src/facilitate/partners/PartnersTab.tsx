import { LIMITS } from '@samenbord/shared/protocol';
import { useMemo, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { conductCalls } from '../../session/index.ts';
import { useReadable } from '../../ui/index.ts';
import { Card } from '../panel/Card.tsx';
import type { TabProps } from '../panel/props.ts';
import { AddPartner } from './AddPartner.tsx';
import { PartnerRow } from './PartnerRow.tsx';
import { useLinks } from './useLinks.ts';

/** Who sits at the table: everybody sees the panels move as it changes. */
export function PartnersTab({ board, session, ticket, conductor, onLinkMade }: TabProps) {
  const t = useText('facilitate');
  const partners = useReadable(board.view, (view) => view.partners);
  const calls = useMemo(() => conductCalls(session.board, ticket), [session.board, ticket]);
  const links = useLinks(session, calls, onLinkMade);
  const [open, setOpen] = useState<string>();
  return (
    <>
      <Card title={t('partners.list')}>
        <ol className="facilitate-steps">
          {partners.map((partner, index) => (
            <PartnerRow
              key={partner.id}
              partner={partner}
              partners={partners}
              index={index}
              isOpen={partner.id === open}
              onOpen={() => setOpen(partner.id === open ? undefined : partner.id)}
              conductor={conductor}
              calls={calls}
              link={links.of(partner.id)}
              onLink={() => void links.make(partner.id)}
            />
          ))}
        </ol>
        {partners.length > LIMITS.minPartners ? null : (
          <p className="facilitate-note">{t('partners.remove.few', { count: LIMITS.minPartners })}</p>
        )}
      </Card>
      <AddPartner
        conductor={conductor}
        full={partners.length >= LIMITS.maxPartners}
        onAdded={({ id }) => {
          setOpen(id);
          void links.make(id);
        }}
      />
    </>
  );
}
