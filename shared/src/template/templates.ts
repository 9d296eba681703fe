import { bringGain } from './bringGain.ts';
import type { TemplateKey } from './keys.ts';
import { partnerModelCanvas } from './partnerModelCanvas.ts';
import type { FieldTemplate, SheetTemplate } from './types.ts';

/** Every instrument by its key. */
export const TEMPLATES: Readonly<Record<TemplateKey, SheetTemplate>> = {
  'brengen-halen': bringGain,
  'partnermodel-canvas': partnerModelCanvas,
};

/** All fields of an instrument, each once: the canvas in order of filling; core, aside and panel fields. */
export function fieldsOf(template: TemplateKey): readonly FieldTemplate[] {
  const sheet = TEMPLATES[template];
  return sheet.kind === 'blocks' ? sheet.blocks : [...sheet.core, ...sheet.aside, ...sheet.perPartner];
}

/** The field with this key (`bring`, not the region id `bring@gemeente`), or undefined when there is none. */
export function fieldOf(template: TemplateKey, key: string): FieldTemplate | undefined {
  return fieldsOf(template).find((field) => field.key === key);
}
