import { useState } from 'react';
import type { MeetingView } from '../../../board/index.ts';
import { serverClock } from '../../../session/index.ts';
import { fetching, useFetched, useReadable } from '../../../ui/index.ts';
import type { OpenBoard } from '../useOpenBoard.ts';
import type { Look } from './useLooking.ts';

const strip = fetching(() =>
  import('../../../facilitate/strip/MeetingStrip.tsx').then((m) => m.MeetingStrip),
);

interface MeetingPartProps {
  readonly open: OpenBoard;
  readonly look: Look;
}

/** The strip of the conversation, once there is something to say. */
export function MeetingPart({ open, look }: MeetingPartProps) {
  const something = useReadable(open.meeting.view, saysSomething);
  return something || look.looking !== 'free' ? <Strip open={open} look={look} /> : null;
}

function saysSomething({ plan, step, timer, focus, turns }: MeetingView): boolean {
  return plan.some(({ id }) => id === step) || timer !== null || focus !== null || turns !== null;
}

/** Its code comes when it is first needed: most boards have no conversation going. */
function Strip({ open, look }: MeetingPartProps) {
  const { board, meeting, session } = open;
  const [failed, setFailed] = useState(false);
  const Shown = useFetched(strip, () => setFailed(true));
  if (Shown === undefined || failed) return null;
  const actions = {
    ...look,
    stopLead: () => void meeting.conductor().then((conductor) => conductor.stopLead()),
  };
  return <Shown board={board} meeting={meeting} session={session} clock={serverClock} actions={actions} />;
}
