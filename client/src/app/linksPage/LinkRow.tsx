import { type ReactNode, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { CopyButton, fetched } from '../../ui/index.ts';
import { QrCode } from '../../ui/QrCode.tsx';

const QrDialog = fetched(() => import('./QrDialog.tsx').then((m) => m.QrDialog));

interface LinkRowProps {
  readonly link: string;
  /** One that was put out of use is not shown to be handed out. */
  readonly works: boolean;
  readonly whom: string;
  /** What one can do with it. */
  readonly meaning: string;
  readonly mark?: ReactNode;
}

/** One link: for whom it is, and what one hands out. */
export function LinkRow({ link, works, whom, meaning, mark }: LinkRowProps) {
  const t = useText('welcome');
  return (
    <li className="links-row">
      <div className="links-whom">
        {mark}
        <div>
          <strong>{whom}</strong>
          <p>{meaning}</p>
        </div>
      </div>
      {works ? <Give link={link} whom={whom} /> : <p className="links-dead">{t('links.dead')}</p>}
    </li>
  );
}

/** The link itself, a button that copies it and a code to scan. */
function Give({ link, whom }: Pick<LinkRowProps, 'link' | 'whom'>) {
  const t = useText('welcome');
  const field = useRef<HTMLInputElement>(null);
  const [large, setLarge] = useState(false);
  return (
    <>
      <div className="links-give">
        <input
          ref={field}
          className="sb-input links-address"
          readOnly
          value={link}
          aria-label={t('links.address', { whom })}
          onFocus={({ target }) => target.select()}
        />
        <CopyButton
          text={link}
          label={t('links.copy', { whom })}
          onBlocked={() => {
            field.current?.focus();
            field.current?.select();
          }}
        />
        <button
          type="button"
          className="links-qr-button"
          aria-label={t('links.qr.show', { whom })}
          title={t('links.qr.show', { whom })}
          onClick={() => setLarge(true)}
        >
          <QrCode text={link} />
        </button>
      </div>
      {large ? <QrDialog link={link} whom={whom} onClose={() => setLarge(false)} /> : null}
    </>
  );
}
