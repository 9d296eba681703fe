import { beforeEach, describe, expect, test } from 'vitest';
import { memoryStore, type RecordStore } from '../store/index.ts';
import { type Access, createAccess, decide, type NewLink } from './index.ts';

const LIFETIME = 10_000;
const BOARD = 'board-of-ours';
const boardFacts = async () => ({ frozen: false, round: null });
let time: number;
let store: RecordStore;
let access: Access;
let links: { facilitator: NewLink; second: NewLink; partner: NewLink; observer: NewLink };

beforeEach(async () => {
  time = 1_000_000;
  store = memoryStore();
  access = await createAccess({ store, boardFacts, decide, ticketLifetime: LIFETIME, now: () => time });
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

const join = (link: NewLink, before?: string) => access.join(link.record, 'Anna', before);

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
  test('stays the same for one link in one browser, also after the ticket ended and under a new name', () => {
    const first = join(links.partner);
    time += 2 * LIFETIME;
    const again = access.join(links.partner.record, 'Anna V.', first.ticket);
    expect(again.session.person).toEqual({ id: first.session.person.id, name: 'Anna V.' });
  });

  test('is another by another link, with a forged ticket, and in another browser', () => {
    const { ticket, session } = join(links.partner);
    expect(join(links.observer, ticket).session.person.id).not.toBe(session.person.id);
    expect(join(links.partner, `${ticket}x`).session.person.id).not.toBe(session.person.id);
    expect(join(links.partner).session.person.id).not.toBe(session.person.id);
  });
});

describe('a ticket', () => {
  test('lets in until it ends', async () => {
    const { ticket } = join(links.partner);
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
    const { ticket } = join(links.facilitator);
    expect(await access.authorise(ticket, 'another-board')).toEqual({ ok: false, refusal: 'forbidden' });
    expect(await access.authorise(ticket, 'no-such-board')).toEqual({ ok: false, refusal: 'no-board' });
    for (const document of [`${BOARD}/private/gemeente`, `${BOARD}/silent/round-1/person-1`])
      expect(await access.authorise(ticket, document)).toEqual({ ok: false, refusal: 'forbidden' });
    expect(await access.authorise(ticket, `${BOARD}/x`)).toEqual({ ok: false, refusal: 'forbidden' });
    expect(await access.authorise(undefined, BOARD)).toEqual({ ok: false, refusal: 'unauthorised' });
  });

  test('outlives the process that gave it', async () => {
    const { ticket } = join(links.observer);
    const restarted = await createAccess({
      store,
      boardFacts,
      decide,
      ticketLifetime: LIFETIME,
      now: () => time,
    });
    expect(await restarted.authorise(ticket, `${BOARD}/table`)).toMatchObject({
      ok: true,
      rights: { read: true, write: false },
    });
  });

  test('of a link that is not in the store lets nobody in', async () => {
    const { ticket } = join(access.makeLink(BOARD, 'facilitator', null));
    expect(await access.authorise(ticket, BOARD)).toEqual({ ok: false, refusal: 'unauthorised' });
  });
});

describe('withdrawing a link', () => {
  test('ends its tickets and its secret, and those of no other', async () => {
    const { ticket, session } = join(links.partner);
    const observer = join(links.observer);
    expect(await access.withdraw(BOARD, links.partner.record.id)).toBe('withdrawn');
    expect(await access.authorise(ticket, BOARD)).toEqual({ ok: false, refusal: 'withdrawn' });
    expect(await access.open(BOARD, links.partner.secret)).toEqual({ ok: false, refusal: 'withdrawn' });
    expect(access.stillAdmitted(session)).toBe(false);
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
    expect(await access.authorise(join(links.partner).ticket, BOARD)).toMatchObject({ ok: true });
  });

  test('that the store refuses did not happen', async () => {
    const { ticket } = join(links.partner);
    const failing: RecordStore = {
      ...store,
      withdrawLink: () => Promise.reject(new Error('disk full')),
    };
    const refused = await createAccess({
      store: failing,
      boardFacts,
      decide,
      ticketLifetime: LIFETIME,
      now: () => time,
    });
    await expect(refused.withdraw(BOARD, links.partner.record.id)).rejects.toThrow('disk full');
    expect(await refused.authorise(ticket, BOARD)).toMatchObject({ ok: true });
  });
});
