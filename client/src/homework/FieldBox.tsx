import Plus from 'lucide-react/icons/plus';
import { useId, useRef } from 'react';
import type { HomeworkCard, HomeworkDraft } from '../board/homeworkTypes.ts';
import type { Writing } from '../board/writingDesk.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { Button, useReadable } from '../ui/index.ts';
import { Card } from './Card.tsx';
import { CardEditor } from './CardEditor.tsx';
import type { PosterParts } from './parts.ts';
import { fieldLabel } from './poster.ts';

interface FieldBoxProps {
  readonly field: string;
  /** Its sub-question. */
  readonly ask: string;
  readonly cards: readonly HomeworkCard[];
  readonly writers: ReadonlyMap<string, readonly string[]>;
  readonly parts: PosterParts;
  readonly canWrite: boolean;
}

const NOBODY: readonly string[] = [];

/** One field of the poster: what it asks, its stickers, and the place for the next. */
export function FieldBox({ field, ask, cards, writers, parts, canWrite }: FieldBoxProps) {
  const t = useText('homework');
  const language = useLanguage();
  const title = useId();
  const add = useRef<HTMLButtonElement>(null);
  const { desk } = parts.open;
  const label = fieldLabel(field, language);
  const writing = useReadable(desk.current);
  // One that was begun here stays at the end, also when its first letter has made it a sticker.
  const begun = writing?.draft?.field === field ? writing : null;
  const startNew = () => desk.startNew({ field });
  return (
    <div className="homework-field" data-field={field}>
      <h4 id={title}>{label}</h4>
      <p className="homework-ask">{ask}</p>
      <ul className="homework-cards" aria-label={t('field.stickers', { field: label })}>
        {cards
          .filter(({ id }) => begun === null || id !== begun.sticker)
          .map((card) => (
            <Card
              key={card.id}
              card={card}
              writers={writers.get(card.id) ?? NOBODY}
              parts={parts}
              canWrite={canWrite}
              onNext={startNew}
            />
          ))}
        {begun === null ? null : (
          <New
            key={begun.key}
            writing={begun}
            parts={parts}
            onNext={startNew}
            onDone={() => add.current?.focus()}
          />
        )}
      </ul>
      {canWrite ? (
        <Button
          ref={add}
          className="homework-add"
          tone="plain"
          icon={<Plus aria-hidden />}
          aria-label={t('field.addTo', { field: label })}
          onClick={startNew}
        >
          {t('field.add')}
        </Button>
      ) : null}
    </div>
  );
}

interface NewProps {
  readonly writing: Writing<HomeworkDraft>;
  readonly parts: PosterParts;
  readonly onNext: () => void;
  readonly onDone: () => void;
}

/** A sticker that is being begun. */
function New({ writing, parts, onNext, onDone }: NewProps) {
  const { desk } = parts.open;
  return (
    <li className="sb-card homework-card" data-writing="true">
      <CardEditor
        desk={desk}
        partner={parts.partner}
        onEnd={(how) => {
          // Another sticker may have been opened by the very press that took the focus away.
          if (desk.current.get()?.key !== writing.key) return;
          const isEmpty = desk.text().trim() === '';
          desk.finish();
          if (how === 'next' && !isEmpty) onNext();
          else if (how !== 'left') onDone();
        }}
      />
    </li>
  );
}
