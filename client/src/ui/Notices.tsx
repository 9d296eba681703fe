import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../i18n/index.ts';
import { Button, IconButton } from './Button.tsx';
import { announcement, dismiss, NOTICE_STAYS, type Notice, notices } from './notices.ts';
import { useReadable } from './useReadable.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import './notices.css';

/** Where notices and announcements appear: once, at the end of the page. */
export function Notices() {
  const t = useText('ui');
  const shown = useReadable(notices);
  const spoken = useReadable(announcement);
  // Outside the rest of the page, so that they lie above dialogs, which are there too.
  return createPortal(
    <>
      <section className="sb-notices" aria-label={t('notices.label')} aria-live="polite">
        {shown.map((notice) => (
          <Shown key={notice.id} notice={notice} />
        ))}
      </section>
      <div aria-live="polite" data-announcer>
        <VisuallyHidden>{spoken}</VisuallyHidden>
      </div>
    </>,
    document.body,
  );
}

function Shown({ notice }: { readonly notice: Notice }) {
  const t = useText('ui');
  const { id, text, tone, action, other } = notice;
  const stays = tone === 'trouble' || notice.stays === true;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    // Trouble stays; nothing disappears under a finger that is about to press it.
    if (held || stays) return;
    const time = action === undefined ? NOTICE_STAYS.plain : NOTICE_STAYS.withAction;
    const timer = setTimeout(() => dismiss(id), time);
    return () => clearTimeout(timer);
  }, [id, stays, action, held]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it longer; there is nothing to operate
    <div
      className={`sb-notice sb-notice-${tone}`}
      data-choice={other === undefined ? undefined : ''}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{text}</p>
      {[action, other].map((one) =>
        one === undefined ? null : (
          <Button
            key={one.label}
            tone="plain"
            onClick={() => {
              dismiss(id);
              one.run();
            }}
          >
            {one.label}
          </Button>
        ),
      )}
      <IconButton label={t('notice.close')} icon={<X aria-hidden />} onClick={() => dismiss(id)} />
    </div>
  );
}
