import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { copyText } from './copyText.ts';
import { announce, notify } from './notices.ts';
import './hidden.css';

export interface CopyButtonProps {
  /** What goes on the clipboard. */
  readonly text: string;
  /** What is copied, for who hears the page: `Kopieer de link voor …`. */
  readonly label: string;
  /** The words on the button, when not simply "Kopieer". */
  readonly words?: string;
  /** Called when the browser does not allow copying: select the text for the person. */
  readonly onBlocked?: () => void;
  readonly tone?: 'primary' | 'normal' | 'plain';
}

/** How long the button says that it was done, in ms. */
const SAYS_DONE = 2_500;

/** Copies, and says so in words; says what to do when the browser does not allow it. */
export function CopyButton({ text, label, words, onBlocked, tone = 'normal' }: CopyButtonProps) {
  const t = useText('ui');
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), SAYS_DONE);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    if (await copyText(text)) {
      setDone(true);
      announce(t('copy.done'));
    } else {
      notify({ text: t(onBlocked === undefined ? 'copy.blocked' : 'copy.selected'), tone: 'trouble' });
      onBlocked?.();
    }
  };
  return (
    <Button
      tone={tone}
      aria-label={label}
      icon={done ? <Check aria-hidden /> : <Copy aria-hidden />}
      onClick={() => void copy()}
    >
      {done ? t('copy.done') : (words ?? t('copy.label'))}
    </Button>
  );
}
