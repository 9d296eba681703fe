import { SIZES } from '@samenbord/shared/board';
import { squareAt } from '@samenbord/shared/layout';
import Pencil from 'lucide-react/icons/pencil';
import Trash from 'lucide-react/icons/trash-2';
import UserRoundX from 'lucide-react/icons/user-round-x';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { BoardHandle, StickerView } from '../board/types.ts';
import { union } from '../drawing/index.ts';
import { useText } from '../i18n/index.ts';
import { IconButton, PartnerMark, useReadable } from '../ui/index.ts';
import { placeBeside } from './anchoring.ts';
import { rectToView } from './camera.ts';
import type { CanvasModel } from './model.ts';
import { removeWithNotice } from './removing.ts';
import type { Stage } from './stage.ts';
import { useAnchor } from './useAnchor.ts';

interface ToolbarProps {
  readonly stage: Stage;
  readonly board: BoardHandle;
  readonly focusSticker: (id: string) => void;
}

/** What can be done with the selected stickers, near them; along the bottom edge where there is little room. */
export function StickerToolbar({ stage, board, focusSticker }: ToolbarProps) {
  const { model } = stage;
  const ids = useReadable(model.selection);
  const holding = useReadable(model.holding);
  const view = useReadable(board.view);
  const stickers = ids.map((id) => view.byId.get(id)).filter((sticker) => sticker !== undefined);
  const shown = useReadable(model.toolsShown);
  if (holding || !shown || stickers.length === 0) return null;
  return <Toolbar stage={stage} board={board} stickers={stickers} focusSticker={focusSticker} />;
}

interface ToolbarContentProps extends ToolbarProps {
  readonly stickers: readonly StickerView[];
}

function Toolbar({ stage, board, stickers, focusSticker }: ToolbarContentProps) {
  const t = useText('canvas');
  const { model } = stage;
  const element = useRef<HTMLDivElement>(null);
  useAnchor(model, element, (size) => {
    if (isNarrow(element.current)) return undefined;
    const box = stickers
      .map((sticker) => squareAt(model.motion.centerOf(sticker), sticker.side))
      .reduce((all, one) => union(all, one));
    return placeBeside(rectToView(model.camera.get(), box), size, model.camera.view());
  });
  const ids = stickers.map(({ id }) => id);
  useRevealed(model, element, ids);
  const [only] = stickers.length === 1 ? stickers : [];
  const label = only ? t('toolbar.label') : t('toolbar.several', { count: stickers.length });
  return (
    <div
      className="canvas-toolbar"
      ref={element}
      role="toolbar"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !only) return;
        event.preventDefault();
        focusSticker(only.id);
      }}
    >
      <div className="canvas-toolbar-row">
        {only ? (
          <IconButton
            label={t('toolbar.edit')}
            icon={<Pencil aria-hidden />}
            onClick={() => model.writeIn(only.id)}
          />
        ) : null}
        <Sizes board={board} ids={ids} stickers={stickers} />
        <IconButton
          className="canvas-remove"
          label={t('toolbar.remove')}
          icon={<Trash aria-hidden />}
          onClick={() => removeWithNotice(board, ids)}
        />
      </div>
      <Namens board={board} ids={ids} stickers={stickers} />
    </div>
  );
}

interface ChoiceProps {
  readonly board: BoardHandle;
  readonly ids: readonly string[];
  readonly stickers: readonly StickerView[];
}

function Sizes({ board, ids, stickers }: ChoiceProps) {
  const t = useText('canvas');
  return (
    <fieldset className="canvas-choices" aria-label={t('toolbar.size')}>
      {SIZES.map((size) => (
        <IconButton
          key={size}
          className="canvas-size"
          label={t(`toolbar.size.${size}`)}
          icon={<span aria-hidden="true">{size}</span>}
          aria-pressed={stickers.every((sticker) => sticker.size === size)}
          onClick={() => board.commands.setSize(ids, size)}
        />
      ))}
    </fieldset>
  );
}

/** On whose behalf: every partner one tap away. */
function Namens({ board, ids, stickers }: ChoiceProps) {
  const t = useText('canvas');
  const partners = useReadable(board.view, (view) => view.partners);
  const isChosen = (id: string | null) => stickers.every((sticker) => (sticker.partner?.id ?? null) === id);
  return (
    <fieldset className="canvas-namens" aria-label={t('namens.label')}>
      <span className="canvas-namens-label" aria-hidden="true">
        {t('namens.label')}
      </span>
      {partners.map(({ id, name, mark, color }) => (
        <IconButton
          key={id}
          label={name}
          icon={<PartnerMark mark={mark} color={color} />}
          aria-pressed={isChosen(id)}
          onClick={() => board.commands.setPartner(ids, id)}
        />
      ))}
      <IconButton
        label={t('namens.nobody')}
        icon={<UserRoundX aria-hidden />}
        aria-pressed={isChosen(null)}
        onClick={() => board.commands.setPartner(ids, null)}
      />
    </fieldset>
  );
}

/** Where the tools lie along the bottom edge, what they are for is brought into view above them. */
function useRevealed(
  model: CanvasModel,
  element: RefObject<HTMLElement | null>,
  ids: readonly string[],
): void {
  const key = ids.join();
  useLayoutEffect(() => {
    const bar = element.current;
    const home = bar?.closest('.canvas');
    const sticker = model.view().byId.get(key);
    if (!bar || !home || !sticker || !isNarrow(bar)) return;
    const top = (bar.parentElement?.querySelector('.canvas-controls') ?? bar).getBoundingClientRect().top;
    const covered = home.getBoundingClientRect().bottom - top;
    model.camera.reveal(squareAt(model.motion.centerOf(sticker), sticker.side), covered);
  }, [model, element, key]);
}

function isNarrow(element: HTMLElement | null): boolean {
  return element?.closest<HTMLElement>('.canvas')?.dataset.narrow === 'true';
}
