import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '../protocol/limits.ts';
import { boardFileSchema } from './file.ts';
import { boardFromFile } from './fromFile.ts';
import { moveStickers, readStickers, removeStickers, stickersOf } from './stickers.ts';
import { boardToFile } from './toFile.ts';
import { countVotes, setVotes, voteKey, votesOf } from './votes.ts';

const sticker = (id: string, more = {}) => ({
  id,
  template: 'brengen-halen' as const,
  region: 'core.essence',
  text: id,
  x: 0.5,
  y: 0.5,
  ...more,
});

function board(...stickers: ReturnType<typeof sticker>[]): { board: Y.Doc; table: Y.Doc } {
  let made = 0;
  const partners = [{ name: 'Gemeente' }, { name: 'School' }];
  const file = boardFileSchema.parse({ title: 'Rietwijk', partners, stickers });
  const updates = boardFromFile(file, {
    now: 1,
    newId: () => {
      made += 1;
      return `id-${made}`;
    },
  });
  const docs = { board: new Y.Doc(), table: new Y.Doc() };
  Y.applyUpdate(docs.board, updates.board);
  Y.applyUpdate(docs.table, updates.table);
  return docs;
}

const counted = (doc: Y.Doc, me?: string) =>
  Object.fromEntries(countVotes(doc, readStickers(doc).stickers, me));

it('dots go out with a board file as numbers of nobody, and come back in', () => {
  const { board: doc, table } = board(sticker('a', { votes: 2 }), sticker('b'));
  setVotes(
    doc,
    'anna',
    new Map([
      ['a', true],
      ['b', true],
    ]),
  );
  setVotes(doc, 'bram', new Map([['a', true]]));
  const file = boardToFile(doc, table);
  expect(file.stickers?.map(({ id, votes }) => [id, votes])).toEqual([
    ['a', 4],
    ['b', 1],
  ]);
  expect(JSON.stringify(file)).not.toMatch(/anna|bram/);
  const again = board(...(file.stickers ?? []).map(({ id = '', votes }) => sticker(id, { votes })));
  expect(counted(again.board)).toEqual({ a: { count: 4, mine: false }, b: { count: 1, mine: false } });
  const record = stickersOf(again.board).get('a');
  expect(record instanceof Y.Map && record.has('votes')).toBe(false);
});

it('a file with impossible numbers of dots is refused', () => {
  for (const votes of [-1, 0.5, LIMITS.fileVotes + 1, '3'])
    expect(() => board(sticker('a', { votes }))).toThrow();
});

it('dots of one person count on each sheet up to the limit, and not on what is off the board', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const { board: doc } = board(...ids.map((id) => sticker(id)));
  setVotes(doc, 'anna', new Map(ids.map((id) => [id, true])));
  expect(Object.keys(counted(doc, 'anna'))).toEqual(['a', 'b', 'c', 'd', 'e']);
  removeStickers(doc, ['b'], 'bram', 1);
  expect(Object.keys(counted(doc, 'anna'))).toEqual(['a', 'c', 'd', 'e', 'f']);
  const place = { sheet: 'partnermodel-canvas', region: null, x: 0.5, y: 0.5, z: 1 } as const;
  moveStickers(doc, new Map([['f', place]]));
  expect(counted(doc, 'anna').f).toEqual({ count: 1, mine: true });
});

it('what is no dot is passed over', () => {
  const { board: doc } = board(sticker('a'));
  const votes = votesOf(doc);
  votes.set('a', true);
  votes.set(voteKey('anna', 'a'), 'ja');
  votes.set(voteKey('bram', 'a'), false);
  votes.set(voteKey('', 'a'), -3);
  votes.set(voteKey('cor', 'nowhere'), true);
  expect(counted(doc)).toEqual({});
});
