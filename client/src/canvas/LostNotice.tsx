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
