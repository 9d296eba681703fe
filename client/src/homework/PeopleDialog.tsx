import type { OwnPeopleResponse } from '@samenbord/shared/protocol';
import { useLocale, useText } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';

interface PeopleDialogProps {
  readonly people: OwnPeopleResponse;
  /** Ids of who has the poster open now, oneself too. */
  readonly here: ReadonlySet<string>;
  readonly onClose: () => void;
}

/** Everybody who came in by a link of this partner, and when its links were made: who could have read the poster. */
export function PeopleDialog({ people: { people, links }, here, onClose }: PeopleDialogProps) {
  const t = useText('homework');
  const format = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Dialog title={t('people.title')} onClose={onClose}>
      <p>{t('people.lead')}</p>
      <ul className="homework-people">
        {people.map(({ id, name, duty, first, last }) => (
          <li key={id}>
            <strong>{name}</strong>
            {duty === undefined ? null : <span>{t(`people.duty.${duty}`)}</span>}
            {here.has(id) ? <span className="homework-asks">{t('people.here')}</span> : null}
            <span className="homework-soft">
              {first === last
                ? t('people.once', { at: format.format(first) })
                : t('people.often', { first: format.format(first), last: format.format(last) })}
            </span>
          </li>
        ))}
      </ul>
      <h3>{t('people.links', { count: links.length })}</h3>
      <ul className="homework-people">
        {links
          .toSorted((a, b) => b.made - a.made)
          .map(({ made }) => (
            <li key={made}>{t('people.link', { at: format.format(made) })}</li>
          ))}
      </ul>
      <p className="homework-soft">{t('people.unknown')}</p>
    </Dialog>
  );
}
