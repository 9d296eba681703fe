import { SIZES } from '@samenbord/shared/board';
import { squareAt } from '@samenbord/shared/layout';
import Pencil from 'lucide-react/icons/pencil';
import Trash from 'lucide-react/icons/trash-2';
import UserRoundX from 'lucide-react/icons/user-round-x';
import { useRef } from 'react';
import type { BoardHandle, StickerView } from '../board/types.ts';
import { union } from '../drawing/index.ts';
import { useText } from '../i18n/index.ts';
import { IconButton, notify, PartnerMark, useReadable } from '../ui/index.ts';
import { placeBeside } from './anchoring.ts';
import { rectToView } from './camera.ts';
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
  if (holding || stickers.length === 0) return null;
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
          onClick={() => removeWithNotice(board, ids, t)}
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

type CanvasText = ReturnType<typeof useText<'canvas'>>;

/** Deletes at once, and offers the way back instead of asking first. */
function removeWithNotice(board: BoardHandle, ids: readonly string[], t: CanvasText): void {
  board.commands.removeStickers(ids);
  notify({
    text: ids.length === 1 ? t('removed.one') : t('removed.several', { count: ids.length }),
    action: { label: t('removed.undo'), run: () => board.commands.undo() },
  });
}

function isNarrow(element: HTMLElement | null): boolean {
  return element?.closest<HTMLElement>('.canvas')?.dataset.narrow === 'true';
}
