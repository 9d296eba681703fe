import { type BoardLinks, ROLES, type Role } from '@samenbord/shared/protocol';
import { type Readable, writable } from './readable.ts';

/** A board this browser opened before. */
export interface RecentBoard {
  readonly board: string;
  readonly title: string;
  readonly role: Role;
  /** ms since the epoch. */
  readonly openedAt: number;
  /**
   * The links to hand out, kept only in the browser that made the board: the server has no more than
   * their hashes, so this is where the facilitator finds them again.
   */
  readonly links?: BoardLinks;
  /** Addresses of further links that this browser made, by the link's id. */
  readonly urls?: Readonly<Record<string, string>>;
}

/** Boards remembered; the longest unopened go first. */
export const MAX_RECENT = 50;

const KEY = 'samenbord.recent';

/** The boards this browser opened before, the last opened first. Without storage: those of this page. */
export interface RecentBoards extends Readable<readonly RecentBoard[]> {
  /** Adds or refreshes a board. Links that were known stay when none are given. */
  remember(board: RecentBoard): void;
  /**
   * Adds the address of a link that was just made here.
   * @param instead the address it takes the place of, where that is known
   */
  keepLink(board: string, link: string, url: string, instead?: string): void;
  forget(board: string): void;
}

/**
 * Keeps the list in the browser's storage. When that is blocked or full the list works all the same, for
 * as long as the page is open.
 */
export function recentBoards(storage: () => Storage = () => localStorage): RecentBoards {
  const list = writable<readonly RecentBoard[]>(load(storage));
  const change = (next: (known: readonly RecentBoard[]) => readonly RecentBoard[]): void => {
    // What another tab wrote meanwhile counts too.
    const stored = load(storage);
    const known = stored.length > 0 ? stored : list.get();
    const boards = next(known)
      .toSorted((a, b) => b.openedAt - a.openedAt)
      .slice(0, MAX_RECENT);
    try {
      storage().setItem(KEY, JSON.stringify(boards));
    } catch {
      // Blocked or full: remembered in this page only.
    }
    list.set(boards);
  };
  return {
    get: list.get,
    subscribe: list.subscribe,
    remember(board) {
      change((known) => {
        const before = known.find((old) => old.board === board.board);
        const { links, urls } = { ...before, ...board };
        const kept = known.filter((old) => old.board !== board.board);
        return [...kept, { ...board, ...(links && { links }), ...(urls && { urls }) }];
      });
    },
    keepLink(board, link, url, instead) {
      change((known) =>
        known.map((old) => {
          if (old.board !== board) return old;
          const urls = { ...old.urls, [link]: url };
          return { ...old, urls, ...(old.links && { links: replaced(old.links, instead, url) }) };
        }),
      );
    },
    forget(board) {
      change((known) => known.filter((old) => old.board !== board));
    },
  };
}

/** The links of a board with one address in the place of another. */
function replaced(links: BoardLinks, old: string | undefined, url: string): BoardLinks {
  const now = (one: string): string => (one === old ? url : one);
  return {
    facilitator: now(links.facilitator),
    observer: now(links.observer),
    partners: links.partners.map((one) => ({ ...one, url: now(one.url) })),
  };
}

function load(storage: () => Storage): readonly RecentBoard[] {
  try {
    const stored: unknown = JSON.parse(storage().getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isRecentBoard) : [];
  } catch {
    return [];
  }
}

/** Storage holds whatever an older version or another program on this origin left. */
function isRecentBoard(value: unknown): value is RecentBoard {
  if (typeof value !== 'object' || value === null) return false;
  const { board, title, role, openedAt, links, urls } = value as Record<string, unknown>;
  return (
    typeof board === 'string' &&
    typeof title === 'string' &&
    ROLES.some((known) => known === role) &&
    typeof openedAt === 'number' &&
    (links === undefined || isLinks(links)) &&
    (urls === undefined || isUrls(urls))
  );
}

function isUrls(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((url) => typeof url === 'string');
}

function isLinks(value: unknown): value is BoardLinks {
  if (typeof value !== 'object' || value === null) return false;
  const { facilitator, observer, partners } = value as Record<string, unknown>;
  return (
    typeof facilitator === 'string' &&
    typeof observer === 'string' &&
    Array.isArray(partners) &&
    partners.every((link) => typeof link?.partner === 'string' && typeof link?.url === 'string')
  );
}
