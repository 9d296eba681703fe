import type { Partner } from '@samenbord/shared/board';
import { parseRegionId, type RegionId, regionById, type SheetLayout } from '@samenbord/shared/layout';
import { fieldOf, type Language } from '@samenbord/shared/template';

/** A field by name where there is no sheet to see: "Brengen, Gemeente Veenwaarde". */
export function fieldName(
  layout: SheetLayout,
  id: RegionId,
  partners: readonly Partner[],
  language: Language,
): string {
  const { field: key, partner: partnerId } = parseRegionId(id);
  const field = regionById(layout, id)?.field ?? fieldOf(layout.template, key);
  const label = field?.label[language] ?? key;
  const partner = partners.find((candidate) => candidate.id === partnerId);
  return partner ? `${label}, ${partner.name}` : label;
}
