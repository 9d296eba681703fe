import type { HomeworkStatus } from '@samenbord/shared/board';
import { HOMEWORK_FIELDS } from '@samenbord/shared/template';
import { useState } from 'react';
import type { HomeworkCard } from '../board/homeworkTypes.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Button, useReadable } from '../ui/index.ts';
import type { PosterParts } from './parts.ts';
import { byField, fieldLabel, written } from './poster.ts';
import { useAct } from './useAct.ts';

interface ReadyDialogProps {
  readonly parts: PosterParts;
  readonly progress: { readonly status: HomeworkStatus; readonly alone: boolean };
  readonly onClose: () => void;
}

/** What goes to the table, sticker by sticker; then that this partner is ready. Choices hold as they are made. */
export function ReadyDialog({ parts, progress, onClose }: ReadyDialogProps) {
  const t = useText('homework');
  const [alone, setAlone] = useState(progress.alone);
  const cards = written(useReadable(parts.open.homework.view).cards);
  const isReady = progress.status === 'ready';
  const { busy, go } = useAct(() => parts.calls.setHomework('ready', alone), t('ready.done'), onClose);
  return (
    <Dialog
      title={t('ready.title')}
      onClose={onClose}
      footer={
        isReady && alone === progress.alone ? (
          <Button onClick={onClose}>{t('ready.close')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t(isReady ? 'confirm.cancel' : 'ready.later')}</Button>
            <Button tone="primary" disabled={busy || cards.length === 0} onClick={go}>
              {t('ready.go')}
            </Button>
          </>
        )
      }
    >
      <p>{cards.length === 0 ? t('ready.empty') : t('ready.lead')}</p>
      {cards.length === 0 ? null : <p className="homework-soft">{t('ready.sensitive')}</p>}
      <Chosen cards={cards} parts={parts} />
      <Sum cards={cards} />
      {cards.length === 0 ? null : (
        <label className="homework-check">
          <input type="checkbox" checked={alone} onChange={({ target }) => setAlone(target.checked)} />
          <span>{t('ready.alone')}</span>
        </label>
      )}
    </Dialog>
  );
}

function Sum({ cards }: { readonly cards: readonly HomeworkCard[] }) {
  const t = useText('homework');
  if (cards.length === 0) return null;
  const shared = cards.filter(({ share }) => share).length;
  const words =
    shared === 0
      ? t('ready.none')
      : t('ready.count', { count: shared, stickers: t('ready.stickers', { count: cards.length }) });
  return (
    <p className="homework-sum" role="status">
      {words}
    </p>
  );
}

interface ChosenProps {
  readonly cards: readonly HomeworkCard[];
  readonly parts: PosterParts;
}

function Chosen({ cards, parts }: ChosenProps) {
  const language = useLanguage();
  const groups = byField(cards);
  return HOMEWORK_FIELDS.map((field) => {
    const group = groups.get(field) ?? [];
    if (group.length === 0) return null;
    return (
      <fieldset key={field} className="homework-chosen">
        <legend>{fieldLabel(field, language)}</legend>
        {group.map((card) => (
          <Line key={card.id} card={card} parts={parts} />
        ))}
      </fieldset>
    );
  });
}

function Line({ card, parts }: { readonly card: HomeworkCard; readonly parts: PosterParts }) {
  const t = useText('homework');
  const { id, text, share, personal } = card;
  const { commands } = parts.open.homework;
  return (
    <div className="homework-choice">
      <label className="homework-check">
        <input type="checkbox" checked={share} onChange={() => commands.setShare([id], !share)} />
        <span dir="auto">{text}</span>
      </label>
      <label className="homework-check homework-check-small">
        <input
          type="checkbox"
          checked={personal}
          aria-label={t('ready.personal.label', { text })}
          onChange={() => commands.setPersonal([id], !personal)}
        />
        <span aria-hidden="true">{t('ready.personal')}</span>
      </label>
    </div>
  );
}
