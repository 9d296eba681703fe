import type { BoardHandle, MeetingHandle } from '../../board/index.ts';
import { useText } from '../../i18n/index.ts';
import type { ServerClock, SessionHandle } from '../../session/index.ts';
import { useReadable } from '../../ui/index.ts';
import { StepPart } from './StepPart.tsx';
import { TimerPart } from './TimerPart.tsx';
import { TurnPart } from './TurnPart.tsx';
import { type LookingActions, ViewPart } from './ViewPart.tsx';
import './meeting-strip.css';
import './texts.ts';

export interface MeetingStripProps {
  readonly board: BoardHandle;
  readonly meeting: MeetingHandle;
  readonly session: SessionHandle;
  readonly clock: ServerClock;
  readonly actions: LookingActions;
}

/** What everybody sees of the conversation: the step, whose turn it is, the time, and where to look. */
export function MeetingStrip({ board, meeting, session, clock, actions }: MeetingStripProps) {
  const t = useText('meeting');
  const view = useReadable(meeting.view);
  const partners = useReadable(board.view, ({ partners }) => partners);
  const leader = useReadable(
    session.others,
    (others) =>
      others.find(({ presence }) => presence.user.id === view.lead?.person)?.presence.user.name ?? '',
  );
  return (
    <section className="meeting-strip" aria-label={t('strip.label')}>
      <StepPart meeting={view} />
      <ViewPart meeting={view} partners={partners} leader={leader} actions={actions} />
      <div className="meeting-clocks">
        <TurnPart turns={view.turns} partners={partners} />
        {view.timer === null ? null : <TimerPart timer={view.timer} clock={clock} />}
      </div>
    </section>
  );
}
