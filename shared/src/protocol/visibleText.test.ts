import { describe, expect, it } from 'vitest';
import { readPresence } from './presence.ts';
import { visibleText } from './visibleText.ts';

describe('a name or title', () => {
  const reads = (text: string) => visibleText(20).safeParse(text);

  it.each(['Ĳsselmeer–Überlingen', "W. 't Hooft", 'مرحبا بكم', '👩🏽‍🚒 brandweer', 'Zoë', '3', '„Samen”'])(
    'may be %s',
    (text) => {
      expect(reads(text).data).toBe(text);
    },
  );

  it('loses the blanks around it', () => {
    expect(reads('  Noor ').data).toBe('Noor');
  });

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['only what has no width', '\u200B\u2060\u200D'],
    ['a line break', 'Noor\nVisser'],
    ['a control character', 'Noor\u0007'],
    ['a turn of direction', '\u202Elive'],
    ['a tower of accents', `Z${'\u0301'.repeat(5)}`],
    ['too long', 'x'.repeat(21)],
  ])('may not be %s', (_what, text) => {
    expect(reads(text).success).toBe(false);
  });
});

describe('presence', () => {
  const user = { id: 'p1', name: 'Noor', role: 'partner' };
  const drag = (x: number) => ({ user, drag: { sheet: 'brengen-halen', stickers: [{ id: 'a', x, y: 0 }] } });

  it('is read as far as a pointer can be, and not where numbers stop to mean anything', () => {
    expect(readPresence(drag(4_000))).toEqual(drag(4_000));
    for (const x of [1e300, -1e6, Number.NaN, Number.POSITIVE_INFINITY])
      expect(readPresence(drag(x))).toBeUndefined();
  });
});
