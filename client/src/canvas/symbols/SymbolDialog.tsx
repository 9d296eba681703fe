import type { Language } from '@samenbord/shared/template';
import { useState } from 'react';
import { ICON_SHAPES } from '../../drawing/rich/iconShapes.ts';
import { useText } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { announce, Button, notify } from '../../ui/index.ts';
import { viewRect } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import { useSearchFirst } from '../more/searchFirst.ts';
import { spotForNew } from '../writing/newSticker.ts';
import { partnerAt } from '../writing/partnerChoice.ts';
import { type Choice, EMOJI, found, ICONS } from './choices.ts';
import './symbols.css';

interface SymbolDialogProps {
  readonly model: CanvasModel;
  /** The stickers it is for; a new one for none. */
  readonly ids: readonly string[];
  readonly language: Language;
  readonly onClose: () => void;
}

/** Icons and emoji to look through or to search in: one goes on the stickers, or on a new one. */
export function SymbolDialog({ model, ids, language, onClose }: SymbolDialogProps) {
  const t = useText('pictorial');
  const { first, field } = useSearchFirst();
  const [query, setQuery] = useState('');
  const [icons, emoji] = [found(ICONS, query), found(EMOJI, query)];
  const has = ids.some((id) => model.view().byId.get(id)?.symbol !== undefined);
  const put = (symbol: string | undefined, name: string): void => {
    if (ids.length > 0) model.board.commands.setSymbol(ids, symbol);
    else if (symbol !== undefined && !addWith(model, symbol))
      notify({ text: t('symbol.full'), tone: 'trouble' });
    announce(name);
    onClose();
  };
  const footer = has ? (
    <Button onClick={() => put(undefined, t('symbol.removed'))}>{t('symbol.remove')}</Button>
  ) : undefined;
  return (
    <Dialog title={t('symbol.title')} size="wide" first={first} footer={footer} onClose={onClose}>
      <input
        ref={field}
        className="canvas-search"
        type="search"
        value={query}
        aria-label={t('symbol.search')}
        placeholder={t('symbol.search')}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <p role="status" className="canvas-symbols-found">
        {icons.length + emoji.length === 0
          ? t('symbol.none')
          : t('symbol.found', { count: icons.length + emoji.length })}
      </p>
      <Group title={t('symbol.icons')} choices={icons} language={language} onChoose={put} />
      <Group title={t('symbol.emoji')} choices={emoji} language={language} onChoose={put} />
    </Dialog>
  );
}

interface GroupProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly language: Language;
  readonly onChoose: (symbol: string, name: string) => void;
}

function Group({ title, choices, language, onChoose }: GroupProps) {
  if (choices.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <div className="canvas-symbols">
        {choices.map(({ symbol, name }) => (
          <button
            key={symbol}
            type="button"
            className="canvas-symbol"
            title={name[language]}
            aria-label={name[language]}
            onClick={() => onChoose(symbol, name[language])}
          >
            <Sign symbol={symbol} />
          </button>
        ))}
      </div>
    </section>
  );
}

function Sign({ symbol }: { readonly symbol: string }) {
  const shape = ICON_SHAPES[symbol];
  if (shape === undefined) return <span aria-hidden="true">{symbol}</span>;
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={shape} />
    </svg>
  );
}

/** A new sticker with only this on it. @returns whether there was room */
function addWith(model: CanvasModel, symbol: string): boolean {
  const sheet = model.sheet();
  const center = spotForNew(sheet, viewRect(model.camera.get(), model.camera.view()));
  const partner = partnerAt(model.partnerForNew.get(), sheet.layout, center);
  const id = model.board.commands.addSticker({ sheet: sheet.key, center, partner, details: { symbol } });
  if (id === undefined) return false;
  model.toolsShown.set(true);
  model.selection.set([id]);
  return true;
}
