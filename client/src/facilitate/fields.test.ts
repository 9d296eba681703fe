import { layoutSheet } from '@samenbord/shared/layout';
import { TEMPLATE_KEYS } from '@samenbord/shared/template';
import { describe, expect, it } from 'vitest';
import { fieldGroups, fieldName } from './fields.ts';

const PARTNERS = [
  { id: 'gemeente', name: 'Gemeente', mark: 'G', color: '#56B4E9' },
  { id: 'school', name: 'School', mark: 'S', color: '#E69F00' },
];

describe('the fields to choose from', () => {
  it.each(TEMPLATE_KEYS)('of %s are exactly those of the sheet', (key) => {
    const regions = layoutSheet(
      key,
      PARTNERS.map(({ id }) => id),
    ).regions.map(({ id }) => id);
    const offered = fieldGroups(key, PARTNERS, 'nl').flatMap(({ fields }) =>
      fields.map(({ region }) => region),
    );
    expect(offered.toSorted()).toEqual(regions.toSorted());
  });

  it('are named after themselves and their partner', () => {
    expect(fieldName('partnermodel-canvas', 'customers', PARTNERS, 'nl')).toBe('Klanten & doelgroepen');
    expect(fieldName('brengen-halen', 'bring@school', PARTNERS, 'nl')).toBe('Brengen, School');
    expect(fieldName('brengen-halen', 'bring@gone', PARTNERS, 'en')).toBe('Bring');
    expect(fieldName('brengen-halen', 'later-version', PARTNERS, 'nl')).toBe('later-version');
  });
});
