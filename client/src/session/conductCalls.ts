import type { NewLinkResponse } from '@samenbord/shared/protocol';
import { call, pathOf } from './join.ts';

/**
 * The acts of the server that a facilitator asks for. What came of an act is shown to everybody through the
 * table document. All throw `ApiFailure`.
 */
export interface ConductCalls {
  /** Makes the board read-only for partners, or gives it back to them. */
  freeze(frozen: boolean): Promise<void>;
  /** Takes a partner off the table: its links end, its stickers stay. */
  removePartner(partner: string): Promise<void>;
  /** A new link for a partner's people. */
  linkFor(partner: string): Promise<NewLinkResponse>;
  /** When the board is erased by itself, ms since the epoch; `null` for never. */
  setEnd(ends: number | null): Promise<void>;
  /** The whole board, at once and for good. @param title its title, typed again */
  erase(title: string): Promise<void>;
}

/** The acts on one board. @param ticket where the browser keeps no cookies */
export function conductCalls(board: string, ticket?: string): ConductCalls {
  const act = <T = unknown>(path: string, body: unknown = {}): Promise<T> =>
    call<T>('POST', `${pathOf(board)}/${path}`, body, { ticket });
  return {
    freeze: async (frozen) => void (await act('freeze', { frozen })),
    removePartner: async (partner) => void (await act(`partners/${encodeURIComponent(partner)}/remove`)),
    linkFor: (partner) => act<NewLinkResponse>('links', { role: 'partner', partner }),
    setEnd: async (ends) => void (await act('end', { ends })),
    erase: async (title) => void (await act('erase', { title })),
  };
}
