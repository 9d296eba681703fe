import type { PenResponse } from '@samenbord/shared/protocol';
import { call, pathOf } from './join.ts';

/**
 * A pass for a phone that adds stickers to a board.
 * @param ticket where the browser keeps no cookies
 * @throws {ApiFailure}
 */
export function makePen(board: string, ticket?: string): Promise<PenResponse> {
  return call('POST', `${pathOf(board)}/pens`, {}, { ticket });
}
