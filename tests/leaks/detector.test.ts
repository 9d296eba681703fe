import { expect, it } from 'vitest';
import { foundIn } from './detector.ts';

const WORD = 'kanarié-7f3a';
const around = (text: string): Buffer => Buffer.from(`x${text}yz`);

it.each<[string, Buffer]>([
  ['UTF-8', around(WORD)],
  ['UTF-16', Buffer.from(`x${WORD}y`, 'utf16le')],
  ['UTF-16, the other way round', Buffer.from(`x${WORD}y`, 'utf16le').swap16()],
  ...['', 'a', 'ab', 'abc'].map((before): [string, Buffer] => [
    `Base64 behind ${before.length} bytes`,
    Buffer.from(Buffer.from(`${before}${WORD} and more`).toString('base64')),
  ]),
  ['Base64 for addresses', Buffer.from(Buffer.from(`ÿ${WORD}ÿ`).toString('base64url'))],
  ['hexadecimal', Buffer.from(around(WORD).toString('hex'))],
  ['JSON with escapes', around('kanari\\u00e9-7f3a')],
  ['JSON with escapes in capitals', around('kanari\\u00E9-7f3a')],
  ['percent signs', around(encodeURIComponent(WORD))],
  ['a view of more bytes', Buffer.concat([Buffer.alloc(3), Buffer.from(WORD)]).subarray(2)],
])('finds a word as %s', (_how, bytes) => {
  expect(foundIn(bytes, [WORD, 'another'])).toEqual([WORD]);
});

it('finds nothing where there is nothing', () => {
  expect(foundIn(Buffer.from('kanari kanarié 7f3a'), [WORD])).toEqual([]);
});
