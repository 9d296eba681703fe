import type { HomeworkQuestion } from '@samenbord/shared/template';
import { useId } from 'react';
import type { HomeworkCard } from '../board/homeworkTypes.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { FieldBox } from './FieldBox.tsx';
import type { PosterParts } from './parts.ts';

interface QuestionProps {
  readonly question: HomeworkQuestion;
  /** From 1, as it is asked. */
  readonly number: number;
  readonly cards: ReadonlyMap<string, readonly HomeworkCard[]>;
  readonly writers: ReadonlyMap<string, readonly string[]>;
  readonly parts: PosterParts;
  readonly canWrite: boolean;
}

/** One question of the homework with its fields. */
export function Question({ question, number, cards, writers, parts, canWrite }: QuestionProps) {
  const t = useText('homework');
  const language = useLanguage();
  const title = useId();
  const { key, ask, hints, fields, optional } = question;
  return (
    <section className="homework-question" data-question={key} aria-labelledby={title}>
      <h3 id={title}>
        <span className="homework-number" role="img" aria-label={t('question.number', { number })}>
          {number}
        </span>
        <span>
          {ask[language]}
          {optional ? <small className="homework-optional">{` (${t('question.optional')})`}</small> : null}
        </span>
      </h3>
      {hints.length > 0 ? (
        <ul className="homework-hints">
          {hints.map((hint) => (
            <li key={hint.nl}>{hint[language]}</li>
          ))}
        </ul>
      ) : null}
      <div className="homework-fields">
        {fields.map(({ field, ask: sub }) => (
          <FieldBox
            key={field}
            field={field}
            ask={sub[language]}
            cards={cards.get(field) ?? []}
            writers={writers}
            parts={parts}
            canWrite={canWrite}
          />
        ))}
      </div>
    </section>
  );
}
