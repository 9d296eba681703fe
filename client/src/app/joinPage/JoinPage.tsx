import { type InvitationResponse, readSpokenCode } from '@samenbord/shared/protocol';
import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { readInvitation, readSession } from '../../session/join.ts';
import { type Fetching, fetching, useFetched } from '../../ui/index.ts';
import { secretIn } from '../address.ts';
import type { BoardPageProps } from '../boardPage/BoardPage.tsx';
import { Loading } from '../frame/Loading.tsx';
import { TroublePage } from '../frame/TroublePage.tsx';
import { forget, recall, remember } from '../remembered.ts';
import { type Admission, askAdmission } from './admission.ts';
import type { Joined } from './joining.ts';

const joinForm = fetching(() => import('./door.ts').then((m) => m.JoinForm));
const waitingPage = fetching(() => import('./door.ts').then((m) => m.WaitingPage));
const boardPage = fetching(() => import('../boardPage/BoardPage.tsx').then((m) => m.BoardPage));

type Step =
  | { readonly step: 'asking' }
  | Admission
  | { readonly step: 'waiting'; readonly invitation: InvitationResponse; readonly token: string }
  | ({ readonly step: 'joined'; readonly secret: string | undefined } & Joined);

/** The door of a board: finds out who this browser is, asks what is missing, then shows the board. */
export function JoinPage({ board }: { readonly board: string }) {
  const [at, setAt] = useState<Step>({ step: 'asking' });
  const ask = useCallback(() => {
    let current = true;
    setAt({ step: 'asking' });
    // Fetched while the server is being asked: most who come here go on to the board. Failures show later.
    boardPage.get().catch(() => undefined);
    void askAdmission({ readInvitation, readSession }, board, secretIn(window.location.hash)).then(
      (found) => {
        if (!current) return;
        if (found.step === 'inside') takeSecretAway();
        // Who loads the page anew while they wait, goes on waiting.
        const token = recall(`waiting.${board}`, 'tab');
        if (found.step === 'invited' && token !== undefined)
          setAt({ step: 'waiting', invitation: found.invitation, token });
        else setAt(found);
      },
    );
    return () => {
      current = false;
    };
  }, [board]);
  useEffect(() => ask(), [ask]);
  useOtherLink();

  const joined = (came: Joined): void => {
    const key = secretIn(window.location.hash);
    forget(`waiting.${board}`, 'tab');
    takeSecretAway();
    // A code has ended by the time one would come back with it.
    const secret = key === undefined || readSpokenCode(key) !== undefined ? undefined : key;
    setAt({ step: 'joined', secret, ...came });
  };

  switch (at.step) {
    case 'asking':
      return <Loading />;
    case 'trouble':
      return <TroublePage trouble={at.trouble} onRetry={ask} />;
    case 'invited':
      return (
        <Fetched
          page={joinForm}
          of={{
            board,
            invitation: at.invitation,
            present: at.present,
            onJoined: joined,
            onWaiting(token) {
              remember(`waiting.${board}`, token, 'tab');
              setAt({ step: 'waiting', invitation: at.invitation, token });
            },
            onTrouble: (trouble) => setAt({ step: 'trouble', trouble }),
          }}
        />
      );
    case 'waiting':
      return (
        <Fetched
          page={waitingPage}
          of={{
            board,
            invitation: at.invitation,
            token: at.token,
            onJoined: joined,
            onTrouble(trouble) {
              forget(`waiting.${board}`, 'tab');
              setAt({ step: 'trouble', trouble });
            },
            onGone() {
              forget(`waiting.${board}`, 'tab');
              ask();
            },
          }}
        />
      );
    case 'inside':
      return <Inside board={board} session={at.session} />;
    case 'joined':
      return <Inside board={board} session={at.session} ticket={at.ticket} secret={at.secret} />;
  }
}

function Inside(props: BoardPageProps) {
  return <Fetched page={boardPage} of={props} />;
}

interface FetchedProps<P extends object> {
  readonly page: Fetching<ComponentType<P>>;
  readonly of: P;
}

/** What comes after the question who this is: the form, the wait or the board. */
function Fetched<P extends object>({ page, of }: FetchedProps<P>) {
  const [failed, setFailed] = useState(false);
  const Shown = useFetched(page, () => setFailed(true));
  if (failed) return <TroublePage trouble="network" onRetry={reload} />;
  return Shown === undefined ? <Loading /> : <Shown {...of} />;
}

const reload = (): void => window.location.reload();

/** Out of the address bar, so that a shared screen or a copied address gives nobody this person's place. */
function takeSecretAway(): void {
  window.history.replaceState(window.history.state, '', window.location.pathname);
}

/** Another link of the same board, put in the address bar, changes only what is behind `#`: start anew. */
function useOtherLink(): void {
  useEffect(() => {
    // Loading anew asks first when there is unsaved work.
    const reload = () => {
      if (secretIn(window.location.hash) !== undefined) window.location.reload();
    };
    window.addEventListener('hashchange', reload);
    return () => window.removeEventListener('hashchange', reload);
  }, []);
}
