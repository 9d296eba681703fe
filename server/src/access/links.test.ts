import { LIMITS } from '@samenbord/shared/protocol';
import { beforeEach, describe, expect, test } from 'vitest';
import { memoryStore, type RecordStore } from '../store/index.ts';
import { type Access, createAccess, type Joining, type LinkSettings, type NewLink } from './index.ts';
import { CALM } from './testing/calm.ts';

const BOARD = 'board-of-ours';
const HOUR = 3_600_000;
let time: number;
let store: RecordStore;
let access: Access;
let facilitator: NewLink;

beforeEach(async () => {
  time = 1_000_000;
  store = memoryStore();
  access = await createAccess({ ...CALM, store, ticketLifetime: 2 * HOUR, now: () => time });
  facilitator = access.makeLink(BOARD, 'facilitator', null);
  await store.addBoard({ id: BOARD, made: time }, [facilitator.record]);
});

async function add(settings: Partial<LinkSettings> = {}, role: 'facilitator' | 'observer' = 'observer') {
  const made = await access.addLink(BOARD, role, null, settings);
  if (made === 'too-many-links') throw new Error(made);
  return made;
}

async function join({ secret }: NewLink, before?: string): Promise<Joining> {
  const opened = await access.open(BOARD, secret);
  if (!opened.ok) throw new Error(opened.refusal);
  return access.join(opened.link, { name: 'Anna' }, before);
}

async function ticketOf(link: NewLink, before?: string): Promise<string> {
  const joining = await join(link, before);
  if (joining.kind !== 'in') throw new Error(joining.kind);
  return joining.ticket;
}

describe('a link with an end', () => {
  test('works until then, and its tickets end with it', async () => {
    const made = await add({ expires: time + HOUR });
    const joining = await join(made);
    expect(joining).toMatchObject({ kind: 'in', expires: time + HOUR, linkEnds: time + HOUR });
    const ticket = await ticketOf(made);
    time += HOUR - 1;
    expect(await access.allow(ticket, BOARD, 'see-session')).toMatchObject({ ok: true });
    time += 1;
    expect(await access.allow(ticket, BOARD, 'see-session')).toEqual({ ok: false, refusal: 'withdrawn' });
    expect(await access.open(BOARD, made.secret)).toEqual({ ok: false, refusal: 'withdrawn' });
  });

  test('that is moved forward ends who is there in time; moved back, it works again', async () => {
    const made = await add();
    const admitted = await access.allow(await ticketOf(made), BOARD, 'see-session');
    if (!admitted.ok) throw new Error(admitted.refusal);
    expect(await access.changeLink(BOARD, made.record.id, { expires: time + 5 })).toBe('changed');
    expect(access.stillAdmitted(admitted.session, admitted.linkEnds)).toBe(true);
    time += 5;
    expect(access.stillAdmitted(admitted.session, admitted.linkEnds)).toBe(false);
    expect(await access.open(BOARD, made.secret)).toEqual({ ok: false, refusal: 'withdrawn' });
    expect(await access.changeLink(BOARD, made.record.id, { expires: null })).toBe('changed');
    expect(access.stillAdmitted(admitted.session, admitted.linkEnds)).toBe(true);
    expect(await access.open(BOARD, made.secret)).toMatchObject({ ok: true });
  });
});

describe('a link for a number of people', () => {
  test('lets in so many different ones, and each again in the same browser', async () => {
    const made = await add({ maxPeople: 2 });
    const first = await ticketOf(made);
    await ticketOf(made, first);
    await ticketOf(made);
    expect(await join(made)).toEqual({ kind: 'full' });
    await ticketOf(made, first);
    expect((await access.countedLink(BOARD, made.record.id))?.people).toBe(2);
    await access.changeLink(BOARD, made.record.id, { maxPeople: 3 });
    await ticketOf(made);
    expect(await join(made)).toEqual({ kind: 'full' });
  });

  test('lets in exactly so many when they all come at once', async () => {
    const made = await add({ maxPeople: 5 });
    const came = await Promise.all(Array.from({ length: 20 }, () => join(made)));
    expect(came.filter(({ kind }) => kind === 'in')).toHaveLength(5);
    expect(came.filter(({ kind }) => kind === 'full')).toHaveLength(15);
  });
});

