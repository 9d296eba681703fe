import { describe, expect, it } from 'vitest';
import { LIMITS } from '../protocol/limits.ts';
import { LANGUAGES, TEMPLATE_KEYS } from './keys.ts';
import { CONVERSATION_RULES, readyPlan } from './plans.ts';
import { fieldOf } from './templates.ts';

const minutesOf = (steps: ReturnType<typeof readyPlan>): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);

describe('the ready-made plans', () => {
  it('take as long as their conversations do: 2:45 for four partners, and 3:20', () => {
    expect(minutesOf(readyPlan('brengen-halen', 'nl', 4))).toBe(165);
    expect(minutesOf(readyPlan('partnermodel-canvas', 'nl', 4))).toBe(200);
  });

  it('give every partner equal time, however many there are', () => {
    const four = minutesOf(readyPlan('brengen-halen', 'nl', 4));
    expect(minutesOf(readyPlan('brengen-halen', 'nl', 6))).toBe(four + 2 * 15);
    expect(minutesOf(readyPlan('partnermodel-canvas', 'nl', 8))).toBe(200);
  });

  it.each(TEMPLATE_KEYS.flatMap((key) => LANGUAGES.map((language) => [key, language] as const)))(
    'of %s in %s fit in a document, and name only fields there are',
    (key, language) => {
      const steps = readyPlan(key, language, LIMITS.maxPartners);
      expect(steps.length).toBeLessThanOrEqual(LIMITS.steps);
      for (const { title, note, minutes, region } of steps) {
        expect(title).not.toBe('');
        expect(note).not.toBe('');
        expect(title.length).toBeLessThanOrEqual(LIMITS.stepTitle);
        expect(note.length).toBeLessThanOrEqual(LIMITS.stepNote);
        expect(minutes).toBeLessThanOrEqual(LIMITS.stepMinutes);
        if (region !== undefined) expect(fieldOf(key, region)).toBeDefined();
      }
    },
  );

  it('bring what partners agree on before what they differ on', () => {
    const regions = readyPlan('brengen-halen', 'nl', 4).map(({ region }) => region);
    expect(regions.indexOf('core.commonGround')).toBeLessThan(regions.indexOf('core.tensions'));
  });
});

it('has eight rules of conversation, in both languages', () => {
  expect(CONVERSATION_RULES).toHaveLength(8);
  for (const { rule, meaning } of CONVERSATION_RULES)
    for (const language of LANGUAGES) {
      expect(rule[language]).not.toBe('');
      expect(meaning?.[language]).not.toBe('');
    }
});
