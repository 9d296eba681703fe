import { beforeEach, describe, expect, test } from 'vitest';
import { memoryStore, type RecordStore } from '../store/index.ts';
import { type Access, createAccess, type LinkSettings, type NewLink } from './index.ts';
import { CALM } from './testing/calm.ts';
import { MOST_WAITING, WAITING_ENDS, WAITING_SHOWN } from './waiting.ts';

const BOARD = 'board-of-ours';
let time: number;
let store: RecordStore;
let access: Access;
/** The same server's other node. */
let other: Access;

beforeEach(async () => {
  time = 1_000_000;
  store = memoryStore();
  const options = { ...CALM, store, ticketLifetime: 3_600_000, now: () => time };
  access = await createAccess(options);
  other = await createAccess(options);
  await store.addBoard({ id: BOARD, made: time }, [access.makeLink(BOARD, 'facilitator', null).record]);
});

async function asking(settings: Partial<LinkSettings> = {}): Promise<NewLink> {
  const made = await access.addLink(BOARD, 'partner', 'gemeente', { admission: 'ask', ...settings });
  if (made === 'too-many-links') throw new Error(made);
  return made;
}

async function joining(link: NewLink, name = 'Anna', before?: string) {
  const opened = await access.open(BOARD, link.secret);
  if (!opened.ok) throw new Error(opened.refusal);
  return access.join(opened.link, { name, duty: 'lead' }, before);
}

async function waiting(link: NewLink, name?: string): Promise<string> {
  const came = await joining(link, name);
  if (came.kind !== 'waiting') throw new Error(came.kind);
  return came.token;
}

const names = async (of: Access) => (await of.waitingRoom.list(BOARD)).map(({ caller }) => caller.name);

async function answerFirst(of: Access, admit: boolean): Promise<void> {
  const [first] = await of.waitingRoom.list(BOARD);
  expect(await of.waitingRoom.answer(BOARD, first?.id ?? '', admit)).toBe(true);
}

describe('a link with a waiting room', () => {
  test('lets nobody in until the facilitator does, on whatever node', async () => {
    const link = await asking();
    const token = await waiting(link);
    expect(await access.standing(BOARD, token)).toEqual({ kind: 'waiting', token });
    expect(await names(other)).toEqual(['Anna']);
    expect((await access.countedLink(BOARD, link.record.id))?.people).toBe(0);
    await answerFirst(other, true);
    const came = await access.standing(BOARD, token);
    expect(came).toMatchObject({
      kind: 'in',
      session: { role: 'partner', partner: 'gemeente', person: { name: 'Anna', duty: 'lead' } },
    });
    expect(await names(other)).toEqual([]);
    // The answer may get lost on its way: who asks again is the same person.
    expect(await access.standing(BOARD, token)).toMatchObject({
      kind: 'in',
      session: { person: { id: came.kind === 'in' ? came.session.person.id : '' } },
    });
    expect((await access.countedLink(BOARD, link.record.id))?.people).toBe(1);
  });

  test('knows who was let in before: they come back without waiting', async () => {
    const link = await asking();
    const token = await waiting(link);
    await answerFirst(access, true);
    const came = await access.standing(BOARD, token);
    const ticket = came.kind === 'in' ? came.ticket : '';
    expect(await joining(link, 'Anna', ticket)).toMatchObject({ kind: 'in' });
    expect((await joining(link, 'Anna')).kind).toBe('waiting');
  });

  test('turns away whom the facilitator refuses', async () => {
    const token = await waiting(await asking());
    await answerFirst(access, false);
    expect(await access.standing(BOARD, token)).toEqual({ kind: 'refused' });
    expect(await names(access)).toEqual([]);
  });

  test('ends the waiting when it is withdrawn', async () => {
    const link = await asking();
    const token = await waiting(link);
    await answerFirst(access, true);
    await access.withdraw(BOARD, link.record.id);
    expect(await access.standing(BOARD, token)).toEqual({ kind: 'withdrawn' });
  });

  test('keeps to its number of people', async () => {
    const link = await asking({ maxPeople: 1 });
    const [first, second] = [await waiting(link, 'Anna'), await waiting(link, 'Bram')];
    await answerFirst(access, true);
    await answerFirst(access, true);
    expect((await access.standing(BOARD, second)).kind).toBe('in');
    expect((await access.standing(BOARD, first)).kind).toBe('full');
    expect((await joining(link)).kind).toBe('full');
  });
});

describe('waiting', () => {
  test('shows who asked lately, and again when they ask again', async () => {
    const token = await waiting(await asking());
    time += WAITING_SHOWN - 1;
    expect(await names(access)).toEqual(['Anna']);
    time += 1;
    expect(await names(access)).toEqual([]);
    await access.standing(BOARD, token);
    expect(await names(access)).toEqual(['Anna']);
  });

  test('ends when nobody asks for long', async () => {
    const link = await asking();
    const token = await waiting(link);
    time += WAITING_ENDS;
    expect(await access.standing(BOARD, token)).toEqual({ kind: 'gone' });
    await waiting(link, 'Bram');
    expect(await store.notes(BOARD, 'waiting')).toHaveLength(1);
  });

  test('is for who has the token', async () => {
    const token = await waiting(await asking());
    const [id] = token.split('.');
    for (const forged of ['', 'x', `${id}`, `${id}.`, `${id}.${'A'.repeat(32)}`, `${token}A`])
      expect(await access.standing(BOARD, forged)).toEqual({ kind: 'gone' });
    expect(await access.standing('another-board', token)).toEqual({ kind: 'gone' });
    expect(JSON.stringify(await store.notes(BOARD, 'waiting'))).not.toContain(token.split('.')[1]);
  });

  test('is bounded: a crowd at the door does not fill the store', async () => {
    const link = await asking();
    for (let n = 0; n < MOST_WAITING; n += 1) await waiting(link, `person ${n}`);
    expect(await joining(link)).toEqual({ kind: 'crowded' });
    time += WAITING_ENDS;
    await waiting(link);
  });

  test('answers nobody who is not there', async () => {
    expect(await access.waitingRoom.answer(BOARD, 'nobody', true)).toBe(false);
  });
});
