import { LANGUAGES, type Language } from '@samenbord/shared/template';

const KEY = 'samenbord.language';

/** The language chosen here before; `undefined` when none was, or when the browser's storage is blocked. */
export function recallLanguage(): Language | undefined {
  try {
    const stored = globalThis.localStorage?.getItem(KEY);
    return LANGUAGES.find((known) => known === stored);
  } catch {
    return undefined;
  }
}

/** Remembers the choice where that is allowed; elsewhere it lasts as long as the page. */
export function rememberLanguage(language: Language): void {
  try {
    globalThis.localStorage?.setItem(KEY, language);
  } catch {
    // Blocked storage: the choice holds for this page.
  }
}
