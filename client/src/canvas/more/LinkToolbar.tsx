import { CHOSEN_LINK_KINDS } from '@samenbord/shared/board';
import Turn from 'lucide-react/icons/arrow-left-right';
import Trash from 'lucide-react/icons/trash-2';
import { useRef } from 'react';
import type { LinkView } from '../../board/types.ts';
import type { LinkLine } from '../../drawing/index.ts';
import { useText } from '../../i18n/index.ts';
import { Button, IconButton, useReadable } from '../../ui/index.ts';
import { rectToView } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import { placeBeside } from '../sticker/anchoring.ts';
import { useAnchor } from '../sticker/useAnchor.ts';
import { lineName } from './lineNames.ts';
import './more.css';

interface LinkToolbarProps {
  readonly model: CanvasModel;
  readonly link: LinkView;
  /** How it runs. */
  readonly lineOf: (id: string) => LinkLine | undefined;
  readonly onClose: () => void;
}

/** Sheet units around a line's tag that its buttons leave free. */
const NEAR = 24;

/** What a line between two stickers says, which way it points, and taking it away. */
export function LinkToolbar({ model, link, lineOf, onClose }: LinkToolbarProps) {
  const t = useText('tools');
  const kindName = useText('canvas');
  const element = useRef<HTMLDivElement>(null);
  // Both ends may move under it.
  useReadable(model.board.view);
  useAnchor(model, element, (size) => {
    if (element.current?.closest<HTMLElement>('.canvas')?.dataset.narrow === 'true') return undefined;
    const { curve, tag } = lineOf(link.id) ?? {};
    const at = tag ?? curve?.middle;
    if (!at) return undefined;
    const around = { x: at.x - NEAR, y: at.y - NEAR, width: 2 * NEAR, height: 2 * NEAR };
    return placeBeside(rectToView(model.camera.get(), around), size, model.camera.view());
  });
  const given: readonly LinkView['kind'][] = CHOSEN_LINK_KINDS;
  const kinds = given.includes(link.kind) ? given : [...given, link.kind];
  return (
    <div
      className="canvas-toolbar"
      ref={element}
      role="toolbar"
      aria-label={t('line.toolbar', { line: lineName(model, link, t, kindName) })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        const home = event.currentTarget.closest('.canvas');
        onClose();
        home?.querySelector<HTMLElement>(`[data-link-id="${CSS.escape(link.id)}"]`)?.focus();
      }}
    >
      <div className="canvas-toolbar-row canvas-line-kinds">
        {kinds.map((kind) => (
          <Button
            key={kind}
            aria-pressed={kind === link.kind}
            onClick={() => model.lines.setKind(link.id, kind)}
          >
            {kindName(`link.${kind}`)}
          </Button>
        ))}
        <IconButton
          label={t('line.turn')}
          icon={<Turn aria-hidden />}
          onClick={() => model.lines.turn(link.id)}
        />
        <IconButton
          className="canvas-remove"
          label={t('line.remove')}
          icon={<Trash aria-hidden />}
          onClick={() => void model.lines.removeChosen()}
        />
      </div>
    </div>
  );
}
