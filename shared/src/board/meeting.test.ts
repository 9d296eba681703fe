import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { TEMPLATE_KEYS } from '../template/keys.ts';
import { type Conduct, readMeeting, writeActs, writeConduct } from './meeting.ts';
import { ORIGIN } from './origin.ts';
import { startTimer } from './timer.ts';

const CONDUCT: Conduct = {
  sheets: ['brengen-halen'],
  plan: [{ id: 'a', title: 'Opening', note: '', minutes: 10 }],
  booked: 120,
  step: 'a',
  timer: startTimer(60_000, 5),
  focus: { sheet: 'brengen-halen', region: 'core.essence', calls: 1 },
  lead: { person: 'noor', sheet: 'brengen-halen', view: { x: 0, y: 0, width: 10, height: 10 } },
  turns: { order: ['a', 'b'], current: 0, each: 60_000 },
};

describe('the meeting', () => {
  it('reads back as the facilitator wrote it, in one transaction; what is not named stays', () => {
    const doc = new Y.Doc();
    const origins: unknown[] = [];
    doc.on('update', (_update, origin) => origins.push(origin));
    writeConduct(doc, CONDUCT);
    expect(readMeeting(doc)).toMatchObject(CONDUCT);
    writeConduct(doc, { step: null });
    expect(readMeeting(doc)).toMatchObject({ ...CONDUCT, step: null });
    expect(origins).toEqual([ORIGIN.writeTable, ORIGIN.writeTable]);
  });

  it('of a board where nobody set anything has all sheets open and nothing on', () => {
    expect(readMeeting(new Y.Doc())).toMatchObject({
      sheets: TEMPLATE_KEYS,
      plan: [],
      booked: null,
      timer: null,
      frozen: false,
      round: null,
    });
  });

  it.each([
    ['sheets', 'all'],
    ['plan', [{ id: 'a' }]],
    ['booked', -1],
    ['step', 3],
    ['timer', { duration: 1 }],
    ['focus', { sheet: 'brengen-halen' }],
    ['lead', { person: 'x', sheet: 'brengen-halen', view: { x: 0, y: 0, width: 0, height: 1 } }],
    ['turns', { order: ['A B'], current: 0, each: 1 }],
  ] as const)('passes over a %s that does not fit, and reads the rest', (key, value) => {
    const doc = new Y.Doc();
    writeConduct(doc, CONDUCT);
    doc.getMap('meeting').set(key, value);
    const { [key]: found, ...rest } = readMeeting(doc);
    expect(found).toEqual(readMeeting(new Y.Doc())[key]);
    const { [key]: _, ...others } = CONDUCT;
    expect(rest).toMatchObject(others);
  });

  it('shows what the server does beside it', () => {
    const doc = new Y.Doc();
    writeActs(doc, { frozen: true, ends: 9, homework: { gemeente: { status: 'ready', alone: false } } });
    expect(readMeeting(doc)).toMatchObject({
      frozen: true,
      ends: 9,
      homework: { gemeente: { status: 'ready', alone: false } },
    });
  });
});
