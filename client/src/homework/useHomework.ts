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
    return () => {
      desk.finish();
      homework.close();
      source.close();
      setOpen(undefined);
    };
  }, [session, partner]);
  return open;
}
