import type { FieldTemplate, GridBox, PanelTemplate } from '../template/index.ts';
import { splitEqually, splitTwo } from './rect.ts';
import { gridRect, makeRegion } from './region.ts';
import type { Panel, Rect, Region } from './types.ts';

type Side = Panel['side'];
type PanelBox = { readonly at: GridBox; readonly side: Side };

/** Rows of the 16 that a panel above or below the core takes, and the row at which the lower ones begin. */
const PANEL_ROWS = 5;
const LOWER_ROW = 12;

/** Shares of a panel's area: name at the outer edge, interests next, bring and gain against the core. */
const SHARE = { header: 10, outer: 36, inner: 54 } as const;

/** Shares of the core's height, in the order of the template: the ambition is twice the essence. */
const CORE_SHARES = [1, 2] as const;

const FACING: Readonly<Record<Side, NonNullable<Region['faces']>>> = {
  top: 'bottom',
  bottom: 'top',
  left: 'right',
  right: 'left',
};

/** Panel boxes for this many partners, in the partners' order: upper row, then lower row, from the left. */
function panelBoxes(count: number, columns: number): readonly PanelBox[] {
  if (count === 2) {
    return [
      { at: [1, 1, 8, 16], side: 'left' },
      { at: [17, 1, 8, 16], side: 'right' },
    ];
  }
  const upper = Math.ceil(count / 2);
  const lower = count - upper;
  const width = columns / upper;
  const firstLower = 1 + (columns - lower * width) / 2;
  return Array.from(
    { length: count },
    (_, i): PanelBox =>
      i < upper
        ? { at: [1 + i * width, 1, width, PANEL_ROWS], side: 'top' }
        : { at: [firstLower + (i - upper) * width, LOWER_ROW, width, PANEL_ROWS], side: 'bottom' },
  );
}

/** Boxes of the core and of the two fields beside it: above and below the core between two panels. */
function middleBoxes(count: number): { core: GridBox; aside: readonly GridBox[] } {
  if (count === 2) {
    return {
      core: [9, 4, 8, 10],
      aside: [
        [9, 1, 8, 3],
        [9, 14, 8, 3],
      ],
    };
  }
  return {
    core: [5, 6, 16, 6],
    aside: [
      [1, 6, 4, 6],
      [21, 6, 4, 6],
    ],
  };
}

/** Header and the two bands of a panel. */
function bandsOf(rect: Rect, side: Side): { header: Rect; outer: Rect; inner: Rect } {
  const { header, outer, inner } = SHARE;
  const across = outer + inner;
  switch (side) {
    case 'top': {
      const [head, rest] = splitTwo(rect, 'y', header, across);
      const [out, inn] = splitTwo(rest, 'y', outer, inner);
      return { header: head, outer: out, inner: inn };
    }
    case 'bottom': {
      const [rest, head] = splitTwo(rect, 'y', across, header);
      const [inn, out] = splitTwo(rest, 'y', inner, outer);
      return { header: head, outer: out, inner: inn };
    }
    // Beside the core the bands stand upright, but a name has to be read: the header lies on top of both,
    // with the share of the area that it has elsewhere.
    case 'left': {
      const [head, rest] = splitTwo(rect, 'y', header, across);
      const [out, inn] = splitTwo(rest, 'x', outer, inner);
      return { header: head, outer: out, inner: inn };
    }
    case 'right': {
      const [head, rest] = splitTwo(rect, 'y', header, across);
      const [inn, out] = splitTwo(rest, 'x', inner, outer);
      return { header: head, outer: out, inner: inn };
    }
  }
}

/** A band cut into equal parts across its length, one for each field. */
function fieldsInBand(
  fields: readonly FieldTemplate[],
  band: Rect,
  side: Side,
  partner: string,
): readonly Region[] {
  const along = side === 'top' || side === 'bottom' ? 'x' : 'y';
  const parts = splitEqually(band, along, fields.length);
  return fields.map((field, i) => {
    const faces = field.arrow ? { faces: FACING[side] } : {};
    return makeRegion(field, parts[i] ?? band, { kind: 'panel', partner, ...faces });
  });
}

function sharedRegions(template: PanelTemplate, count: number): { core: Rect; regions: readonly Region[] } {
  const boxes = middleBoxes(count);
  const core = gridRect(boxes.core, template.grid);
  const parts = splitTwo(core, 'y', ...CORE_SHARES);
  return {
    core,
    regions: [
      ...template.core.map((field, i) => makeRegion(field, parts[i] ?? core, { kind: 'core' })),
      ...template.aside.map((field, i) =>
        makeRegion(field, gridRect(boxes.aside[i] ?? boxes.core, template.grid), { kind: 'aside' }),
      ),
    ],
  };
}

/** The bring-and-gain sheet for these partners, already checked: 2 to 8 of them, all different. */
export function layoutPanels(
  template: PanelTemplate,
  partners: readonly string[],
): { core: Rect; panels: readonly Panel[]; regions: readonly Region[] } {
  const { core, regions: shared } = sharedRegions(template, partners.length);
  const outerFields = template.perPartner.filter((field) => !field.arrow);
  const innerFields = template.perPartner.filter((field) => field.arrow);
  const panels: Panel[] = [];
  const regions: Region[] = [...shared];
  panelBoxes(partners.length, template.grid.columns).forEach(({ at, side }, i) => {
    const partner = partners[i];
    if (partner === undefined) return;
    const rect = gridRect(at, template.grid);
    const { header, outer, inner } = bandsOf(rect, side);
    panels.push({ partner, rect, header, side });
    regions.push(
      ...fieldsInBand(outerFields, outer, side, partner),
      ...fieldsInBand(innerFields, inner, side, partner),
    );
  });
  return { core, panels, regions };
}