describe('a board keeps a link by which a facilitator can always come back', () => {
  const locking: [string, Partial<LinkSettings>][] = [
    ['an end', { expires: 1_000_000 + HOUR }],
    ['a limit', { maxPeople: 1 }],
    ['a waiting room', { admission: 'ask' }],
  ];

  test.each(locking)('so the last gets no %s', async (_what, settings) => {
    const { id } = facilitator.record;
    expect(await access.changeLink(BOARD, id, settings)).toBe('last-facilitator');
    await add(settings, 'facilitator');
    expect(await access.changeLink(BOARD, id, settings)).toBe('last-facilitator');
    expect(await access.withdraw(BOARD, id)).toBe('last-facilitator');
    const lasting = await add({ name: 'tweede' }, 'facilitator');
    expect(await access.changeLink(BOARD, id, settings)).toBe('changed');
    expect(await access.withdraw(BOARD, lasting.record.id)).toBe('last-facilitator');
    await access.changeLink(BOARD, id, { expires: null, maxPeople: null, admission: 'open' });
    expect(await access.withdraw(BOARD, lasting.record.id)).toBe('withdrawn');
  });

  test('also when facilitators give up each other’s at one moment, on different nodes', async () => {
    const second = await add({}, 'facilitator');
    const third = await add({}, 'facilitator');
    const other = await createAccess({ ...CALM, store, ticketLifetime: HOUR, now: () => time });
    const results = await Promise.all([
      access.withdraw(BOARD, facilitator.record.id),
      other.changeLink(BOARD, second.record.id, { expires: time + HOUR }),
      other.withdraw(BOARD, third.record.id),
    ]);
    expect(results.filter((result) => result === 'last-facilitator')).toHaveLength(1);
  });

  test('also when one is made lasting and withdrawn at the same moment: what works no more does not count', async () => {
    for (let round = 0; round < 20; round++) {
      const { record } = await add({ admission: 'ask' }, 'facilitator');
      await Promise.all([
        access.changeLink(BOARD, record.id, { admission: 'open' }),
        access.withdraw(BOARD, record.id),
      ]);
      expect(await access.withdraw(BOARD, facilitator.record.id)).toBe('last-facilitator');
    }
  });

  test('and it may be renamed and replaced', async () => {
    expect(await access.changeLink(BOARD, facilitator.record.id, { name: 'Noor' })).toBe('changed');
    const made = await access.reissueLink(BOARD, facilitator.record.id);
    if (typeof made === 'string') throw new Error(made);
    expect(await access.open(BOARD, facilitator.secret)).toEqual({ ok: false, refusal: 'withdrawn' });
    expect(await access.open(BOARD, made.secret)).toMatchObject({ ok: true, link: { name: 'Noor' } });
    expect(await access.withdraw(BOARD, made.record.id)).toBe('last-facilitator');
  });
});

describe('replacing a link', () => {
  test('keeps its settings, ends its tickets, and counts people anew', async () => {
    const settings = { name: 'directie', expires: time + HOUR, maxPeople: 4, admission: 'ask' } as const;
    const old = await add({ ...settings, admission: 'open' });
    const ticket = await ticketOf(old);
    await access.changeLink(BOARD, old.record.id, { admission: 'ask' });
    const made = await access.reissueLink(BOARD, old.record.id);
    if (typeof made === 'string') throw new Error(made);
    expect(made.secret).not.toBe(old.secret);
    expect(await access.countedLink(BOARD, made.record.id)).toMatchObject({ link: settings, people: 0 });
    expect(await access.allow(ticket, BOARD, 'see-session')).toEqual({ ok: false, refusal: 'withdrawn' });
  });

  test('that has ended waits until somebody says how long the next one lasts', async () => {
    const old = await add({ expires: time + 5 });
    time += 5;
    expect(await access.reissueLink(BOARD, old.record.id)).toBe('past-end');
    await access.changeLink(BOARD, old.record.id, { expires: time + 50 });
    const made = await access.reissueLink(BOARD, old.record.id);
    if (typeof made === 'string') throw new Error(made);
    expect(await access.open(BOARD, made.secret)).toMatchObject({ ok: true, link: { expires: time + 50 } });
  });

  test('is done once, however many ask at one moment, and never to a withdrawn one', async () => {
    const old = await add();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => access.reissueLink(BOARD, old.record.id)),
    );
    expect(answers.filter((made) => typeof made !== 'string')).toHaveLength(1);
    expect(answers.filter((made) => made === 'withdrawn-already')).toHaveLength(19);
  });
});

test('what is changed at one moment by two stays both', async () => {
  const { record } = await add();
  await Promise.all([
    access.changeLink(BOARD, record.id, { name: 'directie' }),
    access.changeLink(BOARD, record.id, { maxPeople: 7 }),
  ]);
  const counted = await access.countedLink(BOARD, record.id);
  expect(counted?.link).toMatchObject({ name: 'directie', maxPeople: 7 });
});

test('a withdrawn link is not changed, and one of another board is not there', async () => {
  const { record } = await add();
  await access.withdraw(BOARD, record.id);
  expect(await access.changeLink(BOARD, record.id, { name: 'x' })).toBe('withdrawn-already');
  expect(await access.changeLink('another', facilitator.record.id, {})).toBe('no-such-link');
  expect(await access.reissueLink('another', facilitator.record.id)).toBe('no-such-link');
});

test('a board has at most so many links', async () => {
  for (let n = (await store.links(BOARD)).length; n < LIMITS.boardLinks; n += 1)
    await store.addLink({ ...facilitator.record, id: `link-${n}`, role: 'observer' });
  expect(await access.addLink(BOARD, 'observer', null, {})).toBe('too-many-links');
  expect(await access.reissueLink(BOARD, 'link-7')).toBe('too-many-links');
  expect((await store.link('link-7'))?.withdrawn).toBeNull();
});

test('a board has no more links when many are made at one moment', async () => {
  for (let n = (await store.links(BOARD)).length; n < LIMITS.boardLinks - 3; n += 1)
    await store.addLink({ ...facilitator.record, id: `link-${n}`, role: 'observer' });
  await Promise.all(Array.from({ length: 10 }, () => access.addLink(BOARD, 'observer', null, {})));
  expect(await store.links(BOARD)).toHaveLength(LIMITS.boardLinks);
});
