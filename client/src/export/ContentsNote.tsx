import type { BoardView } from '../board/types.ts';
import { useText } from '../i18n/index.ts';
import { countParked, countSensitive, hasSensitiveFields } from './picture.ts';
import type { PictureForm } from './usePictureOptions.ts';

export interface ContentsNoteProps {
  readonly view: BoardView;
  readonly form: PictureForm;
  /** Stickers in the picture. */
  readonly shown: number;
  readonly onChange: (changes: Partial<PictureForm>) => void;
}

/** Says what will be in the picture, and lets one leave out what is confidential. */
export function ContentsNote({ view, form, shown, onChange }: ContentsNoteProps) {
  const t = useText('export');
  const sensitive = countSensitive(view, form.sheet);
  const parked = countParked(view, form.sheet);
  return (
    <div className="sb-export-contents">
      <p>
        {t('contents.stickers', { count: shown })}
        {parked > 0 ? ` ${t('contents.parked', { count: parked })}` : null}
      </p>
      {hasSensitiveFields(view, form.sheet) ? (
        <label className="sb-export-check">
          <input
            type="checkbox"
            checked={form.withhold}
            onChange={(event) => onChange({ withhold: event.target.checked })}
          />
          <span>{t('choose.withhold')}</span>
        </label>
      ) : null}
      {sensitive > 0 ? (
        <p className={form.withhold ? 'sb-export-note' : 'sb-export-note sb-export-caution'}>
          {t(form.withhold ? 'contents.sensitiveOut' : 'contents.sensitiveIn', { count: sensitive })}
        </p>
      ) : null}
    </div>
  );
}
