import { INK_WIDTHS, type InkWidth } from '@samenbord/shared/board';
import Eraser from 'lucide-react/icons/eraser';
import Pencil from 'lucide-react/icons/pencil';
import UserRoundX from 'lucide-react/icons/user-round-x';
import X from 'lucide-react/icons/x';
import type { BoardHandle } from '../../board/types.ts';
import { useText } from '../../i18n/index.ts';
import { IconButton, PartnerMark, useReadable } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { partnerAt } from '../writing/partnerChoice.ts';
import type { Pen } from './penState.ts';
import './pen.css';

interface PenBarProps {
  readonly model: CanvasModel;
  readonly board: BoardHandle;
  readonly onClose: () => void;
}

const WIDTHS = Object.keys(INK_WIDTHS) as InkWidth[];

/** What the pen does: drawing or rubbing out, how thick, and in whose colour. */
export function PenBar({ model, board, onClose }: PenBarProps) {
  const t = useText('pictorial');
  const pen = useReadable(model.pen);
  if (!pen) return null;
  const set = (change: Partial<Pen>): void => model.pen.set({ ...pen, ...change });
  return (
    <div className="canvas-pen" role="toolbar" aria-label={t('pen.label')}>
      <IconButton
        label={t('pen.draw')}
        icon={<Pencil aria-hidden />}
        aria-pressed={pen.act === 'draw'}
        onClick={() => set({ act: 'draw' })}
      />
      <IconButton
        label={t('pen.erase')}
        icon={<Eraser aria-hidden />}
        aria-pressed={pen.act === 'erase'}
        onClick={() => set({ act: 'erase' })}
      />
      <fieldset aria-label={t('pen.width')}>
        {WIDTHS.map((width) => (
          <IconButton
            key={width}
            label={t(`pen.width.${width}`)}
            icon={<span className={`canvas-pen-dot canvas-pen-${width}`} aria-hidden="true" />}
            aria-pressed={pen.act === 'draw' && pen.width === width}
            onClick={() => set({ act: 'draw', width })}
          />
        ))}
      </fieldset>
      <Namens model={model} board={board} pen={pen} set={set} />
      <IconButton label={t('pen.done')} icon={<X aria-hidden />} onClick={onClose} />
    </div>
  );
}

interface NamensProps extends Omit<PenBarProps, 'onClose'> {
  readonly pen: Pen;
  readonly set: (change: Partial<Pen>) => void;
}

/** In whose colour, with the letter beside it: for the facilitator to choose, for all others as it is. */
function Namens({ model, board, pen, set }: NamensProps) {
  const t = useText('pictorial');
  const partners = useReadable(board.view, (view) => view.partners);
  const usual = useReadable(model.partnerForNew);
  const chosen = pen.partner === undefined ? usual : pen.partner;
  if (model.session.me.role !== 'facilitator') {
    const own = partners.find(({ id }) => id === partnerAt(usual, model.sheet().layout, { x: 0, y: 0 }));
    return own ? (
      <span className="canvas-pen-own" title={own.name}>
        <PartnerMark mark={own.mark} color={own.color} />
        <span>{t('pen.namens', { partner: own.name })}</span>
      </span>
    ) : null;
  }
  return (
    <fieldset aria-label={t('pen.whose')}>
      {partners.map(({ id, name, mark, color }) => (
        <IconButton
          key={id}
          label={t('pen.namens', { partner: name })}
          icon={<PartnerMark mark={mark} color={color} />}
          aria-pressed={chosen === id}
          onClick={() => set({ act: 'draw', partner: id })}
        />
      ))}
      <IconButton
        label={t('pen.nobody')}
        icon={<UserRoundX aria-hidden />}
        aria-pressed={chosen === null}
        onClick={() => set({ act: 'draw', partner: null })}
      />
    </fieldset>
  );
}
