import { describe, expect, it } from 'vitest';
import { fileNameOf, type NamedPicture } from './fileName.ts';
import { say } from './testing/say.ts';

const picture: NamedPicture = {
  sheet: 'brengen-halen',
  annex: '1',
  version: 'concept 1',
  paper: 'A3',
  resolution: 300,
};
const nameOf = (title: string, changes: Partial<NamedPicture> = {}): string =>
  fileNameOf(title, { ...picture, ...changes }, 'nl', say);

describe('fileNameOf', () => {
  it('says what is in the file', () => {
    expect(nameOf('Rietwijk Wekt Op')).toBe(
      'rietwijk-wekt-op-bijlage-1-brengen-halen-schema-concept-1-a3-300dpi.png',
    );
  });

  it('keeps letters of every script and drops what a file system gives a meaning', () => {
    expect(nameOf('Coöperatie ريتفيك', { version: '../..\\con: "a*?|<b>"\0\n', paper: 'A4' })).toBe(
      'coöperatie-ريتفيك-bijlage-1-brengen-halen-schema-con-a-b-a4-300dpi.png',
    );
  });

  it('leaves out empty parts and cuts long ones', () => {
    expect(nameOf('x'.repeat(120), { annex: ' ', version: '…', resolution: 150 })).toBe(
      `${'x'.repeat(40)}-brengen-halen-schema-a3-150dpi.png`,
    );
  });
});
