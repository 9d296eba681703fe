import { boardFromFile, privateDocument, silentDocument } from '@samenbord/shared/board';
import { CLOSE } from '@samenbord/shared/protocol';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openHomework } from '../../client/src/board/homework.ts';
import { openSilent } from '../../client/src/board/silent.ts';
import { createWritingDesk } from '../../client/src/board/writingDesk.ts';
import { type Me, openBoardSession } from '../../client/src/session/index.ts';
import { type RelayServer, startRelay } from './relayServer.ts';

/** Documents beside the board, by the client's session, against the real relay over real sockets. */

const BOARD = 'board-1';
const HOMEWORK = privateDocument(BOARD, 'gemeente');
const ROUND = { sheet: 'brengen-halen', region: 'core.ambition' } as const;

function documents() {
  const partners = [
    { id: 'gemeente', name: 'Gemeente' },
    { id: 'school', name: 'School' },
  ];
  let ids = 0;
  const newId = (): string => `id-${++ids}`;
  const { board, table } = boardFromFile({ title: 'T', partners }, { now: 1, newId });
  return { [BOARD]: board, [`${BOARD}/table`]: table };
}

function come(server: RelayServer, name: string) {
  const me: Me = { id: name.toLowerCase(), name, role: 'partner', partner: 'gemeente' };
  const session = openBoardSession({
    board: BOARD,
    me,
    params: { name },
    documents: [BOARD, `${BOARD}/table`],
    url: server.url,
  });
  onTestFinished(() => session.close());
  return session;
}

function doHomework(server: RelayServer, name: string) {
  const session = come(server, name);
  const source = session.openBeside({ name: HOMEWORK, presence: true });
  const homework = openHomework(source, session.documents.table, 'gemeente');
  onTestFinished(() => homework.close());
  return { session, source, homework, cards: () => homework.view.get().cards };
}

/** Waits for a condition; no test here waits for a time. */
const until = (holds: () => unknown): Promise<void> =>
  vi.waitFor(
    () => {
      if (!holds()) throw new Error(`still waiting for: ${holds}`);
    },
    { timeout: 10_000, interval: 5 },
  );
type Worker = ReturnType<typeof doHomework>;
const ready = (...workers: Worker[]) =>
  until(() => workers.every(({ homework }) => homework.view.get().canWrite));

describe('homework', () => {
  it('is written together, counts in the page’s one status, and is not on the board', async () => {
    const server = await startRelay(documents());
    const [anna, bram] = [doHomework(server, 'Anna'), doHomework(server, 'Bram')];
    await ready(anna, bram);
    const statuses: string[] = [];
    anna.session.status.subscribe(() => statuses.push(anna.session.status.get().kind));
    anna.homework.commands.addSticker({ field: 'bring', text: 'Uren' });
    await until(() => bram.cards().some(({ text }) => text === 'Uren'));
    await until(() => anna.session.status.get().kind === 'saved');
    expect(statuses).toContain('saving');
    expect(anna.session.documents.board.getMap('stickers').size).toBe(0);
  });

  it('has a presence of its own: who writes where is not said on the board', async () => {
    const server = await startRelay(documents());
    const [anna, bram] = [doHomework(server, 'Anna'), doHomework(server, 'Bram')];
    await ready(anna, bram);
    const desk = createWritingDesk<{ readonly field: string }>({
      commands: anna.homework.commands,
      announce: anna.source.announce,
      gone: () => undefined,
    });
    desk.startNew({ field: 'bring' });
    desk.edit('Uren', 4);
    const typing = (others: Worker['session']['others']) =>
      others.get().map(({ presence }) => presence.typing?.sticker);
    await until(() => typing(bram.source.others).some((sticker) => sticker === anna.cards()[0]?.id));
    expect(typing(bram.session.others).filter((sticker) => sticker !== undefined)).toEqual([]);
  });

  it('leaves the board open when its document is over, and takes nothing more', async () => {
    const server = await startRelay(documents());
    const anna = doHomework(server, 'Anna');
    await ready(anna);
    await server.relay().remove(HOMEWORK, CLOSE.over);
    await until(() => anna.source.status.get().kind === 'ended');
    expect(anna.source.status.get()).toMatchObject({ reason: 'over' });
    expect(anna.session.status.get()).toEqual({ kind: 'saved' });
  });
});

describe('what one writes in silence', () => {
  it('is nobody else’s, in words or in presence', async () => {
    const server = await startRelay(documents());
    const [anna, bram] = [come(server, 'Anna'), come(server, 'Bram')];
    const open = (session: typeof anna) => {
      const name = silentDocument(BOARD, 'r1', session.me.id);
      const source = session.openBeside({ name, presence: false });
      const silent = openSilent(source, session.documents.table, ROUND);
      onTestFinished(() => silent.close());
      return { source, silent };
    };
    const [annas, brams] = [open(anna), open(bram)];
    await until(() => [annas, brams].every(({ silent }) => silent.view.get().canWrite));
    annas.silent.commands.addSticker({ text: 'Aardgasvrij' });
    expect(annas.silent.unsent()).toHaveLength(1);
    annas.source.announce({ typing: { sticker: 'x' } });
    await until(() => anna.status.get().kind === 'saved' && annas.silent.unsent().length === 0);
    // A change on the board, made later, has come by: nothing of the round came with it or before it.
    bram.documents.board.getMap('meta').set('seen', true);
    await until(() => anna.documents.board.getMap('meta').get('seen') === true);
    expect(brams.silent.view.get().notes).toEqual([]);
    expect(JSON.stringify(bram.documents.board.toJSON())).not.toContain('Aardgasvrij');
    expect(JSON.stringify(bram.others.get())).not.toContain('typing');
  });

  it('is there again in a page that is loaded anew, with whether one is ready', async () => {
    const server = await startRelay(documents());
    const open = (session: ReturnType<typeof come>) => {
      const source = session.openBeside({ name: silentDocument(BOARD, 'r1', 'anna'), presence: false });
      const silent = openSilent(source, session.documents.table, ROUND);
      onTestFinished(() => silent.close());
      return silent;
    };
    const first = come(server, 'Anna');
    const before = open(first);
    await until(() => before.view.get().canWrite);
    before.commands.addSticker({ text: 'Aardgasvrij' });
    before.commands.setReady(true);
    await until(() => before.unsent().length === 0);
    first.close();
    const after = open(come(server, 'Anna'));
    await until(() => after.view.get().notes.length === 1);
    expect(after.view.get()).toMatchObject({ ready: true, notes: [{ text: 'Aardgasvrij' }] });
    expect(after.unsent()).toEqual([]);
  });
});
