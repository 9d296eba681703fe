import type { SilentRound } from '@samenbord/shared/board';
import type { TemplateKey } from '@samenbord/shared/template';
import { useCallback, useState } from 'react';
import type { MeetingHandle } from '../../board/index.ts';
import { text } from '../../i18n/index.ts';
import { ApiFailure, type BoardSession, meetingCalls, notifyFailedAct } from '../../session/index.ts';
import { fetched, notify, useReadable } from '../../ui/index.ts';
import type { OpenBoard } from './useOpenBoard.ts';

const SilentWriting = fetched(() => import('../../silent/index.ts').then((m) => m.SilentWriting));

interface RoundPartProps {
  readonly open: OpenBoard;
  /** Whether what one writes on lies over the board. */
  readonly onCover: (covers: boolean) => void;
}

/** The silent round, while there is one. Its code comes with the first. */
export function RoundPart({ open: { board, session, meeting }, onCover }: RoundPartProps) {
  const { round, leave } = useRound(meeting);
  if (round === undefined) return null;
  return (
    <SilentWriting
      key={round.id}
      board={board}
      session={session}
      acts={meeting.view}
      round={round}
      onCover={onCover}
      onClose={leave}
    />
  );
}

/** The round that is open, or the last one while something of it is to be decided. */
function useRound({ view }: MeetingHandle): {
  readonly round: SilentRound | undefined;
  readonly leave: () => void;
} {
  const open = useReadable(view, ({ round }) => round);
  const [shown, setShown] = useState<SilentRound>();
  const [left, setLeft] = useState<string>();
  if (shown === undefined && open !== null && open.id !== left) setShown(open);
  const id = shown?.id;
  const leave = useCallback(() => {
    setLeft(id);
    setShown(undefined);
  }, [id]);
  return { round: shown, leave };
}

/** Opens a silent round on a field; for the facilitator. */
export function useStartRound({ board, ticket }: BoardSession) {
  return useCallback(
    (sheet: TemplateKey, region: string) => {
      const failed = (error: unknown): void => {
        if (error instanceof ApiFailure && error.code === 'conflict')
          notify({ text: text('app', 'silent.busy'), tone: 'trouble' });
        else notifyFailedAct(error);
      };
      meetingCalls(board, ticket).openRound(sheet, region).catch(failed);
    },
    [board, ticket],
  );
}
