import { type Language, TEMPLATE_KEYS, TEMPLATES, type TemplateKey } from '@samenbord/shared/template';
import { useEffect, useMemo, useState } from 'react';
import type { BoardHandle } from '../board/index.ts';
import { useText } from '../i18n/index.ts';
import type { SessionHandle } from '../session/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useReadable } from '../ui/index.ts';
import { Choice } from './Choice.tsx';
import { ContentsNote } from './ContentsNote.tsx';
import { captionOf } from './caption.ts';
import { CaptionFields, FileNote, PaperFields } from './FormFields.tsx';
import { fileNameOf } from './fileName.ts';
import { LegibilityNote, MissingNote } from './LegibilityNote.tsx';
import { Preview } from './Preview.tsx';
import { smallerPage } from './page.ts';
import { pictureOf } from './picture.ts';
import { openShelf, type Shelf } from './pictures.ts';
import { SaveBar } from './SaveBar.tsx';
import { SheetTextPanel } from './SheetTextPanel.tsx';
import { sheetText } from './sheetText.ts';
import { usePainting } from './usePainting.ts';
import { firstForm, optionsOf, type PictureForm, useNow, versionOf } from './usePictureOptions.ts';
import { useSaving } from './useSaving.ts';
import './export.css';

export interface ExportDialogProps {
  readonly board: BoardHandle;
  /** The sheet one looks at: what the dialog opens with. */
  readonly sheet: TemplateKey;
  readonly session: SessionHandle;
  readonly language: Language;
  readonly onClose: () => void;
}

/** Makes a picture of a sheet for the letter of intent, with its content as text beside it. */
export function ExportDialog({ board, session, sheet, language, onClose }: ExportDialogProps) {
  const t = useText('export');
  const view = useReadable(board.view);
  const now = useNow();
  const [form, setForm] = useState(() => firstForm(sheet));
  const shelf = useShelf(session);
  const { saving, save, cancel, reset } = useSaving(shelf);
  const { sheet: chosen, paper, resolution, withhold } = form;

  const picture = useMemo(() => pictureOf(view, { sheet: chosen, withhold }), [view, chosen, withhold]);
  const options = useMemo(() => optionsOf(form, language, now, t), [form, language, now, t]);
  const caption = useMemo(() => captionOf(picture, options, t), [picture, options, t]);
  const words = useMemo(() => sheetText(picture, caption, language, t), [picture, caption, language, t]);
  const painting = usePainting(picture, caption, language, t, shelf);

  const change = (changes: Partial<PictureForm>): void => {
    setForm((before) => ({ ...before, ...changes }));
    if (saving.kind !== 'working') reset();
  };
  const nameOf = (named: PictureForm): string =>
    fileNameOf(view.title, { ...named, version: versionOf(named, t) }, language, t);
  const make = (wanted: PictureForm): void => {
    save(board.view.get(), optionsOf(wanted, language, Date.now(), t), nameOf(wanted));
  };
  const smaller = smallerPage(paper, resolution);
  const makeSmaller = (): void => {
    const wanted = { ...form, ...smaller };
    setForm(wanted);
    make(wanted);
  };

  return (
    <Dialog
      title={t('dialog.title')}
      size="wide"
      onClose={onClose}
      footer={
        <SaveBar
          saving={saving}
          smaller={smaller}
          onSave={() => make(form)}
          onSmaller={makeSmaller}
          onCancel={cancel}
        />
      }
    >
      <div className="sb-export">
        <Preview
          painting={painting}
          sheet={chosen}
          paper={paper}
          resolution={resolution}
          language={language}
        />
        <div className="sb-export-side">
          <Choice
            label={t('choose.sheet')}
            options={TEMPLATE_KEYS.map((key) => ({ value: key, label: TEMPLATES[key].title[language] }))}
            chosen={chosen}
            onChoose={(next) => change({ sheet: next })}
          />
          <ContentsNote view={view} form={form} shown={picture.stickers.length} onChange={change} />
          <PaperFields form={form} onChange={change} />
          <MissingNote painting={painting} />
          <LegibilityNote painting={painting} paper={paper} language={language} />
          <CaptionFields form={form} onChange={change} />
          <FileNote file={nameOf(form)} paper={paper} resolution={resolution} />
        </div>
        <SheetTextPanel text={words} />
      </div>
    </Dialog>
  );
}

function useShelf(session: SessionHandle): Shelf {
  const [shelf] = useState(() => openShelf(session));
  useEffect(() => () => shelf.close(), [shelf]);
  return shelf;
}
