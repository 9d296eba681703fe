import { useEffect } from 'react';
import { useText } from '../../i18n/index.ts';
import { announce, Button } from '../../ui/index.ts';
import './more.css';

/** Says what the next tap does while a line is asked for, and the way out of it. */
export function LinkHint({ onClose }: { readonly onClose: () => void }) {
  const t = useText('tools');
  useEffect(() => announce(t('line.hint')), [t]);
  return (
    <div className="canvas-link-hint">
      <span>{t('line.hintShort')}</span>
      <Button onClick={onClose}>{t('line.cancel')}</Button>
    </div>
  );
}
