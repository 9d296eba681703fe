import { privateDocument, readTable, removePartner, tableDocument } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import type { Access } from '../access/index.ts';
import { ActError } from './actError.ts';
import { type Acting, conflict, partnersOf } from './acting.ts';
import { eraseDocument } from './erasing.ts';

/**
 * Takes a partner off the table: its links end with their sessions, its homework is erased, and its stickers on the
 * board stay, parked.
 * @param endLink ends the sessions that came in by a link, on all nodes
 * @throws {ActError}
 * @throws {StoreError}
 */
export async function takeOffTable(
  acting: Acting,
  access: Access,
  endLink: (board: string, link: string) => void,
  board: string,
  partner: string,
): Promise<void> {
  const { relay, store } = acting;
  const partners = await partnersOf(acting, board);
  if (!partners.includes(partner)) throw new ActError('not-found', 'there is no such partner at the table');
  if (partners.length <= LIMITS.minPartners)
    conflict(`at least ${LIMITS.minPartners} partners stay; add another first`);
  // One after the other for a board, so that two at once do not both find room.
  const removed = await relay.change(tableDocument(board), (doc) => {
    const left = readTable(doc).table.partners.map(({ id }) => id);
    if (!left.includes(partner) || left.length <= LIMITS.minPartners) return false;
    removePartner(doc, partner);
    return true;
  });
  if (!removed) conflict('others are at the table by now; look again');
  for (const link of await store.links(board)) {
    if (link.partner !== partner || link.withdrawn !== null) continue;
    await access.withdraw(board, link.id);
    endLink(board, link.id);
  }
  await eraseDocument(acting, board, privateDocument(board, partner), (state) => {
    const { [partner]: _gone, ...homework } = state.homework;
    return { ...state, homework };
  });
}
