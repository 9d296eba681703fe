import { INK_WIDTHS, type InkWidth } from '@samenbord/shared/board';
import Brush from 'lucide-react/icons/brush';
import Eraser from 'lucide-react/icons/eraser';
import { useText } from '../../i18n/index.ts';
import { fetching, IconButton, notify } from '../../ui/index.ts';
import type { PaletteToolProps } from './paletteToolProps.ts';
import '../pen/pen.css';

const pen = fetching(() => import('../pen/index.ts'));

const WIDTHS = Object.keys(INK_WIDTHS) as InkWidth[];

/**
 * Takes up the pen for who stands at this palette: what begins nearest to another goes on as without it, and has that
 * palette's own. How thick it draws, and the rubber, lie beside it.
 */
export function PenTool({ model, palette, shelf }: PaletteToolProps) {
  const t = useText('wall');
  const { key, pen: held } = palette;
  const take = async (): Promise<void> => {
    const { FIRST_PEN, readyPens } = await pen.get();
    readyPens(model);
    shelf.change(key, { pen: shelf.find(key)?.pen ? null : FIRST_PEN });
  };
  return (
    <>
      <IconButton
        label={t('palette.pen')}
        icon={<Brush aria-hidden />}
        aria-pressed={held !== null}
        onClick={() => void take().catch(() => notify({ text: t('palette.penFailed'), tone: 'trouble' }))}
      />
      {held ? (
        <fieldset className="wall-namens" aria-label={t('palette.penSet')}>
          {WIDTHS.map((width) => (
            <IconButton
              key={width}
              label={t(`palette.width.${width}`)}
              icon={<span className={`canvas-pen-dot canvas-pen-${width}`} aria-hidden="true" />}
              aria-pressed={held.act === 'draw' && held.width === width}
              onClick={() => shelf.change(key, { pen: { ...held, act: 'draw', width } })}
            />
          ))}
          <IconButton
            label={t('palette.erase')}
            icon={<Eraser aria-hidden />}
            aria-pressed={held.act === 'erase'}
            onClick={() => shelf.change(key, { pen: { ...held, act: 'erase' } })}
          />
        </fieldset>
      ) : null}
    </>
  );
}
