import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiFailure } from './join.ts';
import { meetingCalls } from './meetingCalls.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A server that answers this to everything, and what it was asked. */
function answering(answer: unknown, status = 200) {
  const asked: { method: string; path: string; body: unknown; authorization: string | null }[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ method: init.method ?? '', path, body, authorization: headers.get('authorization') });
    return Promise.resolve(new Response(JSON.stringify(answer), { status }));
  });
  return asked;
}

describe('the acts of a meeting', () => {
  it('go to the board they are of, as the paths and bodies of the contract', async () => {
    const asked = answering({ done: true });
    const calls = meetingCalls('bord-1');
    await calls.setHomework('inProgress');
    await calls.setHomework('ready', true);
    await calls.revealHomework();
    await calls.revealHomework({ partner: 'gemeente' });
    await calls.shareHomework(['a']);
    await calls.deleteHomework(['a', 'b']);
    await calls.eraseHomework();
    await calls.openRound('brengen-halen', 'core.ambition');
    await calls.setRoundReady('r1', true);
    await calls.revealRound('r1');
    await calls.cancelRound('r1');
    await calls.mine();
    expect(
      asked.map(({ method, path, body }) => [method, path.replace('/api/boards/bord-1/', ''), body]),
    ).toEqual([
      ['POST', 'homework/status', { status: 'inProgress' }],
      ['POST', 'homework/status', { status: 'ready', alone: true }],
      ['POST', 'homework/reveal', {}],
      ['POST', 'homework/reveal', { partner: 'gemeente' }],
      ['POST', 'homework/share', { stickers: ['a'] }],
      ['POST', 'homework/delete', { stickers: ['a', 'b'] }],
      ['POST', 'homework/erase', {}],
      ['POST', 'rounds', { sheet: 'brengen-halen', region: 'core.ambition' }],
      ['POST', 'rounds/r1/ready', { ready: true }],
      ['POST', 'rounds/r1/reveal', {}],
      ['POST', 'rounds/r1/cancel', {}],
      ['GET', 'mine.json', undefined],
    ]);
    expect(asked.every(({ authorization }) => authorization === null)).toBe(true);
  });

  it('take the ticket along where there is no cookie', async () => {
    const asked = answering({ done: true });
    await meetingCalls('bord-1', 'kaartje').eraseHomework();
    expect(asked[0]?.authorization).toBe('Bearer kaartje');
  });

  it('fail with the code of the answer', async () => {
    answering({ error: { code: 'conflict', message: '' } }, 409);
    await expect(meetingCalls('bord-1').revealHomework()).rejects.toEqual(new ApiFailure('conflict'));
  });
});
