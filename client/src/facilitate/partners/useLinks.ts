import { useState } from 'react';
import { type ConductCalls, type SessionHandle, whenSaved } from '../../session/index.ts';
import type { PanelProps } from '../panel/props.ts';

/** A link made here, or on its way. */
export type MadeLink =
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'made'; readonly url: string };

/**
 * Makes links for partners' people, and keeps those made as long as the panel shows them.
 * @param onMade keeps one for longer: the server has no more than its hash
 */
export function useLinks(
  session: Pick<SessionHandle, 'status'>,
  calls: Pick<ConductCalls, 'linkFor'>,
  onMade: PanelProps['onLinkMade'],
) {
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
        const { link, url } = await calls.linkFor(partner);
        onMade(link.id, url);
        set(partner, { kind: 'made', url });
      } catch {
        set(partner, { kind: 'failed' });
      }
    },
  };
}
