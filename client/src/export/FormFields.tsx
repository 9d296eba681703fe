import { useText } from '../i18n/index.ts';
import { Field } from '../ui/index.ts';
import { Choice } from './Choice.tsx';
import { CAPTION_LIMITS } from './caption.ts';
import { PAPERS, type Paper, pageOf, RESOLUTIONS, type Resolution } from './page.ts';
import { type PictureForm, versionOf } from './usePictureOptions.ts';

export interface FormFieldsProps {
  readonly form: PictureForm;
  readonly onChange: (changes: Partial<PictureForm>) => void;
}

/** How large the picture is and how sharp. */
export function PaperFields({ form, onChange }: FormFieldsProps) {
  const t = useText('export');
  return (
    <>
      <Choice
        label={t('choose.paper')}
        options={PAPERS.map((paper) => ({ value: paper, label: paper }))}
        chosen={form.paper}
        onChoose={(paper) => onChange({ paper })}
      />
      <Choice
        label={t('choose.resolution')}
        options={RESOLUTIONS.map((value) => ({
          value,
          label: t(value === 300 ? 'resolution.print' : 'resolution.send'),
        }))}
        chosen={form.resolution}
        onChoose={(resolution) => onChange({ resolution })}
      />
    </>
  );
}

/** What the strip says, and whether this is a draft. */
export function CaptionFields({ form, onChange }: FormFieldsProps) {
  const t = useText('export');
  return (
    <>
      <div className="sb-export-pair">
        <Field
          label={t('choose.annex')}
          value={form.annex}
          maxLength={CAPTION_LIMITS.annex}
          onChange={(event) => onChange({ annex: event.target.value })}
        />
        <Field
          label={t('choose.version')}
          value={versionOf(form, t)}
          maxLength={CAPTION_LIMITS.version}
          onChange={(event) => onChange({ version: event.target.value })}
        />
      </div>
      <label className="sb-export-check">
        <input
          type="checkbox"
          checked={form.concept}
          onChange={(event) => onChange({ concept: event.target.checked })}
        />
        <span>{t('choose.concept')}</span>
      </label>
    </>
  );
}

export interface FileNoteProps {
  readonly file: string;
  readonly paper: Paper;
  readonly resolution: Resolution;
}

/** The file as it will be. */
export function FileNote({ file, paper, resolution }: FileNoteProps) {
  const t = useText('export');
  const { width, height } = pageOf(paper, resolution);
  return (
    <dl className="sb-export-file">
      <dt>{t('file.label')}</dt>
      <dd>{file}</dd>
      <dt>{t('file.size')}</dt>
      <dd>{t('size.pixels', { width, height })}</dd>
    </dl>
  );
}
