import { privateDocument, textOf } from '@samenbord/shared/board';
import { CLOSE, type RevealResponse } from '@samenbord/shared/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { openHomework } from '../../client/src/board/homework.ts';
import { openBoardSession } from '../../client/src/session/index.ts';
import { get } from './client.ts';
import { type Attendee, attendWith, gather, textsOf, write } from './meeting.ts';
import { until, updateFrame } from './peer.ts';
import { startServer } from './server.ts';

const NAME = '/private/gemeente';

/** An unmodified client of y-websocket, with a document of its own choice. */
function unmodified({ url, made, session }: Attendee, doc: Y.Doc) {
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/relay`, `${made.board}${NAME}`, doc, {
    params: { ticket: session.ticket },
    disableBc: true,
    maxBackoffTime: 50,
    WebSocketPolyfill: WebSocket as never,
  });
  const codes: number[] = [];
  provider.on('connection-close', (event) => void (event && codes.push(event.code)));
  onTestFinished(() => provider.destroy());
  return { provider, codes };
}

/** Another copy of a document, by which somebody else writes. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** What `change` does in a document, as one update. */
function updateBy(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  change();
  return Y.encodeStateAsUpdate(doc, before);
}

const refusals = async (url: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^relay_refusals_total\{reason="erased"\} (\d+)/m.exec(text)?.[1] ?? 0);
};

test('[AN1] an unmodified client that had erased homework open does not bring it back, nor does its reveal', async () => {
  const { url } = await startServer();
  const { facilitator, gemeente, observer } = await gather(url);
  const gea = await gemeente.open(NAME);
  write(gea, 'old', 'kanarie', { region: 'bring@gemeente', partner: 'gemeente' });
  await gea.saved();
  const doc = new Y.Doc();
  const { provider, codes } = unmodified(gemeente, doc);
  await until(() => textsOf({ doc }).old === 'kanarie');
  provider.disconnect();
  await gemeente.act('homework/erase');
  codes.length = 0;
  // Away, it goes on writing on top of what is erased.
  write({ doc }, 'meanwhile', 'kanarie twee', { region: 'bring@gemeente', partner: 'gemeente' });
  const anew = await gemeente.open(NAME);
  write(anew, 'new', 'opnieuw', { region: 'bring@gemeente', partner: 'gemeente' });
  await anew.saved();
  provider.connect();
  await until(() => codes.length > 0);
  expect(new Set(codes)).toEqual(new Set([CLOSE.erased]));
  provider.disconnect();
  expect(textsOf(await gemeente.open(NAME))).toEqual({ new: 'opnieuw' });
  await gemeente.act('homework/status', { status: 'ready' });
  const { body } = await facilitator.act<RevealResponse>('homework/reveal', {});
  expect(body.stickers).toBe(1);
  expect(textsOf(await observer.open())).toEqual({ new: 'opnieuw' });
  expect(await refusals(url)).toBeGreaterThan(0);
});

test('[AN1] no change is taken that holds erased content or builds on it, however it is sent, also after a restart', async () => {
  const first = await startServer();
  const people = await gather(first.url);
  const gea = await people.gemeente.open(NAME);
  write(gea, 'old', 'kanarie', { region: 'bring@gemeente' });
  await gea.saved();
  const old = copyOf(gea.doc);
  await people.gemeente.act('homework/erase');
  const changes = {
    'all of it': Y.encodeStateAsUpdate(old),
    'what its own client wrote on': updateBy(gea.doc, () => write(gea, 'more', 'kanarie')),
    'what another wrote in its text': (() => {
      const copy = copyOf(old);
      return updateBy(copy, () => textOf(copy, 'old')?.insert(7, ' erbij'));
    })(),
    'what another deleted of it': (() => {
      const copy = copyOf(old);
      return updateBy(copy, () => copy.getMap('stickers').delete('old'));
    })(),
  };
  const tryAll = async (gemeente: Attendee): Promise<void> => {
    for (const [what, update] of Object.entries(changes)) {
      // It has an empty document to show, and sends the old all the same.
      const forger = await gemeente.open(NAME);
      forger.send(updateFrame(update));
      expect(await forger.closed, what).toBe(CLOSE.erased);
    }
  };
  await tryAll(people.gemeente);
  const anew = await people.gemeente.open(NAME);
  write(anew, 'new', 'opnieuw');
  await anew.saved();
  await tryAll(people.gemeente);
  // Erased twice: what was erased first is as gone as what was erased last.
  await people.gemeente.act('homework/erase');
  await first.stop();
  const second = await startServer({ DATA_DIR: first.dataDir });
  const there = attendWith(second.url, people.made, people.gemeente.session);
  await tryAll(there);
  const forger = await there.open(NAME);
  forger.send(updateFrame(Y.encodeStateAsUpdate(anew.doc)));
  expect(await forger.closed).toBe(CLOSE.erased);
  expect(textsOf(await there.open(NAME))).toEqual({});
});

test('[AN1] a page that was typing at the moment of the cut, or was away, begins with an empty document', async () => {
  const { url } = await startServer();
  const { gemeente, made } = await gather(url);
  const { ticket, documents, person } = gemeente.session;
  const come = () => {
    const session = openBoardSession({
      board: made.board,
      me: { ...person, role: 'partner', partner: 'gemeente' },
      params: { ticket },
      documents,
      url: url.replace('http', 'ws'),
    });
    onTestFinished(() => session.close());
    const open = () => {
      const source = session.openBeside({ name: privateDocument(made.board, 'gemeente'), presence: true });
      const homework = openHomework(source, session.documents.table, 'gemeente');
      onTestFinished(() => homework.close());
      return { source, homework, texts: () => homework.view.get().cards.map(({ text }) => text) };
    };
    return { session, open };
  };
  const [anna, bram] = [come(), come()];
  const [annas, brams] = [anna.open(), bram.open()];
  await until(() => [annas, brams].every(({ homework }) => homework.view.get().canWrite));
  annas.homework.commands.addSticker({ field: 'bring', text: 'kanarie' });
  await until(() => brams.texts().length === 1 && anna.session.status.get().kind === 'saved');
  const erasing = gemeente.act('homework/erase');
  // Until the cut comes, as fast as they can.
  for (let n = 0; n < 200 && brams.source.status.get().kind !== 'ended'; n++) {
    brams.homework.commands.addSticker({ field: 'gain', text: 'kanarie tijdens' });
    await new Promise((done) => setImmediate(done));
  }
  await until(() => brams.source.status.get().kind === 'ended');
  expect((await erasing).status).toBe(200);
  await until(() => annas.source.status.get().kind === 'ended');
  expect(brams.source.status.get()).toMatchObject({ reason: 'over' });
  expect(bram.session.status.get().kind).not.toBe('ended');
  // With the same copy it is turned away, by the state vector that it shows.
  const again = unmodified(gemeente, brams.source.doc);
  await until(() => again.codes.length > 0);
  expect(again.codes[0]).toBe(CLOSE.erased);
  again.provider.disconnect();
  const anew = bram.open();
  await until(() => anew.homework.view.get().canWrite);
  anew.homework.commands.addSticker({ field: 'gain', text: 'opnieuw' });
  await until(() => bram.session.status.get().kind === 'saved');
  const { body } = await get<{ homework: { text: string }[] }>(`${url}/api/boards/${made.board}/mine.json`, {
    authorization: `Bearer ${ticket}`,
  });
  expect(body.homework.map(({ text }) => text)).toEqual(['opnieuw']);
});
