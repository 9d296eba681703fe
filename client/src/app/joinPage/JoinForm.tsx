import type { Duty, InvitationResponse, SessionResponse } from '@samenbord/shared/protocol';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { proposeLanguage, useText } from '../../i18n/index.ts';
import { join, readSession } from '../../session/join.ts';
import { Button, Field, FieldError, notify } from '../../ui/index.ts';
import { secretIn } from '../address.ts';
import { Page } from '../frame/Page.tsx';
import { useTitle } from '../frame/useTitle.ts';
import { canRemember, recall, remember } from '../remembered.ts';
import { PASSING, type Trouble, troubleOf, troubleWords } from '../trouble.ts';
import { As } from './As.tsx';
import { DutyChoice } from './DutyChoice.tsx';
import { enter, type Joined } from './joining.ts';
import { nameProblem } from './personName.ts';
import './join-page.css';

interface JoinFormProps {
  readonly board: string;
  readonly invitation: InvitationResponse;
  /** Who this browser is on this board now, when that is somebody else than the link makes one. */
  readonly present: SessionResponse | undefined;
  readonly onJoined: (joined: Joined) => void;
  /** One has to wait until the facilitator lets one in. */
  readonly onWaiting: (token: string) => void;
  /** The link stopped working while the form was open. */
  readonly onTrouble: (trouble: Trouble) => void;
}

/** Behind a link: what one is invited to, as whom, and one's name. */
export function JoinForm({ board, invitation, present, onJoined, onWaiting, onTrouble }: JoinFormProps) {
  const t = useText('app');
  const words = useText('welcome');
  useTitle(invitation.title);
  useEffect(() => void proposeLanguage(invitation.language), [invitation.language]);
  const { name, setName, error, input, check } = useName(present?.person.name);
  const [remembers] = useState(canRemember);
  const [duty, setDuty] = useState<Duty | undefined>(present?.person.duty);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!check()) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const key = secretIn(window.location.hash) ?? '';
      const joined = await enter({ join, readSession }, board, key, name.trim(), duty);
      remember('name', name.trim(), 'always');
      if ('waiting' in joined) return onWaiting(joined.waiting);
      if (joined.ticket !== undefined) notify({ text: words('join.noCookies'), tone: 'trouble' });
      onJoined(joined);
    } catch (failure) {
      const found = troubleOf(failure);
      if (!PASSING.has(found)) return onTrouble(found);
      setTrouble(found);
      setBusy(false);
    }
  };

  return (
    <Page>
      <form className="app-card join" onSubmit={(event) => void submit(event)} noValidate>
        <header>
          <p className="join-kicker">{words('join.kicker')}</p>
          <h1>{invitation.title}</h1>
        </header>
        <As invitation={invitation} />
        {present === undefined ? null : (
          <p className="join-switch">{words('join.switch', { name: present.person.name })}</p>
        )}
        <Field
          ref={input}
          label={words('join.name')}
          hint={words('join.name.hint')}
          value={name}
          error={error}
          autoComplete="name"
          onChange={({ target }) => setName(target.value)}
        />
        {invitation.role === 'partner' ? <DutyChoice duty={duty} onChoose={setDuty} /> : null}
        {remembers ? null : <p className="join-switch">{t('storage.none')}</p>}
        {trouble === undefined ? null : (
          <div role="alert">
            <FieldError>{troubleWords(trouble).text}</FieldError>
          </div>
        )}
        <Button type="submit" tone="primary" disabled={busy}>
          {busy ? words('join.busy') : words('join.go')}
        </Button>
      </form>
    </Page>
  );
}

function useName(earlier: string | undefined) {
  const words = useText('welcome');
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(() => earlier ?? recall('name', 'always') ?? '');
  const [strict, setStrict] = useState(false);
  const problem = nameProblem(name);
  const check = (): boolean => {
    setStrict(true);
    if (problem !== undefined) input.current?.focus();
    return problem === undefined;
  };
  return { name, setName, input, check, error: said() };

  function said(): string | undefined {
    if (problem?.kind === 'too-long') return words('problem.too-long', { count: problem.over });
    return problem !== undefined && strict ? words('problem.yourName') : undefined;
  }
}
