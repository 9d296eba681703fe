import { useReadable } from '../../ui/index.ts';
import { useWaitingRoom } from '../boardLinks/useWaitingRoom.ts';
import { WaitingNotice } from '../boardLinks/WaitingNotice.tsx';
import type { OpenBoard } from './useOpenBoard.ts';

interface DoorPartProps {
  readonly open: OpenBoard;
  /** Another value after the links were looked at. */
  readonly now: unknown;
}

/** Who waits at the door; nothing for who does not facilitate. */
export function DoorPart({ open: { session, board }, now }: DoorPartProps) {
  const room = useWaitingRoom(session, now);
  const partners = useReadable(board.view, (view) => view.partners);
  return session.me.role === 'facilitator' ? <WaitingNotice room={room} partners={partners} /> : null;
}
