import type { BoardLinks, InvitationResponse } from '@samenbord/shared/protocol';
import Compass from 'lucide-react/icons/compass';
import Eye from 'lucide-react/icons/eye';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useText } from '../../i18n/index.ts';
import { PartnerMark } from '../../ui/index.ts';
import { isOnlyHere } from '../address.ts';
import { LinkRow } from './LinkRow.tsx';
import './links.css';

/** A partner as far as it is known; before the server answered there is only its id. */
export type LinkedPartner = NonNullable<InvitationResponse['partner']>;

interface LinkListProps {
  readonly links: BoardLinks;
  readonly partners: readonly LinkedPartner[];
  /** Addresses that work no more. */
  readonly dead: ReadonlySet<string>;
}

/** All links of a board, each with a word on whom it is for. */
export function LinkList({ links, partners, dead }: LinkListProps) {
  const t = useText('app');
  const words = useText('welcome');
  return (
    <>
      {isOnlyHere(links.facilitator) ? (
        <p className="links-only-here">
          <TriangleAlert aria-hidden />
          <span>{words('links.onlyHere')}</span>
        </p>
      ) : null}
      <ul className="links">
        {links.partners.map(({ partner: id, url }) => {
          const partner = partners.find((known) => known.id === id);
          const whom = partner?.name ?? id;
          return (
            <LinkRow
              key={id}
              link={url}
              works={!dead.has(url)}
              whom={whom}
              meaning={words('links.partner', { partner: whom })}
              mark={partner ? <PartnerMark mark={partner.mark} color={partner.color} /> : null}
            />
          );
        })}
        <LinkRow
          link={links.facilitator}
          works={!dead.has(links.facilitator)}
          whom={t('role.facilitator')}
          meaning={words('links.facilitator')}
          mark={
            <span className="links-sign">
              <Compass aria-hidden />
            </span>
          }
        />
        <LinkRow
          link={links.observer}
          works={!dead.has(links.observer)}
          whom={t('role.observer')}
          meaning={words('links.observer')}
          mark={
            <span className="links-sign">
              <Eye aria-hidden />
            </span>
          }
        />
      </ul>
    </>
  );
}
