import { privateDocument } from '@samenbord/shared/board';
import { useEffect, useState } from 'react';
import { openHomework } from '../board/homework.ts';
import type { HomeworkDraft, HomeworkHandle } from '../board/homeworkTypes.ts';
import { createWritingDesk, type WritingDesk } from '../board/writingDesk.ts';
import type { BesideSource, BoardSession } from '../session/index.ts';
import { keepLostText } from '../ui/index.ts';

/** A partner's homework that is open in this page. */
export interface OpenHomework {
  readonly source: BesideSource;
  readonly homework: HomeworkHandle;
  /** Where this person writes. */
  readonly desk: WritingDesk<HomeworkDraft>;
}

/** Opens a partner's homework for as long as the component is there; `undefined` for the first moment. */
export function useHomework(session: BoardSession, partner: string): OpenHomework | undefined {
  const [open, setOpen] = useState<OpenHomework>();
  // Erased homework is begun anew: another document under the same name.
  const [begun, setBegun] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `begun` is what opens it again.
  useEffect(() => {
    const name = privateDocument(session.board, partner);
    const source = session.openBeside({ name, presence: true });
    const homework = openHomework(source, session.documents.table, partner);
    const desk = createWritingDesk<HomeworkDraft>({
      commands: homework.commands,
      // On this document's own presence: only the partner's own people hear it.
      announce: source.announce,
      gone: keepLostText,
    });
    setOpen({ source, homework, desk });
    const stop = source.status.subscribe(() => {
      const status = source.status.get();
      if (status.kind !== 'ended' || status.reason !== 'over') return;
      // What was being written at that moment goes with it: it is offered to be put elsewhere.
      const text = desk.current.get() === null ? '' : desk.text();
      if (text.trim() !== '') keepLostText(text);
      setBegun((times) => times + 1);
    });
    return () => {
      stop();
      desk.finish();
      homework.close();
      source.close();
      setOpen(undefined);
    };
  }, [session, partner, begun]);
  return open;
}
