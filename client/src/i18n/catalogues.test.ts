import { describe, expect, it } from 'vitest';
import { en } from './en/index.ts';
import { nl as first } from './nl/index.ts';
import { later } from './nl/later.ts';
import type { Room } from './rooms.ts';

const nl = { ...first, ...later };
const rooms = Object.keys(nl) as Room[];
const textsOf = (catalogue: typeof nl | typeof en, room: Room) =>
  new Map<string, string>(Object.entries(catalogue[room]));
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each(rooms)('the texts of %s', (room) => {
  const dutch = textsOf(nl, room);
  const english = textsOf(en, room);

  it('exist in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  it('say something, without blanks around it', () => {
    for (const [key, text] of [...dutch, ...english]) {
      expect(text, key).not.toBe('');
      expect(text.trim(), key).toBe(text);
    }
  });

  it('want the same filled in', () => {
    for (const [key, text] of dutch)
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
  });

  it('have no braces that nothing fills', () => {
    for (const [key, text] of [...dutch, ...english])
      expect(text.replace(/\{\{\w+\}\}/g, ''), key).not.toMatch(/[{}]/);
  });

  it('have both forms of every plural', () => {
    for (const key of dutch.keys()) {
      if (key.endsWith('_one')) expect(dutch.has(key.replace(/_one$/, '_other')), key).toBe(true);
      if (key.endsWith('_other')) expect(dutch.has(key.replace(/_other$/, '_one')), key).toBe(true);
    }
  });

  it('say je and jullie, and sticker', () => {
    for (const [key, text] of dutch) expect(text, key).not.toMatch(/\b(u|uw|post-?its?|notities?)\b/i);
  });
});
