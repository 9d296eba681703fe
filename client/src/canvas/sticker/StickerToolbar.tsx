import { type Rect, squareAt } from '@samenbord/shared/layout';
import AlignLeft from 'lucide-react/icons/align-start-vertical';
import Copy from 'lucide-react/icons/copy-plus';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Lock from 'lucide-react/icons/lock';
import Pencil from 'lucide-react/icons/pencil';
import Link from 'lucide-react/icons/spline';
import Trash from 'lucide-react/icons/trash-2';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { BoardHandle, StickerView } from '../../board/types.ts';
import { union } from '../../drawing/index.ts';
import { useText } from '../../i18n/index.ts';
import { IconButton, useReadable } from '../../ui/index.ts';
import { actContextOf } from '../actContext.ts';
import { ACTS, type ActName } from '../acts.ts';
import { rectToView, toSheet } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import type { OpenMenu } from '../openPart.ts';
import { VoteButton } from '../votes/VoteButton.tsx';
import { placeBeside } from './anchoring.ts';
import { Namens, Sizes } from './StickerChoices.tsx';
import { useAnchor } from './useAnchor.ts';

export interface ToolbarProps {
  /** As the person has it who selected. */
  readonly model: CanvasModel;
  readonly board: BoardHandle;
  readonly focusSticker: (id: string) => void;
  /** For when it cannot be shown. */
  readonly onClose?: () => void;
}

/** What can be done with the selected stickers, near them; along the bottom edge where there is little room. */
export function StickerToolbar({ model, board, focusSticker }: ToolbarProps) {
  const ids = useReadable(model.selection);
  // Where several people work, what another holds is no reason to hide it.
  const holding = useReadable(model.inHand, (held) =>
    model.touch.together() ? ids.some((id) => held.has(id)) : held.size > 0,
  );
  const view = useReadable(board.view);
  const stickers = ids.map((id) => view.byId.get(id)).filter((sticker) => sticker !== undefined);
  const shown = useReadable(model.toolsShown);
  const linking = useReadable(model.lines.from, (from) => from !== null);
  if (holding || linking || !shown || stickers.length === 0) return null;
  return <Toolbar model={model} board={board} stickers={stickers} focusSticker={focusSticker} />;
}

interface ToolbarContentProps extends ToolbarProps {
  readonly stickers: readonly StickerView[];
}

function Toolbar({ model, board, stickers, focusSticker }: ToolbarContentProps) {
  const t = useText('near');
  const element = useRef<HTMLDivElement>(null);
  useAnchor(model, element, (size) => {
    if (isNarrow(element.current)) return undefined;
    return placeBeside(rectToView(model.camera.get(), boxOf(model, stickers)), size, model.camera.view());
  });
  const ids = stickers.map(({ id }) => id);
  useRevealed(model, element, ids);
  const [only] = stickers.length === 1 ? stickers : [];
  const free = stickers.filter(({ locked }) => !locked);
  const act = (name: ActName) => () => void ACTS[name](actContextOf(model, () => element.current));
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
        {only && free.length > 0 ? (
          <IconButton label={t('toolbar.edit')} icon={<Pencil aria-hidden />} onClick={act('open')} />
        ) : null}
        {free.length > 0 ? <Sizes board={board} ids={ids} stickers={stickers} /> : null}
        {free.length > 1 ? (
          <MenuOpener
            model={model}
            kind="align"
            label={t('toolbar.align')}
            icon={<AlignLeft aria-hidden />}
          />
        ) : null}
        <VoteButton model={model} ids={ids} />
        {stickers.length < 3 ? (
          <IconButton
            className="canvas-roomy"
            label={t(only ? 'toolbar.link' : 'toolbar.linkBoth')}
            icon={<Link aria-hidden />}
            onClick={act('link')}
          />
        ) : null}
        <IconButton
          className="canvas-roomy"
          label={t('toolbar.duplicate')}
          icon={<Copy aria-hidden />}
          onClick={act('duplicate')}
        />
        <IconButton
          className={free.length > 0 ? 'canvas-roomy' : ''}
          label={t('toolbar.lock')}
          icon={<Lock aria-hidden />}
          aria-pressed={free.length === 0}
          onClick={act('lock')}
        />
        <MenuOpener model={model} kind="all" label={t('toolbar.more')} icon={<Ellipsis aria-hidden />} />
        {free.length > 0 ? (
          <IconButton
            className="canvas-remove"
            label={t('toolbar.remove')}
            icon={<Trash aria-hidden />}
            onClick={act('remove')}
          />
        ) : null}
      </div>
      {free.length > 0 ? <Namens board={board} ids={ids} stickers={stickers} /> : null}
    </div>
  );
}

interface MenuOpenerProps {
  readonly model: CanvasModel;
  readonly kind: OpenMenu['kind'];
  readonly label: string;
  readonly icon: React.ReactNode;
}

/** Opens a menu of the selection under itself. */
function MenuOpener({ model, kind, label, icon }: MenuOpenerProps) {
  const open = useReadable(model.menu, (menu) => menu?.kind === kind);
  return (
    <IconButton
      label={label}
      icon={icon}
      aria-haspopup="menu"
      aria-expanded={open}
      onClick={({ currentTarget }) => {
        const home = currentTarget.closest('.canvas')?.getBoundingClientRect();
        const box = currentTarget.getBoundingClientRect();
        const at = { x: box.left - (home?.left ?? 0), y: box.bottom - (home?.top ?? 0) };
        const point = toSheet(model.camera.get(), at);
        model.menu.set({ kind, at, point, region: null, onSelection: true });
      }}
    />
  );
}

function boxOf(model: CanvasModel, stickers: readonly StickerView[]): Rect {
  return stickers
    .map((sticker) => squareAt(model.motion.centerOf(sticker), sticker.side))
    .reduce((all, one) => union(all, one));
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
