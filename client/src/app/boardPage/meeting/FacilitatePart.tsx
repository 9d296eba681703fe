import { serverClock } from '../../../session/index.ts';
import { fetched } from '../../../ui/index.ts';
import { recent } from '../../recent.ts';
import type { OpenBoard } from '../useOpenBoard.ts';
import { FACILITATE_PANEL } from './FacilitateButton.tsx';
import type { Look } from './useLooking.ts';

const Panel = fetched(() => import('../../../facilitate/index.ts').then((m) => m.Panel));

interface FacilitatePartProps {
  readonly open: OpenBoard;
  readonly look: Look;
  readonly onClose: () => void;
}

/** The facilitator's panel beside the board. */
export function FacilitatePart({ open, look, onClose }: FacilitatePartProps) {
  const { board, meeting, session } = open;
  const erased = (): void => {
    recent.forget(session.board);
    window.location.assign('/');
  };
  return (
    <Panel
      id={FACILITATE_PANEL}
      board={board}
      meeting={meeting}
      session={session}
      ticket={session.ticket}
      clock={serverClock}
      sheet={look.sheet}
      leads={look.looking === 'leading'}
      onLead={look.startLead}
      onLinkMade={(link, url) => recent.keepLink(session.board, link, url)}
      onErased={erased}
      onClose={onClose}
    />
  );
}
