import { readMeeting, readTable, seatPartners, stampSchema, timeLeft } from '@samenbord/shared/board';
import type { Role } from '@samenbord/shared/protocol';
import { LIMITS } from '@samenbord/shared/protocol';
import { readyPlan } from '@samenbord/shared/template';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { writable } from '../../session/readable.ts';
import { createConductor } from './conductor.ts';
import { turnsNow } from './reading.ts';

const MINUTE = 60_000;
const PARTNERS = [
  { id: 'gemeente', name: 'Gemeente', mark: 'G', color: '#56B4E9' },
  { id: 'school', name: 'School', mark: 'S', color: '#E69F00' },
  { id: 'zorg', name: 'Zorg', mark: 'Z', color: '#009E73' },
];

function setUp(role: Role = 'facilitator', doc = new Y.Doc()) {
  stampSchema(doc);
  if (readTable(doc).table.partners.length === 0) seatPartners(doc, PARTNERS);
  const state = { time: 1_000_000, ids: 0, chance: 0 };
  const updates: unknown[] = [];
  doc.on('update', (_update, origin) => updates.push(origin));
  const conductor = createConductor({
    doc,
    me: { id: 'noor', name: 'Noor', role },
    loaded: writable(true),
    now: () => state.time,
    newId: () => {
      state.ids += 1;
      return `step-${state.ids}`;
    },
    random: () => state.chance,
  });
  return {
    doc,
    conductor,
    state,
    updates,
    meeting: () => readMeeting(doc),
    partners: () => readTable(doc).table.partners,
  };
}

describe('who sits at the table', () => {
  it('is added with a letter and colour that nobody has, and an id that was never used', () => {
    const { conductor, partners, updates } = setUp();
    const first = conductor.addPartner('  Stichting Groen ');
    expect(first).toMatchObject({ name: 'Stichting Groen' });
    expect(updates).toHaveLength(1);
    const second = conductor.addPartner('Stichting Groen');
    const all = partners();
    expect(all.map(({ name }) => name)).toEqual([
      'Gemeente',
      'School',
      'Zorg',
      'Stichting Groen',
      'Stichting Groen',
    ]);
    for (const key of ['id', 'mark', 'color'] as const)
      expect(new Set(all.map((one) => one[key])).size).toBe(5);
    expect(first).not.toEqual(second);
  });

  it('never gets the id of one of the same name who left', () => {
    const { conductor, doc } = setUp();
    const left = conductor.addPartner('Groen');
    if (typeof left === 'string') throw new Error(left);
    doc.getMap('partners').delete(left.id);
    const back = conductor.addPartner('Groen');
    expect(typeof back === 'string' ? back : back.id).not.toBe(left.id);
  });

  it('are eight at most, each with a name', () => {
    const { conductor, partners } = setUp();
    expect(conductor.addPartner('  ')).toBe('no-name');
    expect(conductor.addPartner('x'.repeat(LIMITS.partnerName + 1))).toBe('name-long');
    for (let n = partners().length; n < LIMITS.maxPartners; n += 1) conductor.addPartner(`Partner ${n}`);
    expect(partners()).toHaveLength(LIMITS.maxPartners);
    expect(conductor.addPartner('Te veel')).toBe('full');
    expect(partners()).toHaveLength(LIMITS.maxPartners);
  });

  it('is renamed and gets another letter, which nobody else has', () => {
    const { conductor, partners, updates } = setUp();
    expect(conductor.editPartner('school', { name: ' De School ' })).toBeUndefined();
    expect(conductor.editPartner('school', { mark: 'd' })).toBeUndefined();
    expect(partners()[1]).toMatchObject({ name: 'De School', mark: 'D' });
    updates.length = 0;
    expect(conductor.editPartner('school', { mark: 'z' })).toBe('mark-taken');
    expect(conductor.editPartner('school', { mark: '!' })).toBe('mark-unfit');
    expect(conductor.editPartner('school', { name: '' })).toBe('no-name');
    expect(conductor.editPartner('nobody', { name: 'X' })).toBeUndefined();
    expect(updates).toEqual([]);
  });

  it('swaps colours with who had the one that is chosen', () => {
    const { conductor, partners, updates } = setUp();
    conductor.editPartner('school', { color: '#009E73' });
    expect(partners().map(({ color }) => color)).toEqual(['#56B4E9', '#009E73', '#E69F00']);
    expect(updates).toHaveLength(1);
  });

  it('changes places, and not beyond the ends', () => {
    const { conductor, partners } = setUp();
    conductor.movePartner('zorg', -1);
    expect(partners().map(({ id }) => id)).toEqual(['gemeente', 'zorg', 'school']);
    conductor.movePartner('gemeente', -1);
    expect(partners().map(({ id }) => id)).toEqual(['gemeente', 'zorg', 'school']);
  });
});

