import type { Acts, Partner } from '@samenbord/shared/board';
import { useMemo } from 'react';
import type { BoardHandle } from '../board/types.ts';
import { type BoardSession, meetingCalls, type Readable } from '../session/index.ts';
import { useReadable } from '../ui/index.ts';
import { Overview } from './Overview.tsx';
import { OwnHomework } from './OwnHomework.tsx';

export interface HomeworkPageProps {
  /** A board that is loaded. */
  readonly board: BoardHandle;
  readonly session: BoardSession;
  readonly acts: Readable<Acts>;
  /** Looks at the sheet, on which homework was put. */
  readonly onBoard: () => void;
  /** It cannot be shown now. */
  readonly onClose: () => void;
}

/** The homework: for a partner's people their poster, for all others how far each partner is. */
export function HomeworkPage({ board, session, acts, onBoard }: HomeworkPageProps) {
  const calls = useMemo(() => meetingCalls(session.board, session.ticket), [session]);
  const partners = useReadable(board.view, (view) => view.partners);
  const { role, partner } = session.me;
  const own: Partner | undefined = role === 'partner' ? partners.find(({ id }) => id === partner) : undefined;
  if (own !== undefined)
    return <OwnHomework session={session} partner={own} acts={acts} calls={calls} onBoard={onBoard} />;
  return (
    <Overview
      partners={partners}
      acts={acts}
      calls={calls}
      mayReveal={role === 'facilitator'}
      onRevealed={onBoard}
    />
  );
}
