/**
 * Finds words in bytes, in whatever form a program might send them: as UTF-8 or UTF-16, in Base64 or hexadecimal at
 * any offset, percent-encoded, or escaped as in JSON.
 */
export function foundIn(bytes: Uint8Array, words: Iterable<string>): string[] {
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [...words].filter((word) => formsOf(word).some((form) => haystack.includes(form)));
}

const known = new Map<string, readonly Buffer[]>();

function formsOf(word: string): readonly Buffer[] {
  const forms = known.get(word) ?? makeForms(word);
  known.set(word, forms);
  return forms;
}

function makeForms(word: string): readonly Buffer[] {
  const utf8 = Buffer.from(word);
  const utf16 = Buffer.from(word, 'utf16le');
  const encoded = [utf8, utf16].flatMap((bytes) => [
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64Of(bytes),
  ]);
  const escaped = [...word].map((letter) => (letter > '~' ? escapeOf(letter) : letter)).join('');
  const texts = [
    ...encoded,
    escaped,
    escaped.replaceAll(/\\u(....)/g, (_all, digits: string) => `\\u${digits.toUpperCase()}`),
    encodeURIComponent(word),
    [...word].map(escapeOf).join(''),
    [...word].reverse().join(''),
  ];
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...texts.map((text) => Buffer.from(text))];
}

const escapeOf = (letter: string): string =>
  letter
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** Base64 of some bytes wherever they stand among others: at three offsets, without what their neighbours are in. */
function base64Of(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = padded.toString('base64').replaceAll('=', '');
    const from = Math.ceil((offset * 8) / 6);
    const inner = whole.slice(from, Math.floor((padded.length * 8) / 6));
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
