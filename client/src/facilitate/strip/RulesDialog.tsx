import { CONVERSATION_RULES } from '@samenbord/shared/template';
import { useLanguage, useText } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import './texts.ts';

/** The rules card: how partners talk with each other. */
export function RulesDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText('meeting');
  const language = useLanguage();
  return (
    <Dialog title={t('rules.title')} onClose={onClose}>
      <ol className="meeting-rules-card">
        {CONVERSATION_RULES.map(({ rule, meaning }) => (
          <li key={rule.nl}>
            <strong>{rule[language]}</strong> {meaning?.[language]}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
