import { type SilentRound, silentDocument } from '@samenbord/shared/board';
import { useEffect, useState } from 'react';
import { openSilent, type SilentHandle } from '../board/silent.ts';
import { createWritingDesk, type WritingDesk } from '../board/writingDesk.ts';
import type { BesideSource, BoardSession } from '../session/index.ts';
import { keepLostText } from '../ui/index.ts';

/** What is said of a sticker to be written in a silent round: nothing, its words will do. */
export type NoteDraft = Readonly<Record<string, never>>;

/** One's own sheet of a silent round, open in this page. */
export interface OpenSilent {
  readonly source: BesideSource;
  readonly silent: SilentHandle;
  readonly desk: WritingDesk<NoteDraft>;
}

/**
 * Opens one's own document of a round for as long as the component is there, also after the round is over: what
 * did not get away in time is still in it. `undefined` for the first moment.
 */
export function useSilent(session: BoardSession, { id, sheet, region }: SilentRound): OpenSilent | undefined {
  const [open, setOpen] = useState<OpenSilent>();
  useEffect(() => {
    const name = silentDocument(session.board, id, session.me.id);
    // Without presence: that somebody writes, and where, is nobody's either.
    const source = session.openBeside({ name, presence: false });
    const silent = openSilent(source, session.documents.table, { sheet, region });
    const desk = createWritingDesk<NoteDraft>({
      commands: silent.commands,
      announce: () => undefined,
      gone: keepLostText,
    });
    setOpen({ source, silent, desk });
    return () => {
      desk.finish();
      silent.close();
      source.close();
      setOpen(undefined);
    };
  }, [session, id, sheet, region]);
  return open;
}
