import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { layoutSheet, placeAt } from '../layout/index.ts';
import { type BoardFile, boardFileSchema } from './file.ts';
import { boardFromFile } from './fromFile.ts';
import { addStickers, readStickers, recordOf, stickersOf } from './stickers.ts';
import { isSymbol } from './symbols.ts';
import { boardToFile } from './toFile.ts';

const picture = { hash: 'ab'.repeat(32), width: 1600, height: 900, alt: 'Het park in de avond' };
const place = placeAt(layoutSheet('brengen-halen', ['a', 'b']), { x: 500, y: 500 }, 0);

function docWith(change: Record<string, unknown> = {}): Y.Doc {
  const doc = new Y.Doc();
  addStickers(doc, [{ id: 'one', place, made: 1, text: 'Het park', picture, symbol: 'trees' }]);
  for (const [key, value] of Object.entries(change)) recordOf(doc, 'one')?.set(key, value);
  return doc;
}

describe('a picture and a symbol on a sticker', () => {
  it('are read as they were written', () => {
    expect(readStickers(docWith()).stickers.get('one')).toMatchObject({ picture, symbol: 'trees' });
  });

  it.each([
    ['a hash that is an address', { picture: { ...picture, hash: 'https://example.org/a.png' } }],
    ['a size of nothing', { picture: { ...picture, width: 0 } }],
    ['a size of more than a board has', { picture: { ...picture, height: 1e9 } }],
    ['a symbol that is a text', { symbol: 'Lees dit eens, het is lang' }],
    ['a symbol of another program', { symbol: { kind: 'later' } }],
  ])('are passed over for %s: the sticker is shown without', (_, change) => {
    const { stickers, unreadable } = readStickers(docWith(change));
    const [key = ''] = Object.keys(change);
    expect(stickers.get('one')).not.toHaveProperty(key);
    expect(stickers.get('one')?.text).toBe('Het park');
    expect(unreadable).toBe(0);
    // Kept in the document, for who understands it.
    expect((stickersOf(docWith(change)).get('one') as Y.Map<unknown>).get(key)).toBeDefined();
  });

  it('go into a file and come back out of it', () => {
    const file: BoardFile = {
      title: 'Rietwijk',
      language: 'nl',
      partners: [{ name: 'Gemeente' }, { name: 'School' }],
      stickers: [{ id: 'one', template: 'brengen-halen', x: 0.5, y: 0.5, text: '', picture, symbol: '🏠' }],
    };
    const updates = boardFromFile(boardFileSchema.parse(file), { now: 1, newId: () => 'x' });
    const [board, table] = [new Y.Doc(), new Y.Doc()];
    Y.applyUpdate(board, updates.board);
    Y.applyUpdate(table, updates.table);
    const again = boardFileSchema.parse(JSON.parse(JSON.stringify(boardToFile(board, table))));
    expect(again.stickers?.[0]).toMatchObject({ picture, symbol: '🏠' });
  });

  it('takes emoji of all sorts as a symbol, and the names of icons', () => {
    for (const symbol of ['house', 'trees', 'circle-check-2', '🏠', '👩🏽‍🌾', '🇳🇱', '3️⃣', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])
      expect(isSymbol(symbol), symbol).toBe(true);
    for (const symbol of ['', ' ', 'House', 'a b', '🏠 huis', '<svg>', '🏠'.repeat(20), 7, null])
      expect(isSymbol(symbol), String(symbol)).toBe(false);
  });
});
