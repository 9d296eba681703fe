import { useState } from 'react';
import { fetched, useReadable } from '../../ui/index.ts';
import { useWaitingRoom } from '../boardLinks/useWaitingRoom.ts';
import type { WaitingNoticeProps } from '../boardLinks/WaitingNotice.tsx';
import type { OpenBoard } from './useOpenBoard.ts';

const WaitingNotice = fetched<WaitingNoticeProps>(() =>
  import('../boardLinks/WaitingNotice.tsx').then((m) => m.WaitingNotice),
);

interface DoorPartProps {
  readonly open: OpenBoard;
  /** Another value after the links were looked at. */
  readonly now: unknown;
}

/** Who waits at the door; nothing for who does not facilitate. */
export function DoorPart({ open: { session, board }, now }: DoorPartProps) {
  const room = useWaitingRoom(session, now);
  const partners = useReadable(board.view, (view) => view.partners);
  const [failed, setFailed] = useState(false);
  if (session.me.role !== 'facilitator') return null;
  // There before anybody knocks, so that who listens to the page hears of it.
  return (
    <div aria-live="polite">
      {room.people.length > 0 && !failed ? (
        <WaitingNotice room={room} partners={partners} onClose={() => setFailed(true)} />
      ) : null}
    </div>
  );
}
