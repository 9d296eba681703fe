import type { Acts, SilentRound } from '@samenbord/shared/board';
import { useEffect, useMemo, useState } from 'react';
import { fieldName } from '../board/fieldName.ts';
import type { BoardHandle } from '../board/types.ts';
import { useLanguage } from '../i18n/index.ts';
import { type BoardSession, meetingCalls, type Readable } from '../session/index.ts';
import { useReadable } from '../ui/index.ts';
import { Ended } from './Ended.tsx';
import type { RoundParts } from './parts.ts';
import { SilentBar } from './SilentBar.tsx';
import { SilentPanel } from './SilentPanel.tsx';
import { useSilent } from './useSilent.ts';

export interface SilentWritingProps {
  readonly board: BoardHandle;
  readonly session: BoardSession;
  readonly acts: Readable<Acts>;
  /** The round that is open, or was when this appeared. */
  readonly round: SilentRound;
  /** Whether what one writes on lies over the board, which then should not be reached. */
  readonly onCover: (covers: boolean) => void;
  /** The round is over, and nothing of one's own is left to decide about. */
  readonly onClose: () => void;
}

/** A silent round: a sheet of one's own for who may write, a line that says so for who looks on. */
export function SilentWriting(props: SilentWritingProps) {
  const { board, session, acts, round } = props;
  const language = useLanguage();
  const calls = useMemo(() => meetingCalls(session.board, session.ticket), [session]);
  const view = useReadable(board.view);
  const now = useReadable(acts, (all) => all.round);
  const isOpen = now?.id === round.id;
  const field = fieldName(view.sheets[round.sheet].layout, round.region, view.partners, language);
  const ready = isOpen ? now.ready : 0;
  const parts: RoundParts = { board, session, calls, round, field, ready };
  if (session.me.role === 'observer')
    return <LookingOn parts={parts} isOpen={isOpen} onClose={props.onClose} />;
  return <Writing {...props} parts={parts} isOpen={isOpen} />;
}

interface LookingOnProps {
  readonly parts: RoundParts;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function LookingOn({ parts, isOpen, onClose }: LookingOnProps) {
  useEffect(() => {
    if (!isOpen) onClose();
  }, [isOpen, onClose]);
  return isOpen ? <SilentBar parts={parts} /> : null;
}

interface WritingProps extends SilentWritingProps {
  readonly parts: RoundParts;
  readonly isOpen: boolean;
}

function Writing({ parts, isOpen, session, round, onCover, onClose }: WritingProps) {
  const open = useSilent(session, round);
  const [hidden, setHidden] = useState(false);
  const isOver = useIsOver(open, isOpen);
  const covers = !isOver && !hidden;
  useEffect(() => {
    onCover(covers);
    return () => onCover(false);
  }, [covers, onCover]);
  if (open === undefined) return null;
  if (isOver) return <Ended parts={parts} open={open} onClose={onClose} />;
  if (hidden) return <SilentBar parts={parts} onWrite={() => setHidden(false)} />;
  return <SilentPanel parts={parts} open={open} onHide={() => setHidden(true)} />;
}

/** Over is what the table says, or what the server says of one's own sheet, whichever comes first. */
function useIsOver(open: ReturnType<typeof useSilent>, isOpen: boolean): boolean {
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    if (open === undefined) return;
    const look = (): void => {
      const status = open.source.status.get();
      if (status.kind === 'ended' && status.reason === 'over') setEnded(true);
    };
    look();
    return open.source.status.subscribe(look);
  }, [open]);
  return ended || !isOpen;
}
