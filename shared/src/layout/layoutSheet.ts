import { type BlockTemplate, type PanelTemplate, TEMPLATES, type TemplateKey } from '../template/index.ts';
import { layoutPanels } from './panels.ts';
import { gridRect, makeRegion } from './region.ts';
import { SHEET_RECT, STRIP_RECT } from './sheet.ts';
import type { Region, SheetLayout } from './types.ts';

/**
 * The geometry of one sheet in sheet units, for these partners in this order. Pure: equal arguments give
 * equal layouts, so callers may keep the result for as long as template and partners stay the same.
 *
 * The canvas has no panels and takes any partners. The bring-and-gain sheet throws a RangeError for fewer
 * than 2 or more than 8 partners, for an id that occurs twice, is empty or holds an `@`.
 */
export function layoutSheet(template: TemplateKey, partnerIds: readonly string[]): SheetLayout {
  const sheet = TEMPLATES[template];
  const frame = { template, sheet: SHEET_RECT, strip: STRIP_RECT };
  if (sheet.kind === 'blocks') return { ...frame, regions: layoutBlocks(sheet), panels: [] };
  checkPartners(sheet, partnerIds);
  return { ...frame, ...layoutPanels(sheet, partnerIds) };
}

function layoutBlocks(template: BlockTemplate): readonly Region[] {
  return template.blocks.map((block) =>
    makeRegion(block, gridRect(block.at, template.grid), { kind: 'block' }),
  );
}

function checkPartners(template: PanelTemplate, ids: readonly string[]): void {
  const { min, max } = template.partners;
  if (ids.length < min || ids.length > max) {
    throw new RangeError(`The sheet ${template.key} takes ${min} to ${max} partners, not ${ids.length}.`);
  }
  ids.forEach((id, i) => {
    if (id === '' || id.includes('@')) {
      throw new RangeError(`Partner id ${JSON.stringify(id)} cannot be used: it is empty or holds an @.`);
    }
    if (ids.indexOf(id) !== i) {
      throw new RangeError(`Partner id ${JSON.stringify(id)} occurs twice: every partner needs its own.`);
    }
  });
}
