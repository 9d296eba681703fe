/**
 * Names of the Yjs documents of one board. Permission is per document, so who may see what is in its
 * name and nowhere else.
 */

/** Board ids: what the server makes, and what may stand before the first slash of a name. */
export const BOARD_ID = /^[A-Za-z0-9_-]{6,40}$/;

/** Stickers, lines: written by the facilitator and partners, read by all. */
export const boardDocument = (board: string): string => board;

/** Partners, title, language: written by the facilitator only, read by all. */
export const tableDocument = (board: string): string => `${board}/table`;

/** A partner's homework: for that partner's own people only. */
export const privateDocument = (board: string, partner: string): string => `${board}/private/${partner}`;

/** What one person writes in a silent round: for that person only, while the round is open. */
export const silentDocument = (board: string, round: string, person: string): string =>
  `${board}/silent/${round}/${person}`;

/** What a document's name says it is. */
export type DocumentName =
  | { readonly kind: 'board'; readonly board: string }
  | { readonly kind: 'table'; readonly board: string }
  | { readonly kind: 'private'; readonly board: string; readonly partner: string }
  | { readonly kind: 'silent'; readonly board: string; readonly round: string; readonly person: string };

const PART = /^[A-Za-z0-9_-]{1,64}$/;

/** Reads a document's name; `undefined` for anything that is not exactly one of the forms. */
export function parseDocumentName(name: string): DocumentName | undefined {
  const [board, kind, first, second, ...rest] = name.split('/');
  if (board === undefined || !BOARD_ID.test(board) || rest.length > 0) return undefined;
  if (kind === undefined) return { kind: 'board', board };
  if (kind === 'table') return first === undefined ? { kind, board } : undefined;
  if (first === undefined || !PART.test(first)) return undefined;
  if (kind === 'private') return second === undefined ? { kind, board, partner: first } : undefined;
  if (kind === 'silent' && second !== undefined && PART.test(second))
    return { kind, board, round: first, person: second };
  return undefined;
}
