import { describe, expect, test } from 'vitest';
import { fieldOf, HOMEWORK, HOMEWORK_FIELDS, LANGUAGES } from './index.ts';

describe('the homework', () => {
  test('asks three questions and an optional fourth', () => {
    expect(HOMEWORK.map(({ key, optional }) => [key, optional ?? false])).toEqual([
      ['core', false],
      ['interests', false],
      ['contribution', false],
      ['tension', true],
    ]);
  });

  test('asks each field of the bring-and-gain sheet that a partner answers alone, once', () => {
    expect([...HOMEWORK_FIELDS].sort()).toEqual(
      [
        'core.essence',
        'core.ambition',
        'interestOwn',
        'interestAdded',
        'coreValue',
        'bring',
        'gain',
        'core.tensions',
      ].sort(),
    );
    for (const field of HOMEWORK_FIELDS) expect(fieldOf('brengen-halen', field)).toBeDefined();
  });

  test('has every text in every language', () => {
    const texts = HOMEWORK.flatMap(({ ask, hints, fields }) => [
      ask,
      ...hints,
      ...fields.map((field) => field.ask),
    ]);
    for (const text of texts) for (const language of LANGUAGES) expect(text[language].trim()).not.toBe('');
  });
});
