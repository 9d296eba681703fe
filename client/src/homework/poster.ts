import type { Acts, HomeworkStatus, Quantity } from '@samenbord/shared/board';
import { bringGain, fieldOf, HOMEWORK_FIELDS, type Language } from '@samenbord/shared/template';
import type { HomeworkCard } from '../board/homeworkTypes.ts';
import type { Other } from '../session/types.ts';

/** What stands on the poster, worked out from the homework: pure functions of it. */

/** What a field is called. */
export function fieldLabel(field: string, language: Language): string {
  return fieldOf('brengen-halen', field)?.label[language] ?? field;
}

/** Cards by field, every field of the homework there, in order. */
export function byField(cards: readonly HomeworkCard[]): ReadonlyMap<string, readonly HomeworkCard[]> {
  const groups = new Map<string, HomeworkCard[]>(HOMEWORK_FIELDS.map((field) => [field, []]));
  for (const card of cards) groups.get(card.field)?.push(card);
  return groups;
}

/** How far a partner is, and whether it asked to share by itself. */
export function progressOf(
  acts: Pick<Acts, 'homework'>,
  partner: string,
): { readonly status: HomeworkStatus; readonly alone: boolean } {
  // A partner's id may be a word that every object knows, such as `constructor`.
  const known = Object.hasOwn(acts.homework, partner) ? acts.homework[partner] : undefined;
  return known ?? { status: 'notStarted', alone: false };
}

/** Cards with something on them: what can go to the table. */
export function written(cards: readonly HomeworkCard[]): readonly HomeworkCard[] {
  return cards.filter(({ text }) => text.trim() !== '');
}

/** What a category is called; `undefined` for one this program does not know. */
export function categoryLabel(key: string | undefined, language: Language): string | undefined {
  return bringGain.categories.find((category) => category.key === key)?.label[language];
}

/** A number as one reads it. */
export function amountText(amount: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(amount);
}

/** A number as one fills it in: without groups, which could be read as decimals. Empty for none. */
export function amountInput(amount: number | undefined, locale: string): string {
  if (amount === undefined) return '';
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: false }).format(amount);
}

/** What was filled in as a quantity. */
export interface QuantityInput {
  readonly amount: string;
  readonly unit: string;
  readonly period: string;
}

/**
 * Reads a quantity as people write it: `16`, `2,5`, `350.000`. `undefined` for none, `'wrong'` for what is no
 * number. Points or
 * commas before three digits group thousands, as in `1.240`; any other one begins the decimals.
 */
export function readQuantity({ amount, unit, period }: QuantityInput): Quantity | undefined | 'wrong' {
  const given = amount.replaceAll(/[\s€]/g, '');
  if (given === '') return undefined;
  const number = numberOf(given);
  if (number === undefined) return 'wrong';
  const rest = period.trim();
  return { amount: number, unit: unit.trim(), ...(rest === '' ? {} : { period: rest }) };
}

const GROUPED = /^(-?[1-9]\d{0,2}(?:[.,]\d{3})+)([.,]\d+)?$/;

function numberOf(given: string): number | undefined {
  if (!/^-?\d[\d.,]*$/.test(given)) return undefined;
  const [, groups, decimals = ''] = GROUPED.exec(given) ?? [];
  const plain = groups === undefined ? given : `${groups.replaceAll(/[.,]/g, '')}${decimals}`;
  const number = Number(plain.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}

/** The names of the others who have the homework open, each person once. */
export function namesHere(others: readonly Other[], me: string): readonly string[] {
  const names = new Map<string, string>();
  for (const { presence } of others)
    if (presence.user.id !== me) names.set(presence.user.id, presence.user.name);
  return [...names.values()].sort((a, b) => a.localeCompare(b));
}

/** Who writes in which sticker now, by sticker; oneself left out. */
export function writersOf(others: readonly Other[], me: string): ReadonlyMap<string, readonly string[]> {
  const writers = new Map<string, string[]>();
  for (const { presence } of others) {
    const sticker = presence.typing?.sticker;
    if (sticker === undefined || presence.user.id === me) continue;
    const names = writers.get(sticker) ?? [];
    if (!names.includes(presence.user.name)) names.push(presence.user.name);
    writers.set(sticker, names);
  }
  return writers;
}
