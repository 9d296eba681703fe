import type { InvitationResponse } from '@samenbord/shared/protocol';
import { useText } from '../../i18n/index.ts';
import { PartnerMark } from '../../ui/index.ts';

/** In which role the link lets one in; a partner's link fixes for whom one speaks. */
export function As({ invitation }: { readonly invitation: InvitationResponse }) {
  const t = useText('app');
  const words = useText('welcome');
  const { role, partner } = invitation;
  if (partner === undefined)
    return (
      <div className="join-as">
        <p>
          <strong>{t(`role.${role}`)}</strong>
          <span>{words(`join.as.${role}`)}</span>
        </p>
      </div>
    );
  return (
    <div className="join-as">
      <PartnerMark mark={partner.mark} color={partner.color} size="large" />
      <p>
        <strong>{words('join.for', { partner: partner.name })}</strong>
        <span>{words('join.as.partner')}</span>
      </p>
    </div>
  );
}
