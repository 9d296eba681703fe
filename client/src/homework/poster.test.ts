import { HOMEWORK_FIELDS } from '@samenbord/shared/template';
import { describe, expect, it } from 'vitest';
import type { HomeworkCard } from '../board/homeworkTypes.ts';
import type { Other } from '../session/types.ts';
import { amountText, byField, namesHere, progressOf, readQuantity, writersOf, written } from './poster.ts';

const card = (id: string, field: string, text = id): HomeworkCard => ({
  id,
  field,
  text,
  authorName: 'Noor',
  share: true,
  personal: false,
  shared: null,
});
const other = (id: string, name: string, client: number, sticker?: string): Other => ({
  client,
  presence: {
    user: { id, name, role: 'partner', partner: 'gemeente' },
    ...(sticker === undefined ? {} : { typing: { sticker } }),
  },
});

describe('the poster', () => {
  it('has every field, with its cards in order', () => {
    const groups = byField([card('a', 'bring'), card('b', 'gain'), card('c', 'bring')]);
    expect([...groups.keys()]).toEqual(HOMEWORK_FIELDS);
    expect(groups.get('bring')?.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(groups.get('coreValue')).toEqual([]);
  });

  it('counts only what something is written on', () => {
    expect(written([card('a', 'bring'), card('b', 'bring', ' \n')]).map(({ id }) => id)).toEqual(['a']);
  });

  it('is not started where the server says nothing', () => {
    const homework = { gemeente: { status: 'ready', alone: true } } as const;
    expect(progressOf({ homework }, 'gemeente')).toEqual({ status: 'ready', alone: true });
    expect(progressOf({ homework }, 'school')).toEqual({ status: 'notStarted', alone: false });
    expect(progressOf({ homework }, 'constructor')).toEqual({ status: 'notStarted', alone: false });
  });
});

describe('a quantity as people write it', () => {
  it.each([
    ['16', 16],
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['350.000', 350_000],
    ['350,000', 350_000],
    ['1.234.567,5', 1_234_567.5],
    ['€ 400 000', 400_000],
    ['-6000', -6000],
    ['0,125', 0.125],
    ['1.240', 1240],
  ])('%s', (amount, expected) => {
    expect(readQuantity({ amount, unit: ' uur ', period: '' })).toEqual({ amount: expected, unit: 'uur' });
  });

  it('may have a period, or not be there', () => {
    expect(readQuantity({ amount: '16', unit: 'uur', period: ' week ' })).toEqual({
      amount: 16,
      unit: 'uur',
      period: 'week',
    });
    expect(readQuantity({ amount: ' ', unit: 'uur', period: 'week' })).toBeUndefined();
  });

  it.each(['veel', '16 uur', '1,2,3', '..', '1e999'])('%s is no number', (amount) => {
    expect(readQuantity({ amount, unit: '', period: '' })).toBe('wrong');
  });

  it('reads as its language writes', () => {
    expect(amountText(350_000, 'nl-NL')).toBe('350.000');
    expect(amountText(2.5, 'nl-NL')).toBe('2,5');
  });
});

describe('who is here', () => {
  const others = [
    other('bram', 'Bram', 1, 'x'),
    other('bram', 'Bram', 2),
    other('anna', 'Anna', 3, 'x'),
    other('me', 'Ik', 4, 'x'),
  ];

  it('is named once, whatever windows they have, and not oneself', () => {
    expect(namesHere(others, 'me')).toEqual(['Anna', 'Bram']);
  });

  it('writes where they say', () => {
    expect([...writersOf(others, 'me')]).toEqual([['x', ['Bram', 'Anna']]]);
  });
});
