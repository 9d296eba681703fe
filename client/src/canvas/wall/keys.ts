/** One key: a letter or sign, or what it does. `wide` is in widths of a letter. */
export interface ScreenKey {
  readonly key: string;
  readonly wide?: number;
}

/** Which letters the keys show. */
export type Layer = 'letters' | 'capitals' | 'signs';

/** Keys that write nothing by themselves. */
export const DEEDS = ['Backspace', 'Enter', 'ArrowLeft', 'ArrowRight', 'Shift', 'Signs', 'Letters'] as const;
export type Deed = (typeof DEEDS)[number];

export const isDeed = (key: string): key is Deed => (DEEDS as readonly string[]).includes(key);

const letters = (row: string): readonly ScreenKey[] => [...row].map((key) => ({ key }));

/** As keyboards in the Netherlands are laid out; the accents Dutch has are among the signs. Ten widths a row. */
export const LAYERS: Readonly<Record<Layer, readonly (readonly ScreenKey[])[]>> = {
  letters: keysOf('qwertyuiop', 'asdfghjkl', 'zxcvbnm,.'),
  capitals: keysOf('QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM!?'),
  signs: keysOf('1234567890', 'éëèïöüá€&', '%-:;/\'"()@'),
};

function keysOf(top: string, middle: string, low: string): readonly (readonly ScreenKey[])[] {
  const signs = low.length === 10;
  return [
    letters(top),
    [...letters(middle), { key: 'Backspace' }],
    [...(signs ? [] : [{ key: 'Shift' }]), ...letters(low)],
    [
      { key: signs ? 'Letters' : 'Signs', wide: 2 },
      { key: 'ArrowLeft' },
      { key: ' ', wide: 4 },
      { key: 'ArrowRight' },
      { key: 'Enter', wide: 2 },
    ],
  ];
}

/** A text and the part of it that is chosen; the caret where that is empty. */
export interface Written {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The text after a key: a sign in place of what is chosen, or what the key does to it. */
export function pressed({ text, start, end }: Written, key: string): Written {
  switch (key) {
    case 'Backspace':
      return replaced(text, start === end ? before(text, start) : start, end, '');
    case 'ArrowLeft':
      return at(text, start === end ? before(text, start) : start);
    case 'ArrowRight':
      return at(text, start === end ? after(text, end) : end);
    case 'Enter':
      return replaced(text, start, end, '\n');
    default:
      return isDeed(key) ? { text, start, end } : replaced(text, start, end, key);
  }
}

/** Which keys come after this one: capitals last for one letter, signs until they are left. */
export function layerAfter(layer: Layer, key: string): Layer {
  if (key === 'Shift') return layer === 'capitals' ? 'letters' : 'capitals';
  if (key === 'Signs') return 'signs';
  if (key === 'Letters') return 'letters';
  return layer === 'capitals' && !isDeed(key) ? 'letters' : layer;
}

const at = (text: string, caret: number): Written => ({ text, start: caret, end: caret });

function replaced(text: string, from: number, to: number, by: string): Written {
  return at(text.slice(0, from) + by + text.slice(to), from + by.length);
}

const segments = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** Where what stands before this position begins: an emoji is one sign, however many units it takes. */
function before(text: string, position: number): number {
  return [...segments.segment(text.slice(0, position))].at(-1)?.index ?? 0;
}

function after(text: string, position: number): number {
  const [first] = segments.segment(text.slice(position));
  return position + (first?.segment.length ?? 0);
}
