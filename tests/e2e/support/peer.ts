import { once } from 'node:events';
import { expect } from '@playwright/test';
import { changesDocument, encodeHello, MESSAGE, readAck } from '@samenbord/shared/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';

/** A program with a ticket and a plain WebSocket, which does what no page of ours would do. */
export interface Peer {
  readonly doc: Y.Doc;
  /** Resolves when everything sent so far was answered for: on disk, or dropped. */
  answered(): Promise<void>;
  close(): Promise<void>;
}

/** Opens one document and waits until it is there. Every change of `doc` is sent as it is. */
export async function openPeer(server: string, document: string, ticket: string): Promise<Peer> {
  const address = `${server.replace(/^http/, 'ws')}/relay/${document}?ticket=${encodeURIComponent(ticket)}`;
  const socket = new WebSocket(address);
  socket.binaryType = 'arraybuffer';
  const doc = new Y.Doc();
  let sent = 0;
  let acknowledged = 0;
  let synced = false;

  const send = (bytes: Uint8Array): void => {
    socket.send(bytes);
    if (changesDocument(bytes)) sent += 1;
  };
  const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.sync);
    write(encoder);
    return encoding.toUint8Array(encoder);
  };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== socket) send(frame((encoder) => sync.writeUpdate(encoder, update)));
  });
  socket.on('message', (data: ArrayBuffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    const kind = decoding.readVarUint(decoder);
    if (kind === MESSAGE.ack) acknowledged = readAck(decoder);
    if (kind !== MESSAGE.sync) return;
    const answer = encoding.createEncoder();
    encoding.writeVarUint(answer, MESSAGE.sync);
    synced = sync.readSyncMessage(decoder, answer, doc, socket) === sync.messageYjsSyncStep2 || synced;
    if (encoding.length(answer) > 1) send(encoding.toUint8Array(answer));
  });
  await once(socket, 'open');
  // Version 1: each message comes by itself.
  send(encodeHello(1));
  send(frame((encoder) => sync.writeSyncStep1(encoder, doc)));
  await expect.poll(() => synced).toBe(true);

  return {
    doc,
    answered: () => expect.poll(() => acknowledged).toBe(sent),
    async close() {
      if (socket.readyState === WebSocket.CLOSED) return;
      socket.close();
      await once(socket, 'close');
    },
  };
}
