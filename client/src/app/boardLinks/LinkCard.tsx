import type { Partner } from '@samenbord/shared/board';
import type { LinkInfo } from '@samenbord/shared/protocol';
import Compass from 'lucide-react/icons/compass';
import Eye from 'lucide-react/icons/eye';
import QrCode from 'lucide-react/icons/qr-code';
import Settings from 'lucide-react/icons/settings-2';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { serverClock } from '../../session/index.ts';
import { Button, CopyButton, PartnerMark } from '../../ui/index.ts';
import { Facts } from './Facts.tsx';
import { LinkActs } from './LinkActs.tsx';
import { stateOf } from './linkState.ts';
import { SettingsForm } from './SettingsForm.tsx';
import { changesOf, typedOf } from './settings.ts';
import type { LinksHandle } from './useLinks.ts';

interface LinkCardProps {
  readonly link: LinkInfo;
  /** Whom it is for; `undefined` for facilitators, observers and who left the table. */
  readonly partner: Partner | undefined;
  /** Its number among those that are called alike, from 1. */
  readonly number: number;
  readonly handle: LinksHandle;
  /** @param whom what to call the link before a whole room */
  readonly onShow: (whom: string) => void;
}

/** One link: for whom, what is set on it, and what one can do with it. */
export function LinkCard({ link, partner, number, handle, onShow }: LinkCardProps) {
  const t = useText('links');
  const [setting, setSetting] = useState(false);
  const state = stateOf(link, serverClock.now());
  const works = state === 'works';
  const role = link.role === 'partner' ? (partner?.name ?? t('partner.gone')) : t(`role.${link.role}`);
  const { whom, name, called } = namesOf(role, link.name, number);
  const card = useOpenedInView(setting);
  const address = handle.addressOf(link);
  return (
    <li ref={card} className="manage-card" aria-label={called} data-state={state}>
      <div className="manage-head">
        <Mark link={link} partner={partner} />
        <div className="manage-whom">
          <strong>
            {whom}
            {name === undefined ? null : <span className="manage-name">{name}</span>}
          </strong>
          <Facts link={link} state={state} own={link.id === handle.own} />
        </div>
        {works ? (
          <Give
            whom={called}
            address={address}
            setting={setting}
            onShow={() => onShow(name ?? whom)}
            onSet={() => setSetting(!setting)}
          />
        ) : null}
        {state === 'ended' ? (
          <div className="manage-give">
            <Button
              aria-label={t('extend.label', { whom: called })}
              aria-expanded={setting}
              onClick={() => setSetting(!setting)}
            >
              {t('extend')}
            </Button>
          </div>
        ) : null}
      </div>
      {works && address === undefined ? <p className="manage-note">{t('address.unknown')}</p> : null}
      {setting && state !== 'withdrawn' ? (
        <SettingsForm
          initial={typedOf(link)}
          go={t('save')}
          onSubmit={(settings) => handle.change(link, changesOf(link, settings))}
          onClose={() => setSetting(false)}
        />
      ) : null}
      {setting || state === 'ended' || (works && address === undefined) ? (
        <LinkActs
          whom={called}
          own={link.id === handle.own}
          canReplace={works}
          canWithdraw={setting || state === 'ended'}
          onReplace={() => handle.replace(link)}
          onWithdraw={() => handle.withdraw(link)}
        />
      ) : null}
    </li>
  );
}

/** What a link is called: for whom it is, its own name where it has one, and the two together. */
function namesOf(role: string, own: string, number: number) {
  const numbered = (name: string): string => (number > 1 ? `${name} ${number}` : name);
  if (own === '') return { whom: numbered(role), name: undefined, called: numbered(role) };
  return { whom: role, name: numbered(own), called: `${role}, ${numbered(own)}` };
}

/** Brings a card into view when it unfolds. */
function useOpenedInView(open: boolean) {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) card.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return card;
}

function Mark({ link, partner }: Pick<LinkCardProps, 'link' | 'partner'>) {
  if (partner !== undefined) return <PartnerMark mark={partner.mark} color={partner.color} />;
  return (
    <span className="links-sign">
      {link.role === 'facilitator' ? <Compass aria-hidden /> : <Eye aria-hidden />}
    </span>
  );
}

interface GiveProps {
  readonly whom: string;
  readonly address: string | undefined;
  readonly setting: boolean;
  readonly onShow: () => void;
  readonly onSet: () => void;
}

/** What one does with a link that works. */
function Give({ whom, address, setting, onShow, onSet }: GiveProps) {
  const t = useText('links');
  return (
    <div className="manage-give">
      {address === undefined ? null : <CopyButton text={address} label={t('copy', { whom })} />}
      <Button icon={<QrCode aria-hidden />} aria-label={t('show.label', { whom })} onClick={onShow}>
        {t(address === undefined ? 'show.code' : 'show.both')}
      </Button>
      <Button
        tone="plain"
        icon={<Settings aria-hidden />}
        aria-label={t('set.label', { whom })}
        aria-expanded={setting}
        onClick={onSet}
      >
        {t('set')}
      </Button>
    </div>
  );
}
