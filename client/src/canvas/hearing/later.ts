import { isIconName } from '@samenbord/shared/board';
import type { Language } from '@samenbord/shared/template';
import { text } from '../../i18n/index.ts';
import { fetching } from '../../ui/index.ts';

/** Names of icons, and of what is drawn by hand: fetched when a sheet first has any. */
export const hearing = fetching(() => import('./index.ts'));

/**
 * Says icons and emoji in words: as well as it can, until their names have come.
 * @param arrived called when they have: what was said can be said better
 */
export function symbolNames(language: Language, arrived: () => void): (symbol: string) => string {
  let coming = false;
  const fetch = async (): Promise<void> => {
    coming = true;
    try {
      await hearing.get();
      arrived();
    } catch {
      coming = false;
    }
  };
  return (symbol) => {
    const part = hearing.now();
    if (part === undefined && !coming) void fetch();
    return (
      part?.symbolWords(symbol, language) ?? (isIconName(symbol) ? text('canvas', 'mirror.icon') : symbol)
    );
  };
}
