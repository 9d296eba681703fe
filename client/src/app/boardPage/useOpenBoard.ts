import type { SessionResponse } from '@samenbord/shared/protocol';
import { useEffect, useState } from 'react';
import { type BoardHandle, type MeetingHandle, openBoard, openMeeting } from '../../board/index.ts';
import { type BoardSession, type Me, openBoardSession, serverClock } from '../../session/index.ts';

/** A board that is open in this page. */
export interface OpenBoard {
  readonly session: BoardSession;
  readonly board: BoardHandle;
  readonly meeting: MeetingHandle;
}

/** Opens a board for as long as the component is there; `undefined` for the first moment. */
export function useOpenBoard(
  board: string,
  admitted: SessionResponse,
  ticket?: string,
): OpenBoard | undefined {
  const [open, setOpen] = useState<OpenBoard>();
  useEffect(() => {
    const session = openBoardSession({
      board,
      me: meOf(admitted),
      documents: admitted.documents,
      // Without cookies the ticket is all there is; it stays in this page.
      ...(ticket === undefined ? {} : { params: { ticket } }),
    });
    const handle = openBoard(session);
    const meeting = openMeeting(session, { now: serverClock.now });
    setOpen({ session, board: handle, meeting });
    return () => {
      meeting.close();
      handle.close();
      session.close();
    };
  }, [board, admitted, ticket]);
  return open;
}

function meOf({ person, role, partner }: SessionResponse): Me {
  return { ...person, role, ...(partner === undefined ? {} : { partner }) };
}
