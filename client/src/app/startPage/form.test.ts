import { boardFileSchema, OKABE_ITO } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addPartner,
  type BoardForm,
  chooseColor,
  editPartner,
  emptyForm,
  marksOf,
  movePartner,
  removePartner,
  toRequest,
} from './form.ts';

function formWith(...names: string[]): BoardForm {
  let form: BoardForm = { ...emptyForm('nl'), title: 'Rietwijk' };
  while (form.partners.length < names.length) form = addPartner(form);
  form.partners.forEach(({ key }, index) => {
    form = editPartner(form, key, { name: names[index] ?? '' });
  });
  return form;
}

const keyAt = (form: BoardForm, index: number): string => form.partners[index]?.key ?? '';
const marks = (form: BoardForm) => [...marksOf(form).values()];
const colors = (form: BoardForm) => form.partners.map(({ color }) => color);

const CHANGES: Record<string, (form: BoardForm, key: string, color: string) => BoardForm> = {
  add: addPartner,
  remove: removePartner,
  up: (form, key) => movePartner(form, key, -1),
  color: chooseColor,
};

describe('partners', () => {
  it('are two at first and never fewer', () => {
    const form = emptyForm('nl');
    expect(form.partners).toHaveLength(LIMITS.minPartners);
    expect(removePartner(form, keyAt(form, 0))).toBe(form);
  });

  it('are never more than a board holds, each with its own colour', () => {
    let form = emptyForm('nl');
    for (let n = 0; n < 12; n += 1) form = addPartner(form);
    expect(form.partners).toHaveLength(LIMITS.maxPartners);
    expect(new Set(colors(form))).toEqual(new Set(OKABE_ITO));
  });

  it('change places, except over the ends', () => {
    const form = formWith('Gemeente', 'Corporatie', 'Netbeheerder');
    const names = (of: BoardForm) => of.partners.map(({ name }) => name);
    expect(names(movePartner(form, keyAt(form, 2), -1))).toEqual(['Gemeente', 'Netbeheerder', 'Corporatie']);
    expect(movePartner(form, keyAt(form, 0), -1)).toBe(form);
    expect(movePartner(form, keyAt(form, 2), 1)).toBe(form);
  });

  it('keep their own key when one before them goes', () => {
    const form = formWith('Gemeente', 'Corporatie', 'Netbeheerder');
    const after = addPartner(removePartner(form, keyAt(form, 1)));
    expect(new Set(after.partners.map(({ key }) => key)).size).toBe(3);
    expect(after.partners[1]?.name).toBe('Netbeheerder');
  });
});

describe('colours', () => {
  it('change hands when one chooses what another has', () => {
    const form = formWith('Gemeente', 'Corporatie');
    const [first, second] = colors(form);
    expect(colors(chooseColor(form, keyAt(form, 0), second ?? ''))).toEqual([second, first]);
  });

  it('never meet, whatever one does', () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(CHANGES)), fc.nat(7), fc.constantFrom(...OKABE_ITO));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let form = emptyForm('nl');
        for (const [change, at, color] of steps) {
          form = CHANGES[change]?.(form, keyAt(form, at % form.partners.length), color) ?? form;
          expect(new Set(colors(form)).size).toBe(form.partners.length);
        }
      }),
    );
  });
});

describe('marks', () => {
  it('are proposed from the names as they are typed', () => {
    expect(marks(formWith('Gemeente Veenwaarde', 'De Gele Rijders'))).toEqual(['G', 'R']);
    expect(marks(formWith('Gemeente', ''))).toEqual(['G', '']);
  });

  it('stay as typed, in capitals, and are proposed again when emptied', () => {
    const form = formWith('Gemeente', 'Corporatie');
    const typed = editPartner(form, keyAt(form, 0), { mark: ' gv ' });
    expect(marks(typed)).toEqual(['GV', 'C']);
    expect(marks(editPartner(typed, keyAt(form, 0), { mark: '' }))).toEqual(['G', 'C']);
  });

  it('leave a typed mark to whoever typed it', () => {
    const form = formWith('Gemeente', 'Netbeheer');
    expect(marks(editPartner(form, keyAt(form, 1), { mark: 'G' }))).toEqual(['E', 'G']);
  });
});

it('asks the server for what its schema takes', () => {
  const form = formWith('  Gemeente Veenwaarde ', 'Woonstichting Rietland');
  const request = toRequest({ ...form, title: '  Rietwijk Wekt Op ' });
  expect(boardFileSchema.safeParse(request).success).toBe(true);
  expect(request).toMatchObject({
    title: 'Rietwijk Wekt Op',
    language: 'nl',
    partners: [
      { name: 'Gemeente Veenwaarde', mark: 'G' },
      { name: 'Woonstichting Rietland', mark: 'W' },
    ],
  });
});
