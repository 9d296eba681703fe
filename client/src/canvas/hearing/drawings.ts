import type { InkStroke, Partner } from '@samenbord/shared/board';
import { type Rect, type RegionId, regionAt } from '@samenbord/shared/layout';
import type { SheetView } from '../../board/types.ts';
import { union } from '../../drawing/index.ts';
import { shapeOf } from '../../drawing/rich/index.ts';
import { text } from '../../i18n/index.ts';

/** What is drawn by hand in one field in the colour of one partner. */
export interface Drawing {
  readonly key: string;
  /** `null` for the bare sheet. */
  readonly region: RegionId | null;
  readonly partner: Partner | null;
  readonly strokes: number;
  /** Around all of it, in sheet units. */
  readonly box: Rect;
}

/** What is drawn on a sheet, from the top; a stroke is in the field where its middle lies. */
export function drawingsOf(
  { ink = [], layout }: Pick<SheetView, 'ink' | 'layout'>,
  partners: readonly Partner[],
): readonly Drawing[] {
  const drawings = new Map<string, Drawing>();
  for (const stroke of ink) {
    const { bounds } = shapeOf(stroke);
    const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
    const region = regionAt(layout, middle)?.id ?? null;
    const partner = partnerOf(stroke, partners);
    const key = `${region ?? ''} ${partner?.id ?? ''}`;
    const known = drawings.get(key);
    drawings.set(key, {
      key,
      region,
      partner,
      strokes: (known?.strokes ?? 0) + 1,
      box: known ? union(known.box, bounds) : bounds,
    });
  }
  return [...drawings.values()].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

function partnerOf({ partner }: InkStroke, partners: readonly Partner[]): Partner | null {
  return partners.find(({ id }) => id === partner) ?? null;
}

/** A drawing as it is read aloud. @param field what its field is called; `null` for the bare sheet */
export function drawingName({ partner, strokes }: Drawing, field: string | null): string {
  const drawing =
    partner === null
      ? text('pictorial', 'hear.drawing')
      : text('pictorial', 'hear.drawingOf', { partner: partner.name });
  const placed =
    field === null
      ? text('pictorial', 'hear.loose', { drawing })
      : text('pictorial', 'hear.inField', { drawing, field });
  return text('pictorial', 'hear.strokes', { drawing: placed, count: strokes });
}
