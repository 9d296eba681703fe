import type { Partner } from '@samenbord/shared/board';
import DoorOpen from 'lucide-react/icons/door-open';
import { useId, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import type { useWaitingRoom, WaitingPerson } from './useWaitingRoom.ts';
import './texts.ts';
import './waiting.css';

export interface WaitingNoticeProps {
  readonly room: ReturnType<typeof useWaitingRoom>;
  readonly partners: readonly Partner[];
  /** For when it cannot be shown. */
  readonly onClose: () => void;
}

/** Shown before one asks for all. */
const FIRST = 2;

/** Who knocked and waits: in view for whoever facilitates, whatever they are doing. */
export function WaitingNotice({ room, partners }: Omit<WaitingNoticeProps, 'onClose'>) {
  const t = useText('links');
  const title = useId();
  const [all, setAll] = useState(false);
  const { people, letIn } = room;
  const shown = all ? people : people.slice(0, FIRST);
  const more = people.length - shown.length;
  return (
    <section className="door" aria-labelledby={title}>
      <h2 id={title}>
        <DoorOpen aria-hidden />
        {t('door.title', { count: people.length })}
      </h2>
      <ul>
        {shown.map((person) => (
          <Caller key={person.id} person={person} partners={partners} onAnswer={letIn} />
        ))}
      </ul>
      {more > 0 ? (
        <Button tone="plain" onClick={() => setAll(true)}>
          {t('door.more', { count: more })}
        </Button>
      ) : null}
    </section>
  );
}

interface CallerProps {
  readonly person: WaitingPerson;
  readonly partners: readonly Partner[];
  readonly onAnswer: (person: WaitingPerson, admit: boolean) => Promise<void>;
}

function Caller({ person, partners, onAnswer }: CallerProps) {
  const t = useText('links');
  const roles = useText('app');
  const { name, role } = person;
  const from = partners.find(({ id }) => id === person.partner)?.name ?? roles(`role.${role}`);
  return (
    <li>
      <span className="door-who">
        <strong>{name}</strong> <span>{from}</span>
        {person.linkName ? <small>{person.linkName}</small> : null}
      </span>
      <Button
        tone="primary"
        aria-label={t('door.in.label', { name })}
        onClick={() => void onAnswer(person, true)}
      >
        {t('door.in')}
      </Button>
      <Button aria-label={t('door.out.label', { name })} onClick={() => void onAnswer(person, false)}>
        {t('door.out')}
      </Button>
    </li>
  );
}
