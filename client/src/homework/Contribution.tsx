import type { Contribution as Carried, Quantity } from '@samenbord/shared/board';
import { useLanguage, useLocale, useText } from '../i18n/index.ts';
import { amountText, categoryLabel } from './poster.ts';

/** What a sticker brings or gains beside its words: kind, how much, how sure. Nothing where nothing was said. */
export function Contribution({ card: { category, quantity, certainty } }: { readonly card: Carried }) {
  const t = useText('homework');
  const language = useLanguage();
  const quantityWords = useQuantityWords(quantity);
  const said = [
    categoryLabel(category, language),
    quantityWords,
    certainty === undefined ? undefined : t(`certainty.${certainty}`),
  ].filter((words) => words !== undefined);
  if (said.length === 0) return null;
  return (
    <ul className="homework-chips">
      {said.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

function useQuantityWords(quantity: Quantity | undefined): string | undefined {
  const t = useText('homework');
  const locale = useLocale();
  if (quantity === undefined) return undefined;
  const { unit, period } = quantity;
  const amount = amountText(quantity.amount, locale);
  if (period === undefined) return t('details.quantity', { amount, unit }).trim();
  return t('details.quantityPer', { amount, unit, period });
}
