import { TEMPLATE_KEYS, TEMPLATES, type TemplateKey } from '@samenbord/shared/template';
import EyeOff from 'lucide-react/icons/eye-off';
import Lock from 'lucide-react/icons/lock';
import { useLanguage, useText } from '../../../i18n/index.ts';
import { notify, type Tab, useReadable } from '../../../ui/index.ts';
import type { OpenBoard } from '../useOpenBoard.ts';
import type { Look } from './useLooking.ts';

/** The tabs of the sheets: closed ones with a lock for who may not look yet, marked for who may. */
export function useSheetTabs(
  { meeting }: OpenBoard,
  { open }: Look,
): { readonly tabs: readonly Tab<TemplateKey>[]; readonly onClosed: () => void } {
  const t = useText('app');
  const language = useLanguage();
  const shared = useReadable(meeting.view, (view) => view.sheets);
  const tabs = TEMPLATE_KEYS.map((key): Tab<TemplateKey> => {
    const tab = { key, label: TEMPLATES[key].title[language], short: t(`sheet.${key}`) };
    if (!open.includes(key)) return { ...tab, closed: t('sheet.closed'), icon: <Lock aria-hidden /> };
    if (!shared.includes(key)) return { ...tab, note: t('sheet.onlyYou'), icon: <EyeOff aria-hidden /> };
    return tab;
  });
  return { tabs, onClosed: () => notify({ text: t('sheet.closed.why') }) };
}
