import Palette from 'lucide-react/icons/palette';
import { Fragment } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button, useReadable } from '../../ui/index.ts';
import type { MakePen } from '../makePen.ts';
import type { CanvasModel } from '../model.ts';
import { PaletteBar } from './PaletteBar.tsx';
import { PhonePanel } from './PhonePanel.tsx';
import { EDGES, MOST_AT_EDGE } from './palettes.ts';
import type { Shelf } from './shelf.ts';

interface PalettesProps {
  readonly model: CanvasModel;
  readonly shelf: Shelf;
  readonly makePen: MakePen | undefined;
}

/** The palettes that lie open at the edges of the wall, and a handle at each edge to open one. */
export function Palettes({ model, shelf, makePen }: PalettesProps) {
  const t = useText('wall');
  const open = useReadable(shelf.open);
  return EDGES.map((edge) => {
    const here = open.filter((palette) => palette.edge === edge);
    return (
      <div key={edge} className="wall-edge" data-edge={edge}>
        {here.map((palette) => (
          <Fragment key={palette.key}>
            <PaletteBar
              model={model}
              palette={palette}
              shelf={shelf}
              onPhone={makePen && (() => shelf.change(palette.key, { phone: !palette.phone }))}
            />
            {palette.phone && makePen ? (
              <PhonePanel makePen={makePen} onClose={() => shelf.change(palette.key, { phone: false })} />
            ) : null}
          </Fragment>
        ))}
        {here.length < MOST_AT_EDGE[edge] ? (
          <Button
            className="wall-handle"
            icon={<Palette aria-hidden />}
            aria-label={t('palette.open', { edge: t(`edge.${edge}`) })}
            onClick={() => shelf.add(edge, model.partnerForNew.get())}
          />
        ) : null}
      </div>
    );
  });
}
