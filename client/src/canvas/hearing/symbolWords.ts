import { isIconName } from '@samenbord/shared/board';
import type { Language } from '@samenbord/shared/template';
import { text } from '../../i18n/index.ts';
import { EMOJI, ICONS } from '../symbols/choices.ts';

const NAMES = new Map([...ICONS, ...EMOJI].map(({ symbol, name }) => [symbol, name]));

/** An icon or emoji as it is read aloud; `undefined` for one without a name here. */
export function symbolWords(symbol: string, language: Language): string | undefined {
  const name = NAMES.get(symbol)?.[language];
  return name && text('pictorial', isIconName(symbol) ? 'hear.icon' : 'hear.emoji', { name });
}
