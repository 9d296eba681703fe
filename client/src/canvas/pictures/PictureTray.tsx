import { useEffect } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button, useReadable } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { forget, retry } from './sending.ts';
import './pictures.css';

interface PictureTrayProps {
  readonly model: CanvasModel;
  readonly onClose: () => void;
}

/** Pictures on their way, and those that could not be sent: they are nowhere else, so they stay in sight. */
export function PictureTray({ model }: PictureTrayProps) {
  const t = useText('pictorial');
  const all = useReadable(model.bringing);
  useEffect(() => {
    // Closing the page would lose them.
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  const stuck = all.filter(({ state }) => state !== 'sending');
  return (
    <section className="canvas-tray" aria-label={t('tray.label')}>
      <div role="status">
        <h2>{stuck.length > 0 ? t('tray.stuck') : t('tray.sending', { count: all.length })}</h2>
        <ul>
          {all.map(({ id, name, state }) => (
            <li key={id}>
              <span className="canvas-tray-name">{name}</span>
              <span className="canvas-tray-state">{t(`tray.state.${state}`)}</span>
            </li>
          ))}
        </ul>
      </div>
      {stuck.length > 0 ? (
        <div className="canvas-tray-acts">
          <Button
            onClick={() =>
              forget(
                model,
                stuck.map(({ id }) => id),
              )
            }
          >
            {t('tray.forget')}
          </Button>
          <Button tone="primary" onClick={() => retry(model)}>
            {t('bring.again')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
