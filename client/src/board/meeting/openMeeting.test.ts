import { startTimer, writeActs, writeConduct } from '@samenbord/shared/board';
import { describe, expect, it } from 'vitest';
import { makeBoard, openFor, settled } from '../boardFixture.ts';
import { openMeeting } from './openMeeting.ts';

function setUp() {
  const person = openFor(makeBoard(), { role: 'facilitator' });
  const meeting = openMeeting(person, { now: () => 0 });
  const seen: unknown[] = [];
  meeting.view.subscribe(() => seen.push(meeting.view.get()));
  return { ...person, meeting, seen };
}

describe('the meeting of an open board', () => {
  it('is followed, once per task, with what did not change the same object', async () => {
    const { documents, meeting, seen } = setUp();
    writeConduct(documents.table, { timer: startTimer(1_000, 0) });
    await settled();
    const before = meeting.view.get();
    writeConduct(documents.table, { step: 'a' });
    writeActs(documents.table, { frozen: true });
    await settled();
    const after = meeting.view.get();
    expect(after).toMatchObject({ step: 'a', frozen: true });
    expect(after.timer).toBe(before.timer);
    expect(seen).toEqual([before, after]);
  });

  it('says nothing when something else at the table changed', async () => {
    const { documents, seen } = setUp();
    documents.table.getMap('table').set('title', 'Anders');
    await settled();
    expect(seen).toEqual([]);
  });

  it('is led by commands that work on the same document', async () => {
    const { meeting } = setUp();
    (await meeting.conductor()).focus({ sheet: 'brengen-halen', region: 'core.essence' });
    await settled();
    expect(meeting.view.get().focus).toMatchObject({ region: 'core.essence' });
  });

  it('is followed no more once closed', async () => {
    const { documents, meeting, seen } = setUp();
    meeting.close();
    writeActs(documents.table, { frozen: true });
    await settled();
    expect(seen).toEqual([]);
  });
});