describe('the sheets', () => {
  it('open and close, in their own order; the last one stays open', () => {
    const { conductor, meeting } = setUp();
    conductor.openSheet('brengen-halen', false);
    expect(meeting().sheets).toEqual(['partnermodel-canvas']);
    conductor.openSheet('partnermodel-canvas', false);
    expect(meeting().sheets).toEqual(['partnermodel-canvas']);
    conductor.openSheet('brengen-halen', true);
    expect(meeting().sheets).toEqual(['brengen-halen', 'partnermodel-canvas']);
  });
});

describe('the plan', () => {
  const planned = () => {
    const world = setUp();
    world.conductor.takePlan(readyPlan('brengen-halen', 'nl', 3).slice(0, 3));
    return world;
  };
  const titles = ({ meeting }: ReturnType<typeof setUp>) => meeting().plan.map(({ title }) => title);

  it('is taken from a ready-made one and changed as one likes', () => {
    const world = planned();
    const { conductor, meeting } = world;
    expect(titles(world)).toEqual(['Opening', 'Ronde per partner', 'Wat hoorden we?']);
    const id = conductor.addStep('Lunch') ?? '';
    conductor.editStep(id, { minutes: 45, note: 'Soep.' });
    conductor.moveStep(id, -1);
    conductor.removeStep('step-1');
    expect(titles(world)).toEqual(['Ronde per partner', 'Lunch', 'Wat hoorden we?']);
    expect(meeting().plan[1]).toMatchObject({ minutes: 45, note: 'Soep.' });
  });

  it('holds what the document takes', () => {
    const { conductor, meeting } = planned();
    conductor.editStep('step-1', { title: 'x'.repeat(500), note: 'y'.repeat(500), minutes: 1e9 });
    expect(meeting().plan[0]).toMatchObject({ minutes: LIMITS.stepMinutes });
    expect(meeting().plan[0]?.title).toHaveLength(LIMITS.stepTitle);
    conductor.editStep('step-1', { minutes: Number.NaN });
    expect(meeting().plan[0]?.minutes).toBe(0);
    while (conductor.addStep('Nog een') !== undefined);
    expect(meeting().plan).toHaveLength(LIMITS.steps);
    conductor.setBooked(1e9);
    expect(meeting().booked).toBe(LIMITS.bookedMinutes);
    conductor.setBooked(null);
    expect(meeting().booked).toBeNull();
  });

  it('goes on and back, from before the first to the last', () => {
    const { conductor, meeting } = planned();
    const seen: unknown[] = [];
    for (const go of [
      'nextStep',
      'nextStep',
      'nextStep',
      'nextStep',
      'previousStep',
      'previousStep',
      'previousStep',
    ] as const) {
      conductor[go]();
      seen.push(meeting().step);
    }
    expect(seen).toEqual(['step-1', 'step-2', 'step-3', 'step-3', 'step-2', 'step-1', null]);
    conductor.goToStep('step-2');
    conductor.goToStep('nowhere');
    expect(meeting().step).toBe('step-2');
  });

  it('goes on with what came next when the step that is on is removed', () => {
    const { conductor, meeting } = planned();
    conductor.goToStep('step-2');
    conductor.removeStep('step-2');
    expect(meeting().step).toBe('step-3');
    conductor.removeStep('step-3');
    expect(meeting().step).toBe('step-1');
    conductor.removeStep('step-1');
    expect(meeting().step).toBeNull();
  });
});

describe('the timer', () => {
  it('starts, stands still, goes on, gets a minute and stops', () => {
    const { conductor, meeting, state } = setUp();
    const left = (): number | undefined => {
      const { timer } = meeting();
      return timer === null ? undefined : timeLeft(timer, state.time);
    };
    conductor.pauseTimer();
    expect(left()).toBeUndefined();
    conductor.startTimer(5 * MINUTE);
    state.time += MINUTE;
    conductor.pauseTimer();
    state.time += 30 * MINUTE;
    expect(left()).toBe(4 * MINUTE);
    conductor.resumeTimer();
    state.time += MINUTE;
    conductor.extendTimer(MINUTE);
    expect(left()).toBe(4 * MINUTE);
    conductor.stopTimer();
    expect(left()).toBeUndefined();
  });
});

