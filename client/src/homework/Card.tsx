import Lock from 'lucide-react/icons/lock';
import UserRound from 'lucide-react/icons/user-round';
import Users from 'lucide-react/icons/users';
import { useRef } from 'react';
import type { HomeworkCard } from '../board/homeworkTypes.ts';
import { useText } from '../i18n/index.ts';
import { PartnerMark, useReadable } from '../ui/index.ts';
import { CardEditor } from './CardEditor.tsx';
import { CardMenu } from './CardMenu.tsx';
import { Contribution } from './Contribution.tsx';
import type { PosterParts } from './parts.ts';

export interface CardProps {
  readonly card: HomeworkCard;
  /** Who else of the partner's people writes in it. */
  readonly writers: readonly string[];
  readonly parts: PosterParts;
  readonly canWrite: boolean;
  /** Begins the next sticker of the same field. */
  readonly onNext: () => void;
}

/** One sticker of the homework. What is on the table already is read here and changed there. */
export function Card({ card, writers, parts, canWrite, onNext }: CardProps) {
  const { desk } = parts.open;
  const item = useRef<HTMLLIElement>(null);
  const isWriting = useReadable(desk.current, (writing) => writing?.sticker === card.id);
  const mayChange = canWrite && card.shared === null;
  if (isWriting)
    return (
      <li className="sb-card homework-card" data-writing="true" ref={item}>
        <CardEditor
          desk={desk}
          partner={parts.partner}
          onEnd={(how) => {
            if (desk.current.get()?.sticker !== card.id) return;
            desk.finish();
            if (how === 'next') onNext();
            else if (how === 'done') focusText(item.current);
          }}
        />
        <Writers names={writers} />
      </li>
    );
  return (
    <li className="sb-card homework-card" data-shared={card.shared !== null} ref={item}>
      <Text card={card} onWrite={mayChange ? () => desk.writeIn(card.id) : undefined} />
      <Contribution card={card} />
      <Writers names={writers} />
      <div className="sb-card-foot">
        <Marks card={card} />
        {mayChange ? <CardMenu card={card} parts={parts} /> : null}
        <PartnerMark mark={parts.partner.mark} color={parts.partner.color} size="small" />
      </div>
    </li>
  );
}

/** When the editor is gone, the words take the focus it had. */
function focusText(item: HTMLLIElement | null): void {
  requestAnimationFrame(() => item?.querySelector<HTMLElement>('.sb-card-text')?.focus());
}

interface TextProps {
  readonly card: HomeworkCard;
  /** Absent where one may only read. */
  readonly onWrite: (() => void) | undefined;
}

function Text({ card: { text }, onWrite }: TextProps) {
  const t = useText('homework');
  const words = text.trim() === '' ? t('card.empty') : text;
  if (onWrite === undefined)
    return (
      <p className="sb-card-text" dir="auto">
        {words}
      </p>
    );
  return (
    <button
      type="button"
      className="sb-card-text"
      dir="auto"
      aria-label={t('card.write', { text: words })}
      onClick={onWrite}
    >
      {words}
    </button>
  );
}

/** Who wrote it, and what is out of the ordinary about it: signs always with words. */
function Marks({ card: { authorName, personal, share, shared } }: { readonly card: HomeworkCard }) {
  const t = useText('homework');
  return (
    <ul className="homework-marks">
      {authorName === null ? null : <li>{t('card.by', { name: authorName })}</li>}
      {personal ? (
        <li>
          <UserRound aria-hidden />
          {t('card.personal')}
        </li>
      ) : null}
      {shared !== null ? (
        <li data-on-table="true">
          <Users aria-hidden />
          {t('card.onTable')}
        </li>
      ) : null}
      {shared === null && !share ? (
        <li>
          <Lock aria-hidden />
          {t('card.stays')}
        </li>
      ) : null}
    </ul>
  );
}

function Writers({ names }: { readonly names: readonly string[] }) {
  const t = useText('homework');
  return (
    <p className="homework-writers" role="status">
      {names.length === 0 ? '' : t('card.writing', { names: names.join(', '), count: names.length })}
    </p>
  );
}
