import LocateFixed from 'lucide-react/icons/locate-fixed';
import Plus from 'lucide-react/icons/plus';
import Smartphone from 'lucide-react/icons/smartphone';
import UserRoundX from 'lucide-react/icons/user-round-x';
import X from 'lucide-react/icons/x';
import { useText } from '../../i18n/index.ts';
import { Button, IconButton, PartnerMark, useReadable } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import type { PartnerChoice } from '../writing/partnerChoice.ts';
import { type Palette, startFrom } from './palettes.ts';
import { PALETTE_TOOLS } from './paletteTools.ts';
import type { Shelf } from './shelf.ts';

interface PaletteBarProps {
  readonly model: CanvasModel;
  readonly palette: Palette;
  readonly shelf: Shelf;
  /** Shows the code for phones, or takes it away; where one may make it. */
  readonly onPhone: (() => void) | undefined;
}

/** What one person at the wall needs at hand: on whose behalf, a new sticker, and the tools there are. */
export function PaletteBar({ model, palette, shelf, onPhone }: PaletteBarProps) {
  const t = useText('wall');
  const canvas = useText('canvas');
  const onNamens = (namens: PartnerChoice): void => shelf.change(palette.key, { namens });
  const partners = useReadable(model.board.view, (view) => view.partners);
  const chosen = partners.find(({ id }) => id === palette.namens);
  const said =
    chosen?.name ?? (palette.namens === undefined ? canvas('namens.automatic') : canvas('namens.nobody'));
  return (
    <div
      className="wall-palette"
      role="toolbar"
      data-edge={palette.edge}
      data-palette={palette.key}
      aria-label={t('palette.label', { edge: t(`edge.${palette.edge}`), partner: said })}
    >
      <fieldset className="wall-namens" aria-label={canvas('namens.label')}>
        <IconButton
          label={canvas('namens.automaticLong')}
          icon={<LocateFixed aria-hidden />}
          aria-pressed={palette.namens === undefined}
          onClick={() => onNamens(undefined)}
        />
        {partners.map(({ id, name, mark, color }) => (
          <IconButton
            key={id}
            label={name}
            icon={<PartnerMark mark={mark} color={color} />}
            aria-pressed={id === palette.namens}
            onClick={() => onNamens(id)}
          />
        ))}
        <IconButton
          label={canvas('namens.nobody')}
          icon={<UserRoundX aria-hidden />}
          aria-pressed={palette.namens === null}
          onClick={() => onNamens(null)}
        />
      </fieldset>
      <p className="wall-palette-said">{canvas('namens.menu', { partner: said })}</p>
      <div className="wall-palette-acts">
        <Button
          tone="primary"
          icon={<Plus aria-hidden />}
          onClick={({ currentTarget }) => startFrom(model, palette, standingAt(currentTarget))}
        >
          {canvas('new.button')}
        </Button>
        {PALETTE_TOOLS.map((Tool) => (
          <Tool key={Tool.name} model={model} palette={palette} shelf={shelf} />
        ))}
        {onPhone === undefined ? null : (
          <IconButton
            label={t('phone.open')}
            icon={<Smartphone aria-hidden />}
            aria-pressed={palette.phone}
            onClick={onPhone}
          />
        )}
        <IconButton
          label={t('palette.close')}
          icon={<X aria-hidden />}
          onClick={() => shelf.close(palette.key)}
        />
      </div>
    </div>
  );
}

/** The middle of a control, in CSS pixels of the canvas: where its user stands. */
function standingAt(control: HTMLElement): { readonly x: number; readonly y: number } {
  const box = control.getBoundingClientRect();
  const home = control.closest('.canvas')?.getBoundingClientRect();
  return {
    x: box.left + box.width / 2 - (home?.left ?? 0),
    y: box.top + box.height / 2 - (home?.top ?? 0),
  };
}
