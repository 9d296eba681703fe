import type { Language } from '@samenbord/shared/template';
import { useMemo } from 'react';
import { useText } from '../i18n/index.ts';
import { legibilityOf, SMALL_POINTS } from './legibility.ts';
import type { Paper } from './page.ts';
import type { Painting } from './painting.ts';

export interface LegibilityNoteProps {
  readonly painting: Painting | undefined;
  readonly paper: Paper;
  readonly language: Language;
}

/** Says what will be hard to read on paper, where anything is. */
export function LegibilityNote({ painting, paper, language }: LegibilityNoteProps) {
  const t = useText('export');
  const legibility = useMemo(
    () => painting && legibilityOf(painting.picture, painting.type.fit, paper),
    [painting, paper],
  );
  if (!legibility) return null;
  const { small, shortened } = legibility;
  const points = SMALL_POINTS.toLocaleString(language);
  return (
    <>
      {small > 0 ? (
        <p className="sb-export-note">
          {t('size.small', { count: small, points })} {paper === 'A4' ? t('size.larger') : null}
        </p>
      ) : null}
      {shortened > 0 ? <p className="sb-export-note">{t('size.shortened', { count: shortened })}</p> : null}
    </>
  );
}

/** Says that pictures on stickers cannot be had now. */
export function MissingNote({ painting }: Pick<LegibilityNoteProps, 'painting'>) {
  const t = useText('export');
  const count = painting?.pictures.missing ?? 0;
  return count === 0 ? null : <p className="sb-export-note">{t('pictures.missing', { count })}</p>;
}
