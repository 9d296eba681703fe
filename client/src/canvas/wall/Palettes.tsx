import Palette from 'lucide-react/icons/palette';
import { Fragment, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import type { MakePen } from '../makePen.ts';
import type { CanvasModel } from '../model.ts';
import { PaletteBar } from './PaletteBar.tsx';
import { PhonePanel } from './PhonePanel.tsx';
import { EDGES, type Edge, MOST_AT_EDGE, type Palette as Opened } from './palettes.ts';

let made = 0;

interface PalettesProps {
  readonly model: CanvasModel;
  readonly makePen: MakePen | undefined;
}

/** The palettes that lie open at the edges of the wall, and a handle at each edge to open one. */
export function Palettes({ model, makePen }: PalettesProps) {
  const t = useText('wall');
  const [open, setOpen] = useState<readonly Opened[]>(() => [newPalette(model, 'bottom')]);
  const change = (key: number, next: Partial<Opened>): void =>
    setOpen((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)));
  return EDGES.map((edge) => {
    const here = open.filter((palette) => palette.edge === edge);
    return (
      <div key={edge} className="wall-edge" data-edge={edge}>
        {here.map((palette) => (
          <Fragment key={palette.key}>
            <PaletteBar
              model={model}
              palette={palette}
              onPhone={makePen && (() => change(palette.key, { phone: !palette.phone }))}
              onNamens={(namens) => change(palette.key, { namens })}
              onClose={() => setOpen((all) => all.filter(({ key }) => key !== palette.key))}
            />
            {palette.phone && makePen ? (
              <PhonePanel makePen={makePen} onClose={() => change(palette.key, { phone: false })} />
            ) : null}
          </Fragment>
        ))}
        {here.length < MOST_AT_EDGE[edge] ? (
          <Button
            className="wall-handle"
            icon={<Palette aria-hidden />}
            aria-label={t('palette.open', { edge: t(`edge.${edge}`) })}
            onClick={() => setOpen((all) => [...all, newPalette(model, edge)])}
          />
        ) : null}
      </div>
    );
  });
}

function newPalette(model: CanvasModel, edge: Edge): Opened {
  made += 1;
  return { key: made, edge, namens: model.partnerForNew.get(), phone: false };
}
