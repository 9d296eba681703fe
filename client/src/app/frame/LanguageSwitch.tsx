import type { Language } from '@samenbord/shared/template';
import Languages from 'lucide-react/icons/languages';
import { setLanguage, useLanguage, useText } from '../../i18n/index.ts';
import { Button, notify } from '../../ui/index.ts';

const OTHER: Readonly<Record<Language, Language>> = { nl: 'en', en: 'nl' };

/** How to go to the other language, in words of that language: whoever needs the button can read it. */
export function useLanguageSwitch(): { readonly other: Language; readonly words: string; change(): void } {
  const t = useText('app');
  const other = OTHER[useLanguage()];
  return {
    other,
    words: t('language.switch'),
    change() {
      setLanguage(other).catch(() => notify({ text: t('language.failed'), tone: 'trouble' }));
    },
  };
}

/** The button that puts the page in the other language. */
export function LanguageSwitch() {
  const { other, words, change } = useLanguageSwitch();
  return (
    <Button tone="plain" lang={other} icon={<Languages aria-hidden />} onClick={change}>
      {words}
    </Button>
  );
}
