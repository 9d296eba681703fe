import type { PenResponse } from '@samenbord/shared/protocol';
import X from 'lucide-react/icons/x';
import { useEffect, useEffectEvent, useState } from 'react';
import { useLocale, useText } from '../../i18n/index.ts';
import { IconButton, notify } from '../../ui/index.ts';
import { QrCode } from '../../ui/QrCode.tsx';
import type { MakePen } from '../makePen.ts';

interface PhonePanelProps {
  readonly makePen: MakePen;
  readonly onClose: () => void;
}

/** The code that makes a phone a pen. It opens nothing but adding stickers, so a whole room may see it. */
export function PhonePanel({ makePen, onClose }: PhonePanelProps) {
  const t = useText('wall');
  const locale = useLocale();
  const [pen, setPen] = useState<PenResponse>();
  const fail = useEffectEvent(() => {
    notify({ text: t('phone.failed'), tone: 'trouble' });
    onClose();
  });
  const ask = useEffectEvent(makePen);
  useEffect(() => {
    let current = true;
    ask().then(
      (made) => current && setPen(made),
      () => current && fail(),
    );
    return () => {
      current = false;
    };
  }, []);
  return (
    <section className="wall-phone" aria-label={t('phone.title')}>
      <div className="wall-phone-top">
        <h2>{t('phone.title')}</h2>
        <IconButton label={t('phone.close')} icon={<X aria-hidden />} onClick={onClose} />
      </div>
      <div className="wall-phone-code">{pen ? <QrCode text={pen.url} label={t('phone.code')} /> : null}</div>
      <p>{t('phone.how')}</p>
      {pen ? (
        <p>
          {t('phone.until', {
            time: new Date(pen.expires).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }),
          })}
        </p>
      ) : null}
    </section>
  );
}