describe('where everybody looks', () => {
  it('is a field in focus, to which one can be called again and again', () => {
    const { conductor, meeting } = setUp();
    conductor.callToFocus();
    expect(meeting().focus).toBeNull();
    conductor.focus({ sheet: 'partnermodel-canvas', region: 'customers' });
    conductor.callToFocus();
    conductor.callToFocus();
    expect(meeting().focus).toEqual({ sheet: 'partnermodel-canvas', region: 'customers', calls: 2 });
    conductor.focus(null);
    expect(meeting().focus).toBeNull();
  });

  it('is what the facilitator sees, until that stops', () => {
    const { conductor, meeting } = setUp();
    conductor.lead('brengen-halen', { x: 1.234, y: -5.5, width: 1000.4, height: 700 });
    expect(meeting().lead).toEqual({
      person: 'noor',
      sheet: 'brengen-halen',
      view: { x: 1, y: -5, width: 1000, height: 700 },
    });
    conductor.lead('brengen-halen', { x: 0, y: 0, width: 0.1, height: 700 });
    expect(meeting().lead?.view.width).toBe(1000);
    conductor.stopLead();
    expect(meeting().lead).toBeNull();
  });

  it('leaves next to nothing in the document, however long it is led', () => {
    const { conductor, doc } = setUp();
    const before = Y.encodeStateAsUpdate(doc).byteLength;
    for (let n = 0; n < 5_000; n += 1)
      conductor.lead('brengen-halen', { x: n, y: n, width: 1_000, height: 700 });
    expect(Y.encodeStateAsUpdate(doc).byteLength - before).toBeLessThan(1_000);
  });
});

describe('turns', () => {
  const started = () => {
    const world = setUp();
    world.conductor.planTurns(['gemeente', 'school', 'zorg', 'nobody', 'school'], 7 * MINUTE);
    return world;
  };
  const speaking = ({ meeting, partners }: ReturnType<typeof setUp>) =>
    turnsNow(meeting().turns, partners())?.speaking?.id;

  it('are for each who is at the table once, and give everybody the same time', () => {
    const world = started();
    const { conductor, meeting, state } = world;
    expect(meeting().turns?.order).toEqual(['gemeente', 'school', 'zorg']);
    expect(speaking(world)).toBeUndefined();
    for (const id of ['gemeente', 'school', 'zorg']) {
      conductor.nextTurn();
      expect(speaking(world)).toBe(id);
      expect(meeting().timer).toEqual({
        duration: 7 * MINUTE,
        ends: state.time + 7 * MINUTE,
        left: 7 * MINUTE,
      });
      state.time += 3 * MINUTE;
    }
    conductor.nextTurn();
    expect(speaking(world)).toBeUndefined();
    expect(meeting().timer).toBeNull();
    conductor.endTurns();
    expect(meeting().turns).toBeNull();
  });

  it('go back too', () => {
    const world = started();
    world.conductor.nextTurn();
    world.conductor.nextTurn();
    world.conductor.previousTurn();
    expect(speaking(world)).toBe('gemeente');
    world.conductor.previousTurn();
    expect(speaking(world)).toBe('gemeente');
  });

  it('are mixed by chance and moved by hand, with the turn staying whose it is', () => {
    const world = started();
    const { conductor, meeting } = world;
    conductor.nextTurn();
    conductor.shuffleTurns();
    expect(meeting().turns?.order).toEqual(['school', 'zorg', 'gemeente']);
    expect(speaking(world)).toBe('gemeente');
    conductor.moveTurn('gemeente', -1);
    expect(meeting().turns?.order).toEqual(['school', 'gemeente', 'zorg']);
    expect(speaking(world)).toBe('gemeente');
  });

  it('pass on when who was speaking leaves the table, and count who comes', () => {
    const world = started();
    const { conductor, doc, meeting, partners } = world;
    conductor.nextTurn();
    conductor.nextTurn();
    doc.getMap('partners').delete('school');
    expect(speaking(world)).toBeUndefined();
    expect(turnsNow(meeting().turns, partners())?.next?.id).toBe('zorg');
    const late = conductor.addPartner('Laat');
    conductor.nextTurn();
    expect(speaking(world)).toBe('zorg');
    conductor.nextTurn();
    expect(speaking(world)).toBe(typeof late === 'string' ? late : late.id);
  });
});

describe.each(['partner', 'observer'] as const)('a %s', (role) => {
  it('sets nothing', () => {
    const { conductor, updates } = setUp(role);
    expect(conductor.addPartner('X')).toBe('read-only');
    expect(conductor.editPartner('school', { name: 'X' })).toBe('read-only');
    conductor.movePartner('school', 1);
    conductor.openSheet('brengen-halen', false);
    conductor.takePlan(readyPlan('brengen-halen', 'nl', 3));
    expect(conductor.addStep('X')).toBeUndefined();
    conductor.startTimer(1);
    conductor.focus({ sheet: 'brengen-halen', region: 'core.essence' });
    conductor.lead('brengen-halen', { x: 0, y: 0, width: 1, height: 1 });
    conductor.planTurns(['school'], 1);
    conductor.nextTurn();
    expect(updates).toEqual([]);
  });
});
