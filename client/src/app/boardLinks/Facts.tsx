import type { LinkInfo } from '@samenbord/shared/protocol';
import { useLocale, useText } from '../../i18n/index.ts';
import type { LinkState } from './linkState.ts';

interface FactsProps {
  readonly link: LinkInfo;
  readonly state: LinkState;
  /** The link one came in by oneself. */
  readonly own: boolean;
}

/** What is set on a link and how many came by it, in one line. */
export function Facts({ link, state, own }: FactsProps) {
  const t = useText('links');
  const format = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  const { people, maxPeople, expires, withdrawn, admission } = link;
  const facts = [
    own ? t('fact.own') : undefined,
    maxPeople === null
      ? t('fact.people', { count: people })
      : t('fact.peopleOf', { people, most: maxPeople }),
    state === 'withdrawn' ? t('fact.withdrawn', { date: format.format(withdrawn ?? 0) }) : undefined,
    state === 'ended' ? t('fact.ended', { date: format.format(expires ?? 0) }) : undefined,
    state === 'works' && expires !== null ? t('fact.until', { date: format.format(expires) }) : undefined,
    state === 'works' && admission === 'ask' ? t('fact.ask') : undefined,
  ].filter((fact) => fact !== undefined);
  return <p className="manage-facts">{facts.join(' · ')}</p>;
}
