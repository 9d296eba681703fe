import type { Partner } from '@samenbord/shared/board';
import Eye from 'lucide-react/icons/eye';
import Focus from 'lucide-react/icons/focus';
import type { MeetingView } from '../../board/index.ts';
import { text, useLanguage, useText } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { fieldName } from '../fields.ts';
import { useSaidOnChange } from './useSaidOnChange.ts';

/** What the strip lets one do with where one looks. */
export interface LookingActions {
  readonly looking: 'free' | 'leading' | 'following' | 'apart' | 'closed';
  letGo(): void;
  lookAlong(): void;
  goToFocus(): void;
  stopLead(): void;
}

interface ViewPartProps {
  readonly meeting: MeetingView;
  readonly partners: readonly Partner[];
  /** Who leads, by name. */
  readonly leader: string;
  readonly actions: LookingActions;
}

/** The field in focus, and whose view one follows. */
export function ViewPart({ meeting: { focus }, partners, leader, actions }: ViewPartProps) {
  const t = useText('meeting');
  const language = useLanguage();
  const field = focus === null ? undefined : fieldName(focus.sheet, focus.region, partners, language);
  useSaidOnChange(field && text('meeting', 'focus.on', { field }));
  return (
    <>
      {/* Who follows a view has no need to go anywhere by themselves. */}
      {field === undefined || actions.looking === 'following' || actions.looking === 'leading' ? null : (
        <div className="meeting-chip">
          <Focus aria-hidden />
          <span>{t('focus.on', { field })}</span>
          <Button tone="plain" aria-label={t('focus.go.label', { field })} onClick={actions.goToFocus}>
            {t('focus.go')}
          </Button>
        </div>
      )}
      <LeadPart leader={leader} actions={actions} />
    </>
  );
}

function LeadPart({ leader, actions }: Pick<ViewPartProps, 'leader' | 'actions'>) {
  const t = useText('meeting');
  const { looking } = actions;
  const words = {
    free: undefined,
    leading: t('lead.leading'),
    following: t('lead.following', { name: leader }),
    apart: t('lead.apart', { name: leader }),
    closed: t('lead.closed', { name: leader }),
  }[looking];
  useSaidOnChange(words);
  if (words === undefined) return null;
  return (
    <div className="meeting-chip" data-tone="lead">
      <Eye aria-hidden />
      <span>{words}</span>
      {looking === 'following' ? (
        <Button tone="plain" onClick={actions.letGo}>
          {t('lead.letGo')}
        </Button>
      ) : null}
      {looking === 'apart' ? (
        <Button tone="plain" onClick={actions.lookAlong}>
          {t('lead.again')}
        </Button>
      ) : null}
      {looking === 'leading' ? (
        <Button tone="plain" onClick={actions.stopLead}>
          {t('lead.stop')}
        </Button>
      ) : null}
    </div>
  );
}
