import { CERTAINTIES, type Certainty } from '@samenbord/shared/board';
import { bringGain } from '@samenbord/shared/template';
import { type FormEvent, useId, useState } from 'react';
import type { HomeworkCard } from '../board/homeworkTypes.ts';
import { useLanguage, useLocale, useText } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Button, Field } from '../ui/index.ts';
import { Choices } from './Choices.tsx';
import type { PosterParts } from './parts.ts';
import { amountInput, readQuantity } from './poster.ts';

interface DetailsDialogProps {
  readonly card: HomeworkCard;
  readonly parts: PosterParts;
  readonly onClose: () => void;
}

/** As long as the server takes. */
const LONGEST_WORD = 40;

/** How much a sticker brings or gains, of what kind, and how sure that is. Nothing of it has to be filled in. */
export function DetailsDialog({ card, parts, onClose }: DetailsDialogProps) {
  const t = useText('homework');
  const language = useLanguage();
  const locale = useLocale();
  const form = useId();
  const [category, setCategory] = useState(card.category ?? '');
  const [certainty, setCertainty] = useState<Certainty | ''>(card.certainty ?? '');
  const [input, setInput] = useState({
    amount: amountInput(card.quantity?.amount, locale),
    unit: card.quantity?.unit ?? '',
    period: card.quantity?.period ?? '',
  });
  const [isWrong, setWrong] = useState(false);
  const hinted = bringGain.categories.find(({ key }) => key === category)?.unitHint[language];
  const examples = hinted || t('details.unit.examples');
  const save = (event: FormEvent) => {
    event.preventDefault();
    const quantity = readQuantity(input);
    setWrong(quantity === 'wrong');
    if (quantity === 'wrong') return;
    parts.open.homework.commands.setContribution(card.id, {
      ...(category === '' ? {} : { category }),
      ...(quantity === undefined ? {} : { quantity }),
      ...(certainty === '' ? {} : { certainty }),
    });
    onClose();
  };
  const typed = (key: keyof typeof input) => ({
    value: input[key],
    maxLength: LONGEST_WORD,
    onChange: ({ target }: { readonly target: HTMLInputElement }) =>
      setInput({ ...input, [key]: target.value }),
  });
  const none = { key: '', label: t('details.none') } as const;
  return (
    <Dialog
      title={t('details.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('details.cancel')}</Button>
          <Button tone="primary" type="submit" form={form}>
            {t('details.save')}
          </Button>
        </>
      }
    >
      <form id={form} className="homework-details" onSubmit={save} noValidate>
        <p>{t('details.lead')}</p>
        <div className="homework-quantity">
          <Field
            label={t('details.amount')}
            hint={t('details.amount.hint')}
            inputMode="decimal"
            error={isWrong ? t('details.amount.wrong') : undefined}
            {...typed('amount')}
          />
          <Field label={t('details.unit')} hint={t('details.unit.hint', { examples })} {...typed('unit')} />
          <Field label={t('details.period')} hint={t('details.period.hint')} {...typed('period')} />
        </div>
        <Choices
          label={t('details.certainty')}
          chosen={certainty}
          onChoose={setCertainty}
          choices={[none, ...CERTAINTIES.map((key) => ({ key, label: t(`certainty.${key}`) }))]}
        />
        <Choices
          label={t('details.category')}
          chosen={category}
          onChoose={setCategory}
          choices={[none, ...bringGain.categories.map(({ key, label }) => ({ key, label: label[language] }))]}
        />
      </form>
    </Dialog>
  );
}
