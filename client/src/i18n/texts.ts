import type { Language } from '@samenbord/shared/template';
import { useSyncExternalStore } from 'react';
import type { TextKey, Translate, ValuesFor } from './catalogue.ts';
import { nl } from './nl/index.ts';
import { recallLanguage, rememberLanguage } from './remembered.ts';
import type { Catalogue, Dutch, LaterRoom, Room } from './rooms.ts';

type Bundle = Readonly<Record<string, string>>;

/**
 * Dutch is in the first load, so that there is always a text to show, also when a chunk cannot be fetched;
 * English comes when somebody asks for it. Filling in names and choosing a plural is all there is to do, which
 * takes no library: what one would add to the first load is more than all texts together.
 */
const bundles: Record<Language, Map<string, Bundle>> = { nl: new Map(Object.entries(nl)), en: new Map() };
let current: Language = 'nl';

/** Adds the Dutch texts of a room whose code was fetched later; English has those of all rooms. */
export function addTexts<R extends LaterRoom>(room: R, dutch: Dutch[R]): void {
  bundles.nl.set(room, dutch);
}

/** Whether somebody chose a language in this page; where storage is blocked nothing else knows. */
let chosen = false;

const listeners = new Set<() => void>();

const currentLanguage = (): Language => current;

/** The language the page is in, outside React. */
export const language: () => Language = currentLanguage;

function followLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function load(language: Language): Promise<void> {
  if (bundles[language].has('app')) return;
  const catalogue: Catalogue = (await import('./en/index.ts')).en;
  for (const [room, bundle] of Object.entries(catalogue)) bundles[language].set(room, bundle);
}

async function show(language: Language): Promise<void> {
  await load(language);
  current = language;
  if (typeof document !== 'undefined') document.documentElement.lang = language;
  for (const listener of [...listeners]) listener();
}

/**
 * Shows the page in a language and remembers it.
 * @throws when the language's texts could not be fetched; the page stays in the language it was in
 */
export async function setLanguage(language: Language): Promise<void> {
  await show(language);
  chosen = true;
  rememberLanguage(language);
}

/** Before the first render: the language chosen here earlier, else Dutch, whatever the browser says. */
export async function startLanguage(): Promise<void> {
  // Without the chunk the page is Dutch rather than blank.
  await show(recallLanguage() ?? 'nl').catch(() => show('nl'));
}

/** Shows a board's own language to somebody who never chose one; remembers nothing. */
export async function proposeLanguage(language: Language): Promise<void> {
  if (recallLanguage() !== undefined || chosen || language === currentLanguage()) return;
  // Without the chunk the page stays as it is.
  await show(language).catch(() => undefined);
}

/** The language the page is in; re-renders when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(followLanguage, currentLanguage, currentLanguage);
}

/** The locale in which dates and numbers are written: European English, as its readers here are used to. */
const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** The locale of the page's language, for `Intl`. */
export function useLocale(): string {
  return LOCALES[useLanguage()];
}

/** A text outside React. Prefer {@link useText}: what this returned does not change with the language. */
export function text<R extends Room, K extends TextKey<Dutch[R]>>(
  room: R,
  key: K,
  ...values: ValuesFor<Dutch[R], K>
): string {
  return lookUp(currentLanguage(), room, key, values[0]);
}

/** The texts of one room, in React; the component re-renders when the language changes. */
export function useText<R extends Room>(room: R): Translate<Dutch[R]> {
  const language = useLanguage();
  return translator(language, room);
}

const translators = new Map<string, unknown>();

/** One function per language and room, so that it can stand in a list of dependencies. */
function translator<R extends Room>(language: Language, room: R): Translate<Dutch[R]> {
  const name = `${language}/${room}`;
  const known = translators.get(name);
  if (known !== undefined) return known as Translate<Dutch[R]>;
  const made = (key: string, values?: object): string => lookUp(language, room, key, values);
  translators.set(name, made);
  return made as Translate<Dutch[R]>;
}

/** The text with what is given filled in; in Dutch when the language has none, and the key when Dutch has none. */
function lookUp(language: Language, room: Room, key: string, values: unknown): string {
  const given = (values ?? {}) as Readonly<Record<string, string | number>>;
  const { count } = given;
  const form = typeof count === 'number' ? `${key}_${plurals[language].select(count)}` : key;
  const known = (of: Language): string | undefined => {
    const bundle = bundles[of].get(room);
    return bundle?.[form] ?? bundle?.[key];
  };
  const found = known(language) ?? known('nl') ?? key;
  return found.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(given[name] ?? whole));
}

const plurals: Readonly<Record<Language, Intl.PluralRules>> = {
  nl: new Intl.PluralRules('nl'),
  en: new Intl.PluralRules('en'),
};
