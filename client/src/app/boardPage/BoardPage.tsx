import type { SessionResponse } from '@samenbord/shared/protocol';
import { useEffect, useRef, useState } from 'react';
import { BoardCanvas } from '../../canvas/index.ts';
import { proposeLanguage, useLanguage, useText } from '../../i18n/index.ts';
import { makePen } from '../../session/index.ts';
import { fetchAhead, fetched, notify, tabId, useReadable } from '../../ui/index.ts';
import { ErrorBoundary } from '../frame/ErrorBoundary.tsx';
import { Loading } from '../frame/Loading.tsx';
import { TroublePage } from '../frame/TroublePage.tsx';
import { useTitle } from '../frame/useTitle.ts';
import { recent } from '../recent.ts';
import { canRemember } from '../remembered.ts';
import { END_TROUBLE } from '../trouble.ts';
import { Banners } from './Banners.tsx';
import { BoardHeader, SHEET_PANEL } from './BoardHeader.tsx';
import { BoardLoading } from './BoardLoading.tsx';
import { DoorPart } from './DoorPart.tsx';
import { FacilitatePart } from './meeting/FacilitatePart.tsx';
import { MeetingPart } from './meeting/MeetingPart.tsx';
import { useFacilitating } from './meeting/useFacilitating.ts';
import type { Look } from './meeting/useLooking.ts';
import { useLooking } from './meeting/useLooking.ts';
import { RoundPart, useStartRound } from './RoundPart.tsx';
import { type OpenBoard, useOpenBoard } from './useOpenBoard.ts';
import { useRevealNews } from './useRevealNews.ts';
import { HOMEWORK_TAB, useShown } from './useShown.ts';
import './board-page.css';

const Homework = fetched(() => import('../../homework/index.ts').then((m) => m.HomeworkPage));

export interface BoardPageProps {
  readonly board: string;
  readonly session: SessionResponse;
  /** Where the browser keeps no cookies: what one joined with. */
  readonly ticket?: string | undefined;
  /** The link's secret, while this page still knows it: to join again after the session ran out. */
  readonly secret?: string | undefined;
}

/** The board: header, banners, and the sheet one looks at. */
export function BoardPage({ board, session, ticket, secret }: BoardPageProps) {
  const open = useOpenBoard(board, session, ticket);
  if (open === undefined) return <Loading />;
  return <Opened open={open} link={session.link} secret={secret} told={ticket !== undefined} />;
}

interface OpenedProps {
  readonly open: OpenBoard;
  /** Id of the link one came in by. */
  readonly link: string;
  readonly secret: string | undefined;
  /** The person heard at the door that this browser keeps nothing. */
  readonly told: boolean;
}

function Opened({ open, link, secret, told }: OpenedProps) {
  const { session, board } = open;
  const look = useLooking(open);
  const { shown, show } = useShown(session.board, look);
  // While one writes in silence, the board is not reached: by no finger and no key.
  const [covered, setCovered] = useState(false);
  // Where homework comes; when that sheet is not open, the one that is.
  const toBoard = (): void => show('brengen-halen');
  useRevealNews(open, { panel: SHEET_PANEL, onBoard: shown === HOMEWORK_TAB ? toBoard : undefined });
  const facilitating = useFacilitating(session);
  const [linksSeen, setLinksSeen] = useState(0);
  const loaded = useReadable(board.view, (view) => view.loaded);
  useTitle(useReadable(board.view, (view) => view.title));
  useRemembered(open, loaded);
  useAhead(loaded);
  useStorageNotice(told);
  const ended = useReadable(session.status, (status) =>
    status.kind === 'ended' ? status.reason : undefined,
  );
  // Nothing has arrived that could be lost: a page that says what to do is clearer than an empty board.
  if (ended !== undefined && !loaded) return <TroublePage trouble={END_TROUBLE[ended]} onRetry={reload} />;
  return (
    <div className="board">
      <header className="board-top">
        <BoardHeader
          open={open}
          look={look}
          shown={shown}
          onShow={show}
          facilitating={facilitating.shown}
          onFacilitate={facilitating.toggle}
          link={link}
          onLinksClosed={() => setLinksSeen(linksSeen + 1)}
        />
        <Banners open={open} secret={secret} />
        <DoorPart open={open} now={linksSeen} />
        {loaded ? <MeetingPart open={open} look={look} /> : null}
      </header>
      <div className="board-room">
        <main className="board-stage">
          <div
            className="board-panel"
            id={SHEET_PANEL}
            role="tabpanel"
            aria-labelledby={tabId(SHEET_PANEL, shown)}
            inert={covered}
          >
            {loaded ? null : <BoardLoading session={session} />}
            {loaded && shown === HOMEWORK_TAB ? (
              <Homework
                board={board}
                session={session}
                acts={open.meeting.view}
                onBoard={toBoard}
                onClose={() => show(look.sheet ?? 'brengen-halen')}
              />
            ) : null}
            {loaded && shown !== HOMEWORK_TAB ? <Sheet open={open} look={look} /> : null}
          </div>
          {loaded ? <RoundPart open={open} onCover={setCovered} /> : null}
        </main>
        {loaded && facilitating.shown ? (
          <FacilitatePart open={open} look={look} onClose={facilitating.close} />
        ) : null}
      </div>
    </div>
  );
}

/** The sheet one looks at, or that none is open yet. */
function Sheet({ open: { board, session }, look }: { readonly open: OpenBoard; readonly look: Look }) {
  const t = useText('app');
  const language = useLanguage();
  const startRound = useStartRound(session);
  if (look.sheet === undefined) return <p className="board-closed">{t('sheet.none')}</p>;
  return (
    <ErrorBoundary part>
      <BoardCanvas
        board={board}
        session={session}
        sheet={look.sheet}
        language={language}
        sheets={look.open}
        onSheet={look.choose}
        guide={look.guide}
        makePen={session.me.role === 'observer' ? undefined : () => makePen(session.board, session.ticket)}
        onSilentRound={session.me.role === 'facilitator' ? startRound : undefined}
      />
    </ErrorBoundary>
  );
}

/** How long after the board came its dialogs are fetched, in ms: out of the way of what one came for. */
const AHEAD_AFTER = 5_000;

/** Fetches the dialogs while there is a connection: making a picture must also work offline. */
function useAhead(loaded: boolean): void {
  useEffect(() => {
    if (!loaded) return;
    const timer = setTimeout(() => void fetchAhead(), AHEAD_AFTER);
    return () => clearTimeout(timer);
  }, [loaded]);
}

/** Says once that this browser remembers nothing of the board: the way back is the link. */
function useStorageNotice(told: boolean): void {
  const t = useText('app');
  const said = useRef(told);
  useEffect(() => {
    if (said.current || canRemember()) return;
    said.current = true;
    notify({ text: t('storage.none') });
  }, [t]);
}

const reload = (): void => window.location.reload();

/** Once the board is there: into the list of this browser, and in the board's language for who never chose one. */
function useRemembered({ session, board }: OpenBoard, loaded: boolean): void {
  useEffect(() => {
    if (!loaded) return;
    const { title, language } = board.view.get();
    recent.remember({ board: session.board, title, role: session.me.role, openedAt: Date.now() });
    void proposeLanguage(language);
  }, [session, board, loaded]);
}
