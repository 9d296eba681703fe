import type { InvitationResponse } from '@samenbord/shared/protocol';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/index.ts';
import { askWaiting, readSession } from '../../session/join.ts';
import { Page } from '../frame/Page.tsx';
import { useTitle } from '../frame/useTitle.ts';
import type { Trouble } from '../trouble.ts';
import { As } from './As.tsx';
import type { Joined } from './joining.ts';
import { askStanding } from './waiting.ts';
import './join-page.css';

interface WaitingPageProps {
  readonly board: string;
  readonly invitation: InvitationResponse;
  readonly token: string;
  readonly onJoined: (joined: Joined) => void;
  readonly onTrouble: (trouble: Trouble) => void;
  /** Nobody waits by this token any more: one has to ask anew. */
  readonly onGone: () => void;
}

/** How long between two times of asking, ms. */
const ASK_EVERY = 2_000;

/** One has knocked: the facilitator lets one in, or not. Asks by itself until there is an answer. */
export function WaitingPage({ board, invitation, token, ...then }: WaitingPageProps) {
  const t = useText('welcome');
  useTitle(t('waiting.title'));
  const after = useRef(then);
  after.current = then;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const ask = async (): Promise<void> => {
      const standing = await askStanding({ askWaiting, readSession }, board, token);
      if (stopped) return;
      if (standing.kind === 'joined') after.current.onJoined(standing.joined);
      else if (standing.kind === 'trouble') after.current.onTrouble(standing.trouble);
      else if (standing.kind === 'gone') after.current.onGone();
      else timer = setTimeout(() => void ask(), ASK_EVERY);
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [board, token]);
  return (
    <Page>
      <section className="app-card join" aria-labelledby="waiting-title">
        <header>
          <p className="join-kicker">{invitation.title}</p>
          <h1 id="waiting-title">{t('waiting.title')}</h1>
        </header>
        <p className="join-waiting" role="status">
          <span className="join-waiting-dots" aria-hidden="true">
            <span />
            <span />
            <span />
          </span>
          <span>{t('waiting.text')}</span>
        </p>
        <As invitation={invitation} />
      </section>
    </Page>
  );
}
