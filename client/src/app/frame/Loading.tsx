import { useText } from '../../i18n/index.ts';
import './page.css';

/** While a screen is being fetched. Says so only after a moment: most are there before one looks. */
export function Loading() {
  const t = useText('app');
  return (
    <div className="app-loading" role="status">
      {t('loading')}
    </div>
  );
}
