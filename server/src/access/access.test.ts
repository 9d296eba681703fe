import { beforeEach, describe, expect, test } from 'vitest';
import { memoryStore, type RecordStore } from '../store/index.ts';
import { type Access, createAccess, type Joined, type NewLink } from './index.ts';
import { CALM } from './testing/calm.ts';

const LIFETIME = 10_000;
const BOARD = 'board-of-ours';
let time: number;
let store: RecordStore;
let access: Access;
let links: { facilitator: NewLink; second: NewLink; partner: NewLink; observer: NewLink };

beforeEach(async () => {
  time = 1_000_000;
  store = memoryStore();
  access = await createAccess({ ...CALM, store, ticketLifetime: LIFETIME, now: () => time });
  links = {
    facilitator: access.makeLink(BOARD, 'facilitator', null),
    second: access.makeLink(BOARD, 'facilitator', null),
    partner: access.makeLink(BOARD, 'partner', 'gemeente'),
    observer: access.makeLink(BOARD, 'observer', null),
  };
  await store.addBoard(
    { id: BOARD, made: time },
    Object.values(links).map(({ record }) => record),
  );
});

/** Joins by a link that lets in at once. */
async function join(link: NewLink, before?: string, name = 'Anna'): Promise<Joined> {
  const opened = await access.open(BOARD, link.secret);
  if (!opened.ok) throw new Error(opened.refusal);
  const joining = await access.join(opened.link, { name }, before);
  if (joining.kind !== 'in') throw new Error(joining.kind);
  return joining;
}

describe('opening a link', () => {
  test('its own secret opens it, another opens nothing', async () => {
    expect(await access.open(BOARD, links.partner.secret)).toMatchObject({
      ok: true,
      link: { role: 'partner', partner: 'gemeente' },
    });
    expect(await access.open(BOARD, `${links.partner.secret}x`)).toEqual({
      ok: false,
      refusal: 'wrong-link',
    });
    expect(await access.open('no-such-board', links.partner.secret)).toEqual({
      ok: false,
      refusal: 'no-board',
    });
    expect(await access.open('../x', links.partner.secret)).toEqual({ ok: false, refusal: 'no-board' });
  });

  test('the store holds hashes, never a secret', async () => {
    const kept = JSON.stringify(
      (await store.links(BOARD)).map((link) => ({
        ...link,
        hash: Buffer.from(link.hash).toString('latin1'),
      })),
    );
    for (const { secret } of Object.values(links)) expect(kept).not.toContain(secret);
  });
});

describe('a person', () => {
  test('stays the same for one link in one browser, also after the ticket ended and under a new name', async () => {
    const first = await join(links.partner);
    time += 2 * LIFETIME;
    const again = await join(links.partner, first.ticket, 'Anna V.');
    expect(again.session.person).toEqual({ id: first.session.person.id, name: 'Anna V.' });
  });

  test('is another in another role, with a forged ticket, and in another browser', async () => {
    const { ticket, session } = await join(links.partner);
    const by = async (link: NewLink, before?: string) => (await join(link, before)).session.person.id;
    expect(await by(links.observer, ticket)).not.toBe(session.person.id);
    expect(await by(links.partner, `${ticket}x`)).not.toBe(session.person.id);
    expect(await by(links.partner)).not.toBe(session.person.id);
  });

  test('stays the same by another link of the same partner', async () => {
    const { ticket, session } = await join(links.partner);
    const made = await access.reissueLink(BOARD, links.partner.record.id);
    if (typeof made === 'string') throw new Error(made);
    expect((await join(made, ticket)).session.person).toEqual(session.person);
  });
});

describe('a ticket', () => {
  test('lets in until it ends', async () => {
    const { ticket } = await join(links.partner);
    time += LIFETIME - 1;
    expect(await access.authorise(ticket, BOARD)).toMatchObject({
      ok: true,
      rights: { read: true, write: true },
    });
    time += 1;
    expect(await access.authorise(ticket, BOARD)).toEqual({ ok: false, refusal: 'unauthorised' });
  });

  test('is for its own board and for documents that there are', async () => {
    const other = access.makeLink('another-board', 'facilitator', null);
    await store.addBoard({ id: 'another-board', made: time }, [other.record]);
    const { ticket } = await join(links.facilitator);
    expect(await access.authorise(ticket, 'another-board')).toEqual({ ok: false, refusal: 'forbidden' });
    expect(await access.authorise(ticket, 'no-such-board')).toEqual({ ok: false, refusal: 'no-board' });
    expect(await access.authorise(ticket, `${BOARD}/private/gemeente`)).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
    expect(await access.authorise(ticket, `${BOARD}/x`)).toEqual({ ok: false, refusal: 'forbidden' });
    expect(await access.authorise(undefined, BOARD)).toEqual({ ok: false, refusal: 'unauthorised' });
  });

  test('outlives the process that gave it', async () => {
    const { ticket } = await join(links.observer);
    const restarted = await createAccess({ ...CALM, store, ticketLifetime: LIFETIME, now: () => time });
    expect(await restarted.authorise(ticket, `${BOARD}/table`)).toMatchObject({
      ok: true,
      rights: { read: true, write: false },
    });
  });

  test('of a link that is not in the store lets nobody in', async () => {
    const made = access.makeLink(BOARD, 'facilitator', null);
    const link = { ...made.record, name: '', expires: null, maxPeople: null, admission: 'open' } as const;
    const joining = await access.join(link, { name: 'Anna' }, undefined);
    const ticket = joining.kind === 'in' ? joining.ticket : '';
    expect(await access.authorise(ticket, BOARD)).toEqual({ ok: false, refusal: 'unauthorised' });
  });
});

describe('withdrawing a link', () => {
  test('ends its tickets and its secret, and those of no other', async () => {
    const { ticket, session, linkEnds } = await join(links.partner);
    const observer = await join(links.observer);
    expect(await access.withdraw(BOARD, links.partner.record.id)).toBe('withdrawn');
    expect(await access.authorise(ticket, BOARD)).toEqual({ ok: false, refusal: 'withdrawn' });
    expect(await access.open(BOARD, links.partner.secret)).toEqual({ ok: false, refusal: 'withdrawn' });
    expect(access.stillAdmitted(session, linkEnds)).toBe(false);
    expect(await access.authorise(observer.ticket, BOARD)).toMatchObject({ ok: true });
    expect(await access.withdraw(BOARD, links.partner.record.id)).toBe('withdrawn');
  });

  test('leaves the last facilitator, also when both go at once', async () => {
    const { facilitator, second } = links;
    const results = await Promise.all([
      access.withdraw(BOARD, facilitator.record.id),
      access.withdraw(BOARD, second.record.id),
    ]);
    expect(results.toSorted()).toEqual(['last-facilitator', 'withdrawn']);
  });

  test('touches no link of another board', async () => {
    expect(await access.withdraw('another-board', links.partner.record.id)).toBe('no-such-link');
    expect(await access.authorise((await join(links.partner)).ticket, BOARD)).toMatchObject({ ok: true });
  });

  test('that the store refuses did not happen', async () => {
    const { ticket } = await join(links.partner);
    const failing: RecordStore = {
      ...store,
      withdrawLink: () => Promise.reject(new Error('disk full')),
    };
    const refused = await createAccess({
      ...CALM,
      store: failing,
      ticketLifetime: LIFETIME,
      now: () => time,
    });
    await expect(refused.withdraw(BOARD, links.partner.record.id)).rejects.toThrow('disk full');
    expect(await refused.authorise(ticket, BOARD)).toMatchObject({ ok: true });
  });
});
