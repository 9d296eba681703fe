import { LIMITS, type Role } from '@samenbord/shared/protocol';
import type { LinkRecord, RecordStore } from '../store/types.ts';
import { Turns } from '../turns.ts';
import type { Ended } from './ended.ts';
import { addLasting, isLasting, takeLasting } from './lasting.ts';
import { changeSettings, linkOf, linksOf, NO_SETTINGS, settingsOf } from './linkNotes.ts';
import { countPeople } from './people.ts';
import { hashSecret, newId, newSecret } from './secrets.ts';
import type { Link, LinkSettings } from './types.ts';

/** A link as it was just made: the only moment at which its secret exists here. */
export interface NewLink {
  readonly record: LinkRecord;
  readonly secret: string;
}

/** Why something was not done to a link. */
export type LinkRefusal =
  | 'no-such-link'
  /** It was withdrawn, so there is nothing to set on it. */
  | 'withdrawn-already'
  /** Its end has passed: whether another has one is for the facilitator to say first. */
  | 'past-end'
  /** The board would be left without a link by which a facilitator can always come back. */
  | 'last-facilitator'
  /** The board has as many links as it may have. */
  | 'too-many-links';

export type Withdrawal = 'withdrawn' | 'no-such-link' | 'last-facilitator';

/** A link and how many different people have come in by it. */
export interface CountedLink {
  readonly link: Link;
  readonly people: number;
}

/** The links of a board, as facilitators keep them. */
export interface Links {
  /** Makes a link; it works once its record is in the store. */
  makeLink(board: string, role: Role, partner: string | null): NewLink;
  /** The oldest first, withdrawn ones included. */
  listLinks(board: string): Promise<readonly CountedLink[]>;
  countedLink(board: string, link: string): Promise<CountedLink | undefined>;
  /** Those that work now: neither withdrawn nor past their end. */
  workingLinks(board: string): Promise<readonly Link[]>;
  /** Whether a link works now. */
  linkWorks(link: Link): boolean;
  /** Makes a link to a board that is there, and keeps it. @param partner has to be at the table */
  addLink(
    board: string,
    role: Role,
    partner: string | null,
    settings: Partial<LinkSettings>,
  ): Promise<NewLink | 'too-many-links'>;
  /** Changes the settings that are named. */
  changeLink(
    board: string,
    link: string,
    change: Partial<LinkSettings>,
  ): Promise<'changed' | Exclude<LinkRefusal, 'too-many-links' | 'past-end'>>;
  /**
   * Makes a new link with the settings of this one, which is withdrawn: when it may have got into the wrong
   * hands. One that is past its end is not replaced before it is given another end, or none. One that was withdrawn is
   * not replaced: whoever it was for may be at the table no more.
   */
  reissueLink(board: string, link: string): Promise<NewLink | Exclude<LinkRefusal, 'last-facilitator'>>;
  /** Ends a link for good. The last facilitator link of a board stays. */
  withdraw(board: string, link: string): Promise<Withdrawal>;
}

export interface LinksOptions {
  readonly store: RecordStore;
  readonly ended: Ended;
  /** ms since the epoch, now */
  readonly now: () => number;
}

export function createLinks({ store, ended, now }: LinksOptions): Links {
  // One after the other on a board: their number is counted, of two that replace a link one is too late, and what is
  // withdrawn is not made lasting meanwhile.
  const turns = new Turns();
  const lasting = (board: string) => async (): Promise<readonly string[]> =>
    (await linksOf(store, board)).filter((link) => ended.works(link) && isLasting(link)).map(({ id }) => id);

  const counted = async (link: Link): Promise<CountedLink> => ({
    link,
    people: await countPeople(store, link),
  });

  function makeLink(board: string, role: Role, partner: string | null): NewLink {
    const secret = newSecret();
    const hash = hashSecret(secret);
    return { record: { id: newId(), board, role, partner, hash, made: now(), withdrawn: null }, secret };
  }

  const add: Links['addLink'] = async (board, role, partner, settings) => {
    if ((await store.links(board)).length >= LIMITS.boardLinks) return 'too-many-links';
    const made = makeLink(board, role, partner);
    const { record } = made;
    // The settings first: at no moment is there a link without the bounds it was given.
    await changeSettings(store, record, settings);
    await store.addLink(record);
    if (isLasting({ ...record, ...NO_SETTINGS, ...settings }))
      await addLasting(store, board, record.id, lasting(board));
    return made;
  };

  const withdraw: Links['withdraw'] = async (board, id) => {
    const link = await linkOf(store, board, id);
    if (link === undefined) return 'no-such-link';
    if (link.withdrawn !== null) return 'withdrawn';
    if (isLasting(link) && !(await takeLasting(store, board, id, lasting(board)))) return 'last-facilitator';
    // Marked before the store is asked, so that nobody slips in while the record is being written.
    ended.withdraw(id);
    try {
      await store.withdrawLink(id, now());
    } catch (error) {
      // It was not withdrawn, and the facilitator is told so: it must not half be.
      ended.restore(id);
      if (isLasting(link)) await addLasting(store, board, id, lasting(board)).catch(() => undefined);
      throw error;
    }
    return 'withdrawn';
  };

  const change: Links['changeLink'] = async (board, id, settings) => {
    const before = await linkOf(store, board, id);
    if (before === undefined) return 'no-such-link';
    if (before.withdrawn !== null) return 'withdrawn-already';
    const stays = isLasting({ ...before, ...settings });
    if (isLasting(before) && !stays && !(await takeLasting(store, board, id, lasting(board))))
      return 'last-facilitator';
    await changeSettings(store, before, settings);
    if (settings.expires !== undefined) ended.setEnd(id, settings.expires);
    if (stays) await addLasting(store, board, id, lasting(board));
    return 'changed';
  };

  return {
    makeLink,
    addLink: (board, ...rest) => turns.take(board, () => add(board, ...rest)),
    withdraw: (board, id) => turns.take(board, () => withdraw(board, id)),
    changeLink: (board, id, settings) => turns.take(board, () => change(board, id, settings)),

    async listLinks(board) {
      return Promise.all((await linksOf(store, board)).map(counted));
    },

    linkWorks: (link) => ended.works(link),

    async workingLinks(board) {
      return (await linksOf(store, board)).filter((link) => ended.works(link));
    },

    async countedLink(board, id) {
      const link = await linkOf(store, board, id);
      return link && counted(link);
    },

    reissueLink(board, id) {
      return turns.take(board, async () => {
        const old = await linkOf(store, board, id);
        if (old === undefined) return 'no-such-link';
        if (old.withdrawn !== null) return 'withdrawn-already';
        if (!ended.works(old)) return 'past-end';
        const made = await add(board, old.role, old.partner, settingsOf(old));
        // Never the last: the new one has the same settings.
        if (made !== 'too-many-links') await withdraw(board, id);
        return made;
      });
    },
  };
}
