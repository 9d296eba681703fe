import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { takeInUnheard } from './firstSync.ts';

const NOTHING = (): void => undefined;

/** A document whose provider takes updates as they are, and who heard of what. */
function connected() {
  const doc = new Y.Doc();
  const heard: string[] = [];
  const mine = (_: Uint8Array, origin: unknown) => void heard.push(`ledger ${String(origin)}`);
  const bringing = { update: new Uint8Array(), after: NOTHING };
  const provider = {
    _updateHandler: (_: Uint8Array, origin: unknown) => void heard.push(`provider ${String(origin)}`),
    messageHandlers: [
      () => {
        Y.applyUpdate(doc, bringing.update, 'relay');
        bringing.after();
      },
    ],
  };
  doc.on('update', mine);
  doc.on('update', provider._updateHandler);
  takeInUnheard(provider as unknown as WebsocketProvider, doc, mine);
  const bring = (update: Uint8Array, after = NOTHING) => {
    Object.assign(bringing, { update, after });
    const nothing = [encoding.createEncoder(), decoding.createDecoder(new Uint8Array())];
    Reflect.apply(provider.messageHandlers[0] ?? NOTHING, undefined, nothing);
  };
  const write = (key: string) => doc.transact(() => doc.getMap('words').set(key, 1), 'hand');
  return { doc, heard, bring, write };
}

function boardOf(key: string): Uint8Array {
  const other = new Y.Doc();
  other.getMap('words').set(key, 1);
  return Y.encodeStateAsUpdate(other);
}

describe('the first that comes into an empty document', () => {
  it('is taken in, and nobody is made to hear of it', () => {
    const { doc, heard, bring } = connected();
    bring(boardOf('all'));
    expect(doc.getMap('words').get('all')).toBe(1);
    expect(heard).toEqual([]);
  });

  it('leaves what is written right upon it heard, by the ledger first', () => {
    const { heard, bring, write } = connected();
    bring(boardOf('all'), () => write('at once'));
    write('later');
    expect(heard).toEqual(['ledger hand', 'provider hand', 'ledger hand', 'provider hand']);
  });

  it('leaves everything heard when nothing came', () => {
    const { heard, bring, write } = connected();
    bring(Y.encodeStateAsUpdate(new Y.Doc()));
    write('alone');
    expect(heard).toEqual(['ledger hand', 'provider hand']);
  });

  it('is heard where something was written before', () => {
    const { heard, bring, write } = connected();
    write('before');
    bring(boardOf('all'));
    expect(heard).toEqual(['ledger hand', 'provider hand', 'ledger relay', 'provider relay']);
  });
});
