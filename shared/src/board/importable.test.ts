import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '../protocol/limits.ts';
import { boardFileSchema } from './file.ts';
import { boardFromFile } from './fromFile.ts';
import { groupsOf } from './groups.ts';
import { inkOf } from './ink.ts';
import { linksOf } from './links.ts';
import { placesOf } from './places.ts';
import { stickersOf } from './stickers.ts';
import { readTable, titleOf } from './table.ts';
import { boardToFile } from './toFile.ts';

interface Written {
  readonly id: string;
  readonly text: string;
  readonly region: string | null;
  readonly partner: string | null;
}

/** A board and a table as a program may write them, past every page. */
function documents(
  stickers: readonly Written[],
  partners: Readonly<Record<string, string>>,
  title: unknown,
): { board: Y.Doc; table: Y.Doc } {
  const [board, table] = [new Y.Doc(), new Y.Doc()];
  stickers.forEach(({ id, text, region, partner }, n) => {
    const values = {
      partner,
      size: 'M',
      author: null,
      made: 1,
      text: new Y.Text(text),
      tags: Array(30).fill('x'),
    };
    // What a program puts in further keys is any text as well.
    const further = { group: text, picture: text, symbol: text };
    stickersOf(board).set(id, new Y.Map<unknown>(Object.entries({ ...values, ...further })));
    placesOf(board).push([{ id, sheet: 'brengen-halen', region, x: 0.5, y: 0.5, z: n, n }]);
    groupsOf(board).set(text, { title: `${text}${id}` });
    const points = Uint8Array.from(text, (letter) => letter.charCodeAt(0) % 256);
    inkOf(board).set(id, { sticker: id, partner, width: 5, z: n, points });
    linksOf(board).set(`${id}→`, { from: id, to: stickers[0]?.id ?? id, kind: 'match' });
  });
  table.getMap('table').set('title', title);
  Object.entries(partners).forEach(([id, name], order) => {
    table.getMap('partners').set(id, { name, mark: 'G', color: '#009E73', order });
  });
  return { board, table };
}

let made = 0;
const imported = (file: unknown) =>
  boardFromFile(boardFileSchema.parse(JSON.parse(JSON.stringify(file))), {
    now: 1,
    newId: () => `made-${++made}`,
  });

const anyText = fc.string({ unit: 'binary', maxLength: 100 });

describe('what an export gives makes a board again, whatever a program wrote', () => {
  it('in stickers, fields, names and titles', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            id: fc.oneof(anyText, fc.constantFrom('id-1', 'id-2', 'a b', '', 'x'.repeat(80))),
            text: fc.oneof(anyText, fc.constant('x'.repeat(LIMITS.fileStickerText + 1))),
            region: fc.oneof(
              fc.constantFrom(
                null,
                'bring',
                'bring@gemeente',
                'bring@weg',
                'core.essence',
                'core.essence@gemeente',
                '@',
                'no-such',
              ),
              anyText,
            ),
            partner: fc.oneof(fc.constantFrom(null, 'gemeente', 'weg'), fc.string({ maxLength: 64 })),
          }),
          { selector: ({ id }) => id, maxLength: 6 },
        ),
        fc.dictionary(
          fc.constantFrom('gemeente', 'school', 'zorg'),
          anyText.filter((name) => name !== ''),
        ),
        fc.oneof(
          anyText,
          fc.constantFrom('', undefined, null, 7, 'x'.repeat(5_000), '\u202E', 'Half \uD83D'),
        ),
        (stickers, partners, title) => {
          const { board, table } = documents(stickers, partners, title);
          imported(boardToFile(board, table));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('and keeps all that fits as it was', () => {
    const { board, table } = documents(
      [
        { id: 'a', text: 'een', region: 'bring@gemeente', partner: 'gemeente' },
        { id: 'b', text: 'x'.repeat(LIMITS.fileStickerText + 5), region: 'no-such', partner: null },
        { id: 'c c', text: 'drie', region: 'bring@weg', partner: 'weg' },
      ],
      { gemeente: 'Gemeente', school: 'School' },
      'Rietwijk',
    );
    const file = boardToFile(board, table);
    expect(file.stickers).toMatchObject([
      { id: 'a', text: 'een', region: 'bring', partner: 'gemeente' },
      { id: 'b', text: `${'x'.repeat(LIMITS.fileStickerText - 1)}…`, region: null, parked: true },
      { id: 'id-1', text: 'drie', region: 'bring', partner: null, parked: true },
    ]);
    expect(file.links).toMatchObject([
      { from: 'a', to: 'a' },
      { from: 'b', to: 'a' },
      { from: 'id-1', to: 'a' },
    ]);
  });

  it('and a board is never without a title', () => {
    for (const title of ['', '   ', '\u200B', 7, undefined]) {
      const { table } = documents([], {}, title);
      expect(titleOf(readTable(table).table)).toBe('Bord zonder titel');
    }
    const long = titleOf(readTable(documents([], {}, 'x'.repeat(5_000)).table).table);
    expect(long).toHaveLength(LIMITS.title);
  });
});
