import type { Partner } from '@samenbord/shared/board';
import type { LinkInfo } from '@samenbord/shared/protocol';
import type { RecentBoard } from '../../session/recent.ts';

export type LinkState = 'works' | 'ended' | 'withdrawn';

/** @param now ms since the epoch */
export function stateOf({ withdrawn, expires }: LinkInfo, now: number): LinkState {
  if (withdrawn !== null) return 'withdrawn';
  return expires !== null && expires <= now ? 'ended' : 'works';
}

/**
 * The address of a link, where this browser knows it: it made the link, or the board and with it the first link
 * of each role and partner.
 * @param links all of the board, the oldest first
 */
export function addressOf(
  link: LinkInfo,
  links: readonly LinkInfo[],
  known: Pick<RecentBoard, 'links' | 'urls'> | undefined,
): string | undefined {
  const own = known?.urls?.[link.id];
  if (own !== undefined) return own;
  const first = links.find(({ role, partner }) => role === link.role && partner === link.partner);
  if (first?.id !== link.id || known?.links === undefined) return undefined;
  const { facilitator, observer, partners } = known.links;
  switch (link.role) {
    case 'facilitator':
      return facilitator;
    case 'observer':
      return observer;
    case 'partner':
      return partners.find(({ partner }) => partner === link.partner)?.url;
  }
}

/** In the order in which one looks for them: partners as at the table, then facilitators, then observers. */
export function inOrder(links: readonly LinkInfo[], partners: readonly Partner[]): readonly LinkInfo[] {
  const rank = ({ role, partner }: LinkInfo): number => {
    if (role === 'facilitator') return partners.length + 1;
    if (role === 'observer') return partners.length + 2;
    const place = partners.findIndex(({ id }) => id === partner);
    return place < 0 ? partners.length : place;
  };
  return links.toSorted((a, b) => rank(a) - rank(b) || a.made - b.made);
}
