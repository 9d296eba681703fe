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

/**
 * The number of each link among those that are called alike, from 1, the oldest first: by it one tells them apart.
 * By the link's id.
 */
export function numbersOf(
  links: readonly LinkInfo[],
  partners: readonly Partner[],
): ReadonlyMap<string, number> {
  const known = new Set<string | null | undefined>(partners.map(({ id }) => id));
  const counts = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const { id, role, partner, name } of links.toSorted((a, b) => a.made - b.made)) {
    // Partners who left the table have one name between them.
    const called = JSON.stringify([role, known.has(partner) ? partner : null, name]);
    const number = (counts.get(called) ?? 0) + 1;
    counts.set(called, number);
    numbers.set(id, number);
  }
  return numbers;
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
