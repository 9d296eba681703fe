import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPresence } from './presence.ts';
import { asVisibleText, visibleText } from './visibleText.ts';

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
    ['half a character', 'Noor \uD83D'],
  ])('may not be %s', (_what, text) => {
    expect(reads(text).success).toBe(false);
  });
});

describe('what was written without asking', () => {
  it('becomes something that may be a name or title', () => {
    const name = visibleText(20);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const fit = asVisibleText(text, 20, 'anders');
        expect(name.safeParse(fit).data).toBe(fit);
      }),
      {
        examples: [
          ['\uD83D'],
          [`Z${'\u0301'.repeat(9)}`],
          [`${'x'.repeat(19)}🚒`],
          ['\u202E'],
          ['a\u0301\u0007\u0301\u0301\u0301\u0301'],
        ],
      },
    );
    expect(asVisibleText('x'.repeat(21), 20, '')).toBe(`${'x'.repeat(19)}…`);
    expect(asVisibleText(' Noor\nVisser', 20, '')).toBe('Noor Visser');
    expect(asVisibleText('\u200B', 20, 'anders')).toBe('anders');
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
