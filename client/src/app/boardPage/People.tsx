import type { Partner } from '@samenbord/shared/board';
import { TEMPLATES } from '@samenbord/shared/template';
import { useMemo } from 'react';
import { useLanguage, useText } from '../../i18n/index.ts';
import type { SessionHandle } from '../../session/types.ts';
import { Popover, useReadable, VisuallyHidden } from '../../ui/index.ts';
import { Avatar } from './Avatar.tsx';
import { type Person, peopleOn } from './people.ts';

interface PeopleProps {
  readonly session: SessionHandle;
  readonly partners: readonly Partner[];
}

/** As many as fit beside the title on a laptop. */
const FACES = 4;

/** Who is here: a few faces and how many; all of them by name when one asks. */
export function People({ session, partners }: PeopleProps) {
  const t = useText('app');
  const others = useReadable(session.others);
  const people = useMemo(() => peopleOn(session.me, others, partners), [session.me, others, partners]);
  const more = people.length - FACES;
  return (
    <Popover
      title={t('people.here', { count: people.length })}
      opener={(props) => (
        <button {...props} type="button" className="board-people">
          <VisuallyHidden>{t('people.show', { count: people.length })}</VisuallyHidden>
          {people.slice(0, FACES).map((person) => (
            <Avatar key={person.id} person={person} />
          ))}
          {more > 0 ? (
            <span className="board-more-people" aria-hidden="true">
              {t('people.more', { more })}
            </span>
          ) : null}
          <span className="board-count" aria-hidden="true">
            {people.length}
          </span>
        </button>
      )}
    >
      {() => (
        <ul className="board-people-list">
          {people.map((person) => (
            <Line key={person.id} person={person} />
          ))}
        </ul>
      )}
    </Popover>
  );
}

function Line({ person }: { readonly person: Person }) {
  const t = useText('app');
  const language = useLanguage();
  const { name, role, partner, duty, isMe, sheet } = person;
  const from = partner === undefined ? t(`role.${role}`) : partner.name;
  const as = duty === undefined ? from : t('people.duty', { from, duty: t(`duty.${duty}`) });
  return (
    <li>
      <Avatar person={person} />
      <span className="board-person">
        <strong>{isMe ? t('people.me', { name }) : name}</strong>
        <small>
          {sheet === undefined ? as : t('people.at', { as, sheet: TEMPLATES[sheet].title[language] })}
        </small>
      </span>
    </li>
  );
}
