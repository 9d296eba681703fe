import { BESIDE, squareAt } from '@samenbord/shared/layout';
import type { Language, TemplateKey } from '@samenbord/shared/template';
import Down from 'lucide-react/icons/chevron-down';
import Up from 'lucide-react/icons/chevron-up';
import X from 'lucide-react/icons/x';
import { useEffect, useMemo, useRef, useState } from 'react';
import { fieldName } from '../../board/fieldName.ts';
import type { StickerView } from '../../board/types.ts';
import { useText } from '../../i18n/index.ts';
import { IconButton, useReadable } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { found } from './finding.ts';
import './more.css';

interface FindPanelProps {
  readonly model: CanvasModel;
  readonly language: Language;
  /** The sheets that are open to this person. */
  readonly sheets: readonly TemplateKey[];
  /** Shows a sheet. */
  readonly onSheet: (sheet: TemplateKey) => void;
  readonly onClose: () => void;
}

/** Sheet units around a sticker that was found: its neighbours say where it is. */
const AROUND = 350;

/** Finds stickers by their text, partner and field, on both sheets, and flies from one to the next. */
export function FindPanel({ model, language, sheets, onSheet, onClose }: FindPanelProps) {
  const t = useText('tools');
  const field = useRef<HTMLInputElement>(null);
  const view = useReadable(model.board.view);
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState<string>();
  const [loose, parked] = [t('find.loose'), t('find.parked')];
  const stickers = useMemo(() => {
    const nameOf = (sheet: TemplateKey, region: string | null): string =>
      region === null
        ? loose
        : region === BESIDE
          ? parked
          : fieldName(view.sheets[sheet].layout, region, view.partners, language);
    const shown = view.byId.get(current ?? '')?.sheet ?? model.sheet().key;
    return found(view, [shown, ...sheets.filter((key) => key !== shown)], query, nameOf);
  }, [view, model, current, query, sheets, language, loose, parked]);
  const at = stickers.findIndex(({ id }) => id === current);
  useEffect(() => field.current?.focus(), []);

  const show = (sticker: StickerView | undefined): void => {
    if (!sticker) return;
    setCurrent(sticker.id);
    if (sticker.sheet !== model.sheet().key) onSheet(sticker.sheet);
    model.toolsShown.set(false);
    model.selection.set([sticker.id]);
    model.camera.flyToRect(squareAt(sticker.center, sticker.side + 2 * AROUND));
  };
  const go = (by: 1 | -1): void => {
    const from = at < 0 && by < 0 ? 0 : at;
    show(stickers[(from + by + stickers.length) % stickers.length]);
  };
  const none = query.trim() !== '' && stickers.length === 0;
  return (
    <search className="canvas-find">
      <input
        ref={field}
        className="canvas-search"
        type="search"
        value={query}
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setCurrent(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            go(event.shiftKey ? -1 : 1);
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onClose();
          }
        }}
      />
      <span className="canvas-find-count" role="status">
        {none
          ? t('find.none')
          : stickers.length === 0
            ? ''
            : at < 0
              ? t('find.found', { count: stickers.length })
              : t('find.at', { at: at + 1, all: stickers.length })}
      </span>
      <IconButton
        label={t('find.previous')}
        icon={<Up aria-hidden />}
        disabled={stickers.length === 0}
        onClick={() => go(-1)}
      />
      <IconButton
        label={t('find.next')}
        icon={<Down aria-hidden />}
        disabled={stickers.length === 0}
        onClick={() => go(1)}
      />
      <IconButton label={t('find.close')} icon={<X aria-hidden />} onClick={onClose} />
    </search>
  );
}
