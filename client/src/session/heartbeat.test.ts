import { describe, expect, it } from 'vitest';
import { diagnose, type Pulse } from './heartbeat.ts';

const times = { quiet: 100, quietWhileWaiting: 30, patience: 50 };
const open: Pulse = { phase: 'open', since: 0, heard: 1_000, asked: 0, waiting: false };
const at = (now: number, pulse: Partial<Pulse> = {}) => diagnose({ ...open, ...pulse }, now, times);

describe('the heartbeat', () => {
  it('lets a connection be on which something came in lately', () => {
    expect(at(1_100)).toBe('fine');
  });

  it('asks after a silence, sooner while changes wait', () => {
    expect(at(1_101)).toBe('ask');
    expect(at(1_031)).toBe('fine');
    expect(at(1_031, { waiting: true })).toBe('ask');
  });

  it('a silence alone is no death, however long: the page may have slept', () => {
    expect(at(9_000_000)).toBe('ask');
  });

  it('waits for the answer, and takes none for death', () => {
    expect(at(1_150, { asked: 1_101 })).toBe('fine');
    expect(at(1_152, { asked: 1_101 })).toBe('dead');
    expect(at(1_152, { asked: 1_101, heard: 1_120 })).toBe('fine');
  });

  it('a new connection is not judged by what was asked on the one before', () => {
    expect(at(2_010, { since: 2_000, asked: 1_101, heard: 1_000 })).toBe('fine');
  });

  it('gives a connection being made its time', () => {
    expect(at(1_050, { phase: 'connecting', since: 1_000 })).toBe('fine');
    expect(at(1_051, { phase: 'connecting', since: 1_000 })).toBe('dead');
  });

  it('has nothing to say between connections', () => {
    expect(at(9_000_000, { phase: 'none', asked: 5 })).toBe('fine');
  });
});
