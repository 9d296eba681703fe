import type { Partner } from '@samenbord/shared/board';
import { parseRegionId, type RegionId } from '@samenbord/shared/layout';
import { fieldOf, fieldsOf, type Language, TEMPLATES, type TemplateKey } from '@samenbord/shared/template';

/** A field by name: "Klanten & doelgroepen", "Brengen, Gemeente Veenwaarde". */
export function fieldName(
  sheet: TemplateKey,
  region: RegionId,
  partners: readonly Partner[],
  language: Language,
): string {
  const { field, partner: id } = parseRegionId(region);
  const label = fieldOf(sheet, field)?.label[language] ?? field;
  const partner = partners.find((one) => one.id === id);
  return partner === undefined ? label : `${label}, ${partner.name}`;
}

/** Fields to choose from, under the partner whose panel they are in, or under nobody's. */
export interface FieldGroup {
  readonly partner: Partner | null;
  readonly fields: readonly { readonly region: RegionId; readonly label: string }[];
}

/** All fields of a sheet: what is shared, then each partner's. */
export function fieldGroups(
  sheet: TemplateKey,
  partners: readonly Partner[],
  language: Language,
): readonly FieldGroup[] {
  const template = TEMPLATES[sheet];
  const own = template.kind === 'panels' ? template.perPartner : [];
  const shared = fieldsOf(sheet).filter((field) => !own.includes(field));
  const labelled = (fields: typeof own, suffix: string) =>
    fields.map(({ key, label }) => ({ region: `${key}${suffix}`, label: label[language] }));
  return [
    { partner: null, fields: labelled(shared, '') },
    ...(own.length === 0
      ? []
      : partners.map((partner) => ({ partner, fields: labelled(own, `@${partner.id}`) }))),
  ];
}
