import type { Partner } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import ChevronDown from 'lucide-react/icons/chevron-down';
import LogOut from 'lucide-react/icons/log-out';
import { useId, useState } from 'react';
import type { Conductor } from '../../board/index.ts';
import { useText } from '../../i18n/index.ts';
import type { ConductCalls } from '../../session/index.ts';
import { Button, fetched, PartnerMark } from '../../ui/index.ts';
import { LinkBox } from './LinkBox.tsx';
import { PartnerFields } from './PartnerFields.tsx';
import type { MadeLink } from './useLinks.ts';

const RemoveDialog = fetched(() => import('./RemoveDialog.tsx').then((m) => m.RemoveDialog));

interface PartnerRowProps {
  readonly partner: Partner;
  readonly partners: readonly Partner[];
  readonly index: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly conductor: Conductor;
  readonly calls: ConductCalls;
  readonly link: MadeLink | undefined;
  readonly onLink: () => void;
}

/** A partner on one line; unfolds to all that can be changed about it. */
export function PartnerRow(props: PartnerRowProps) {
  const { partner, partners, index, isOpen, onOpen, conductor, calls, link, onLink } = props;
  const t = useText('facilitate');
  const fields = useId();
  const [leaving, setLeaving] = useState(false);
  const { id, name, mark, color } = partner;
  return (
    <li>
      <button
        type="button"
        className="facilitate-fold"
        aria-expanded={isOpen}
        aria-controls={isOpen ? fields : undefined}
        onClick={onOpen}
      >
        <PartnerMark mark={mark} color={color} />
        <span className="facilitate-grow">{name}</span>
        <ChevronDown aria-hidden data-open={isOpen} />
      </button>
      {isOpen ? (
        <div className="facilitate-folded" id={fields}>
          <PartnerFields partner={partner} partners={partners} conductor={conductor} />
          <div className="facilitate-row">
            <Button
              icon={<ArrowUp aria-hidden />}
              disabled={index === 0}
              onClick={() => conductor.movePartner(id, -1)}
            >
              {t('partners.up')}
            </Button>
            <Button
              icon={<ArrowDown aria-hidden />}
              disabled={index === partners.length - 1}
              onClick={() => conductor.movePartner(id, 1)}
            >
              {t('partners.down')}
            </Button>
          </div>
          <LinkBox name={name} link={link} onMake={onLink} />
          <Button
            tone="danger"
            icon={<LogOut aria-hidden />}
            disabled={partners.length <= LIMITS.minPartners}
            onClick={() => setLeaving(true)}
          >
            {t('partners.remove')}
          </Button>
        </div>
      ) : null}
      {leaving ? <RemoveDialog partner={partner} calls={calls} onClose={() => setLeaving(false)} /> : null}
    </li>
  );
}
