import Brush from 'lucide-react/icons/brush';
import { useText } from '../../i18n/index.ts';
import { writable } from '../../session/readable.ts';
import { fetching, IconButton, notify, useReadable } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { nearestPalette, type Palette, placesOfPalettes } from './palettes.ts';

const pen = fetching(() => import('../pen/index.ts'));

/** The palette whose pen is taken up: one at a time. */
const holder = writable<number | null>(null);

interface PenToolProps {
  readonly model: CanvasModel;
  readonly palette: Palette;
}

/** Takes up the pen for who stands at this palette: what begins nearest to another goes on as without it. */
export function PenTool({ model, palette: { key, namens } }: PenToolProps) {
  const t = useText('wall');
  const taken = useReadable(model.pen) !== null;
  const held = useReadable(holder) === key && taken;
  const take = async (): Promise<void> => {
    const { togglePen } = await pen.get();
    // Laid down first, whoever had it.
    if (model.pen.get()) togglePen(model);
    if (held) return;
    togglePen(model);
    const now = model.pen.get();
    const draw = model.ownTool;
    if (!now || !draw) return;
    holder.set(key);
    if (namens !== undefined) model.pen.set({ ...now, partner: namens });
    model.ownTool = (input) => {
      const mine = input.kind === 'mouse' || nearestPalette(input.at, placesOfPalettes()) === key;
      return mine ? draw(input) : undefined;
    };
  };
  return (
    <IconButton
      label={t('palette.pen')}
      icon={<Brush aria-hidden />}
      aria-pressed={held}
      onClick={() => void take().catch(() => notify({ text: t('palette.penFailed'), tone: 'trouble' }))}
    />
  );
}
