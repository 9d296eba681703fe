import { describe, expect, it } from 'vitest';
import { boardDocument, parseDocumentName, tableDocument } from './documents.ts';

describe('document names', () => {
  const board = 'aB3_-xyz';

  it('are read back as they are made', () => {
    expect(parseDocumentName(boardDocument(board))).toEqual({ kind: 'board', board });
    expect(parseDocumentName(tableDocument(board))).toEqual({ kind: 'table', board });
    expect(parseDocumentName(`${board}/private/gemeente`)).toEqual({
      kind: 'private',
      board,
      partner: 'gemeente',
    });
    expect(parseDocumentName(`${board}/silent/r1/p_2`)).toEqual({
      kind: 'silent',
      board,
      round: 'r1',
      person: 'p_2',
    });
  });

  it.each([
    '',
    'short',
    'x'.repeat(41),
    '../etc/passwd',
    `${board}/`,
    `${board}/table/`,
    `${board}/table/x`,
    `${board}/tables`,
    `${board}/private`,
    `${board}/private/`,
    `${board}/private/a/b`,
    `${board}/private/a b`,
    `${board}/private/${'p'.repeat(65)}`,
    `${board}/silent/r1`,
    `${board}/silent/r1/`,
    `${board}/silent/r1/p/extra`,
    `/${board}`,
    `${board}%2Ftable`,
    `${board}\n`,
    `${board}/table\n`,
  ])('%j is no name', (name) => {
    expect(parseDocumentName(name)).toBeUndefined();
  });
});
