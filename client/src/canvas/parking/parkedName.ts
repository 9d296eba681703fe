import type { Language } from '@samenbord/shared/template';
import { text } from '../../i18n/index.ts';

/** What the parking strip is called, with stickers only of these partners on it, who left; of whomever for none. */
export function parkedName(names: readonly string[], language: Language): string {
  if (names.length === 0) return text('canvas', 'parked.name');
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return text('canvas', 'parked.of', { names: list });
}
