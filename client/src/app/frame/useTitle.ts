import { useEffect } from 'react';
import { useText } from '../../i18n/index.ts';

/** The title of the browser's tab, with the product's name behind it. */
export function useTitle(title: string): void {
  const t = useText('app');
  const whole = title === '' ? t('title.alone') : t('title.with', { title });
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
