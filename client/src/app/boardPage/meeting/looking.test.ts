import { TEMPLATE_KEYS } from '@samenbord/shared/template';
import { describe, expect, it } from 'vitest';
import { lookingOf, openSheets, shownSheet, wasCalled } from './looking.ts';

const LEAD = {
  person: 'fien',
  sheet: 'partnermodel-canvas',
  view: { x: 0, y: 0, width: 1, height: 1 },
} as const;
const BRAM = { id: 'bram', role: 'partner' } as const;
const situation = { lead: LEAD, me: BRAM, isHere: true, letGo: false, open: TEMPLATE_KEYS };

describe('kijk mee', () => {
  it.each([
    ['nobody leads', { lead: null }, 'free'],
    ['the facilitator leads', {}, 'following'],
    ['one let go', { letGo: true }, 'apart'],
    ['who led has gone', { isHere: false }, 'free'],
    ['the sheet is not open', { open: ['brengen-halen'] }, 'closed'],
    ['one leads oneself', { me: { id: 'fien', role: 'facilitator' } }, 'leading'],
    ['another facilitator leads', { me: { id: 'frits', role: 'facilitator' } }, 'following'],
    ['a record names somebody who is no facilitator', { me: { id: 'fien', role: 'partner' } }, 'following'],
  ] as const)('when %s', (_, change, expected) => {
    expect(lookingOf({ ...situation, ...change })).toBe(expected);
  });
});

describe('the sheets', () => {
  it('are all open to a facilitator, and those that are opened to others', () => {
    const meeting = { sheets: ['brengen-halen'] } as const;
    expect(openSheets(meeting, 'facilitator', TEMPLATE_KEYS)).toEqual(TEMPLATE_KEYS);
    expect(openSheets(meeting, 'partner', TEMPLATE_KEYS)).toEqual(['brengen-halen']);
    expect(openSheets(meeting, 'observer', TEMPLATE_KEYS)).toEqual(['brengen-halen']);
  });

  it('are shown as chosen while open, else another that is, if there is one', () => {
    expect(shownSheet('partnermodel-canvas', TEMPLATE_KEYS)).toBe('partnermodel-canvas');
    expect(shownSheet('partnermodel-canvas', ['brengen-halen'])).toBe('brengen-halen');
    expect(shownSheet('partnermodel-canvas', [])).toBeUndefined();
  });
});

describe('a call to the field in focus', () => {
  const focus = (calls: number, region = 'customers') =>
    ({ sheet: 'partnermodel-canvas', region, calls }) as const;
  it.each([
    ['rises', focus(0), focus(1), true],
    ['rises again', focus(1), focus(2), true],
    ['stays', focus(1), focus(1), false],
    ['was there when one came', undefined, focus(3), false],
    ['comes with another field', focus(2), focus(1, 'channels'), true],
    ['is not there yet with another field', focus(2), focus(0, 'channels'), false],
    ['comes where there was no focus', null, focus(1), true],
    ['ends with its focus', focus(1), null, false],
  ] as const)('that %s', (_, before, now, expected) => {
    expect(wasCalled(before, now)).toBe(expected);
  });
});
