import { useText } from '../../i18n/index.ts';

/** Says so many minutes as one would: "45 minuten", "2 uur", "2 uur 45". */
export function useDuration(): (minutes: number) => string {
  const t = useText('facilitate');
  return (total) => {
    const [hours, minutes] = [Math.floor(total / 60), total % 60];
    if (hours === 0) return t('duration.minutes', { count: minutes });
    return minutes === 0 ? t('duration.hours', { hours }) : t('duration.both', { hours, minutes });
  };
}
