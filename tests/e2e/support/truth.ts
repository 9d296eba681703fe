import type { BoardFile } from '@samenbord/shared/board';
import {
  layoutSheet,
  type Point,
  pointOf,
  regionId,
  type SheetLayout,
  STICKER_SIDE,
} from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import type { Pixel } from './pixels.ts';

/** A sticker as the server has it, laid out. */
export interface Lying {
  readonly id: string;
  readonly text: string;
  /** Partner it speaks for. */
  readonly partner: string | null;
  /** The field it lies in; `null` on the bare sheet. */
  readonly region: string | null;
  /** Centre in sheet units. */
  readonly center: Point;
  /** Side in sheet units. */
  readonly side: number;
}

/** The layout of one sheet for the partners in a board file, whose ids are all given. */
export function layoutOf(file: BoardFile, sheet: TemplateKey): SheetLayout {
  return layoutSheet(
    sheet,
    file.partners.map(({ id }) => id ?? ''),
  );
}

/** Where the stickers of one sheet lie, from a board file as `export.json` gives it. */
export function lyingOn(file: BoardFile, sheet: TemplateKey): readonly Lying[] {
  const layout = layoutOf(file, sheet);
  return (file.stickers ?? [])
    .filter(({ template }) => template === sheet)
    .map(({ id = '', text, partner = null, panel, region: field, x = 0, y = 0, size = 'M' }) => {
      const owned = layout.regions.some((one) => one.field.key === field && one.partner !== undefined);
      const region = field == null ? null : owned ? regionId(field, panel ?? partner ?? '') : field;
      return {
        id,
        text,
        partner,
        region,
        center: pointOf(layout, { region, x, y }),
        side: STICKER_SIDE[size],
      };
    });
}

/** A box on the page, in CSS pixels. */
export interface Box extends Pixel {
  readonly width: number;
  readonly height: number;
}

export const middleOf = ({ x, y, width, height }: Box): Pixel => ({ x: x + width / 2, y: y + height / 2 });
export const distance = (a: Pixel, b: Pixel): number => Math.hypot(a.x - b.x, a.y - b.y);
