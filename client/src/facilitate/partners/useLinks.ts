import { useState } from 'react';
import { type ConductCalls, type SessionHandle, whenSaved } from '../../session/index.ts';

/** A link made here, or on its way; it is nowhere to be found again once the panel is closed. */
export type MadeLink =
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'made'; readonly url: string };

/** Makes links for partners' people, and keeps those made as long as the panel shows them. */
export function useLinks(session: Pick<SessionHandle, 'status'>, calls: Pick<ConductCalls, 'linkFor'>) {
  const [links, setLinks] = useState<ReadonlyMap<string, MadeLink>>(new Map());
  const set = (partner: string, link: MadeLink): void =>
    setLinks((before) => new Map(before).set(partner, link));
  return {
    of: (partner: string): MadeLink | undefined => links.get(partner),
    async make(partner: string): Promise<void> {
      set(partner, { kind: 'busy' });
      try {
        // The server has to know of a partner that was just added.
        await whenSaved(session);
        set(partner, { kind: 'made', url: await calls.linkFor(partner) });
      } catch {
        set(partner, { kind: 'failed' });
      }
    },
  };
}
