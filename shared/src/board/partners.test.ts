import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../protocol/limits.ts';
import { colorSchema, markSchema, partnerIdSchema } from './fields.ts';
import { completePartners, OKABE_ITO } from './partners.ts';

describe('completing partners', () => {
  it('proposes an id, a mark and a colour from the name', () => {
    expect(completePartners([{ name: 'Gemeente Rietwijk' }, { name: 'De Bibliotheek' }])).toEqual([
      { id: 'gemeente-rietwijk', name: 'Gemeente Rietwijk', mark: 'G', color: OKABE_ITO[0] },
      { id: 'de-bibliotheek', name: 'De Bibliotheek', mark: 'B', color: OKABE_ITO[1] },
    ]);
  });

  it('keeps all that is given, and what is given to one is not proposed to another', () => {
    const given = { id: 'g', name: 'Gemeente', mark: 'X', color: '#009e73', kind: 'overheid' };
    const [first, second] = completePartners([{ name: 'X' }, given]);
    expect(second).toEqual(given);
    expect(first?.mark).not.toBe('X');
    expect(completePartners([{ name: 'Zorg' }, { ...given, color: '#56b4e9' }])[0]?.color).toBe(OKABE_ITO[1]);
  });

  it('names that have no letters of the alphabet get something all the same', () => {
    const [first, second] = completePartners([{ name: '***' }, { name: '学校' }]);
    expect(first).toMatchObject({ id: 'partner', mark: 'A' });
    expect(second).toMatchObject({ id: 'partner-2', mark: '学' });
  });

  it('proposals are unique and fit the format, for any names', () => {
    const name = fc.string({ minLength: 1, maxLength: LIMITS.partnerName, unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(name, fc.constantFrom('Stichting Welzijn', 'De Stichting', 'ß', 'ǰ', 'ﬃ', '𐊀')), {
          minLength: LIMITS.minPartners,
          maxLength: LIMITS.maxPartners,
        }),
        (names) => {
          const partners = completePartners(names.map((one) => ({ name: one })));
          for (const key of ['id', 'mark', 'color'] as const) {
            expect(new Set(partners.map((partner) => partner[key])).size).toBe(partners.length);
          }
          for (const partner of partners) {
            expect(partnerIdSchema.safeParse(partner.id).success).toBe(true);
            expect(markSchema.safeParse(partner.mark).success).toBe(true);
            expect(colorSchema.safeParse(partner.color).success).toBe(true);
          }
        },
      ),
    );
  });
});
