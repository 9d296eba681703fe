import { boardFileSchema } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPartner, type BoardForm, editPartner, emptyForm, toRequest } from './form.ts';
import { findProblems } from './problems.ts';

function form(title: string, ...partners: { name: string; mark?: string }[]): BoardForm {
  let made: BoardForm = { ...emptyForm('nl'), title };
  while (made.partners.length < partners.length) made = addPartner(made);
  made.partners.forEach(({ key }, index) => {
    made = editPartner(made, key, partners[index] ?? {});
  });
  return made;
}

const partnerProblems = (of: BoardForm) => [...findProblems(of).partners.values()];

describe('a form', () => {
  it('can be sent when everything is there', () => {
    const found = findProblems(form('Rietwijk', { name: 'Gemeente' }, { name: 'Corporatie' }));
    expect(found.count).toBe(0);
  });

  it('wants a title and names', () => {
    const found = findProblems(form('  ', { name: 'Gemeente' }, { name: ' ' }));
    expect(found.title).toEqual({ kind: 'title-missing' });
    expect([...found.partners.values()]).toEqual([{ name: { kind: 'name-missing' } }]);
    expect(found.count).toBe(2);
  });

  it('says how much too long something is', () => {
    const title = 'x'.repeat(LIMITS.title + 3);
    const name = 'y'.repeat(500);
    const found = findProblems(form(title, { name }, { name: 'Corporatie' }));
    expect(found.title).toEqual({ kind: 'too-long', over: 3 });
    expect([...found.partners.values()]).toEqual([
      { name: { kind: 'too-long', over: 500 - LIMITS.partnerName } },
    ]);
  });

  it('points at the later of two the same', () => {
    const names = form('Rietwijk', { name: 'Gemeente' }, { name: ' gemeente' });
    expect(partnerProblems(names)).toEqual([{ name: { kind: 'name-twice', other: 'Gemeente' } }]);
    const marked = form('Rietwijk', { name: 'Gemeente', mark: 'a' }, { name: 'Corporatie', mark: 'A' });
    expect(partnerProblems(marked)).toEqual([{ mark: { kind: 'mark-twice', other: 'Gemeente' } }]);
  });

  it.each(['!', 'ABC', 'A B', '😀'])('refuses %j as a mark', (mark) => {
    const found = partnerProblems(form('Rietwijk', { name: 'Gemeente', mark }, { name: 'Corporatie' }));
    expect(found).toEqual([{ mark: { kind: 'mark-unfit' } }]);
  });

  it('without problems is one the server takes, and with problems it is never sent', () => {
    const partner = fc.record({
      name: fc.oneof(fc.string({ maxLength: 100 }), fc.constantFrom('Gemeente', 'De Vries', '   ')),
      mark: fc.string({ maxLength: 3 }),
    });
    const title = fc.string({ maxLength: 130 });
    const partners = fc.array(partner, { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(title, partners, (name, list) => {
        const made = form(name, ...list);
        if (findProblems(made).count > 0) return;
        const request = toRequest(made);
        expect(boardFileSchema.safeParse(request).error?.issues ?? []).toEqual([]);
        expect(new Set(request.partners.map(({ mark }) => mark)).size).toBe(list.length);
      }),
      { numRuns: 500 },
    );
  });
});
