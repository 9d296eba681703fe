import { useText } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';

/** In place of a sheet that cannot be drawn: what is the matter, and what to do. */
export function LostNotice() {
  const t = useText('canvas');
  return (
    <div className="canvas-lost" role="alert">
      <h2>{t('lost.title')}</h2>
      <p>{t('lost.text')}</p>
      <Button tone="primary" onClick={() => window.location.reload()}>
        {t('lost.reload')}
      </Button>
    </div>
  );
}

/** In place of the sheet in a browser that does not draw at all: loading again would change nothing. */
export function UnableNotice() {
  const t = useText('canvas');
  return (
    <div className="canvas-lost" role="alert">
      <h2>{t('unable.title')}</h2>
      <p>{t('unable.text')}</p>
    </div>
  );
}
