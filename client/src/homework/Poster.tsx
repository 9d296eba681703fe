import type { Acts, Partner } from '@samenbord/shared/board';
import { HOMEWORK } from '@samenbord/shared/template';
import { type CSSProperties, type KeyboardEvent, useMemo } from 'react';
import { useText } from '../i18n/index.ts';
import type { MeetingCalls, Readable } from '../session/index.ts';
import { useReadable } from '../ui/index.ts';
import { PosterHead } from './PosterHead.tsx';
import type { PosterParts } from './parts.ts';
import { byField, progressOf, writersOf } from './poster.ts';
import { Question } from './Question.tsx';
import type { OpenHomework } from './useHomework.ts';

interface PosterProps {
  readonly open: OpenHomework;
  readonly partner: Partner;
  readonly acts: Readable<Acts>;
  readonly calls: MeetingCalls;
  readonly onBoard: () => void;
}

/** A partner's homework as one large poster: the questions, and the stickers of its people under each. */
export function Poster({ open, partner, acts, calls, onBoard }: PosterProps) {
  const t = useText('homework');
  const { source, homework } = open;
  const view = useReadable(homework.view);
  const others = useReadable(source.others);
  const progress = progressOf(useReadable(acts), partner.id);
  const cards = useMemo(() => byField(view.cards), [view.cards]);
  const writers = useMemo(() => writersOf(others, source.me.id), [others, source.me.id]);
  const parts: PosterParts = { open, partner, calls, revealed: progress.status === 'revealed', onBoard };
  return (
    <article
      className="homework"
      aria-label={t('poster.label', { partner: partner.name })}
      style={{ '--partner': partner.color } as CSSProperties}
      onKeyDown={(event) => undoByKey(event, open)}
    >
      <PosterHead parts={parts} progress={progress} />
      {view.isNewer ? <p className="homework-note">{t('poster.newer')}</p> : null}
      {view.unreadable > 0 ? (
        <p className="homework-note">{t('poster.unreadable', { count: view.unreadable })}</p>
      ) : null}
      <div className="homework-questions">
        {HOMEWORK.map((question, index) => (
          <Question
            key={question.key}
            question={question}
            number={index + 1}
            cards={cards}
            writers={writers}
            parts={parts}
            canWrite={view.canWrite}
          />
        ))}
      </div>
    </article>
  );
}

/** Undo and redo where one is not writing: in a text field the keys are the field's own. */
function undoByKey(event: KeyboardEvent, { homework }: OpenHomework): void {
  if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLTextAreaElement) return;
  if (event.target instanceof HTMLInputElement) return;
  const key = event.key.toLowerCase();
  const redo = key === 'y' || (key === 'z' && event.shiftKey);
  if (!redo && key !== 'z') return;
  event.preventDefault();
  if (redo) homework.commands.redo();
  else homework.commands.undo();
}
