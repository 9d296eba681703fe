import {
  changesDocument,
  encodeHello,
  MESSAGE,
  type Notice,
  readAck,
  readBundle,
  readNotice,
} from '@samenbord/shared/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';

/** A program at the end of a socket, written from docs/protocol.md: one document, hello said. */
export interface Peer {
  readonly doc: Y.Doc;
  readonly notices: readonly Notice[];
  /** Resolves when everything sent so far is on disk. */
  saved(): Promise<void>;
  /** Resolves when the relay's document is here. */
  readonly synced: Promise<void>;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  /** Sends bytes as they are. */
  send(frame: Uint8Array): void;
  close(): void;
}

export interface PeerOptions {
  readonly ticket?: string;
  readonly cookie?: string;
  readonly origin?: string;
}

/** Opens `/relay/<document>`; ends with the test. */
export function openPeer(url: string, document: string, { ticket, cookie, origin }: PeerOptions): Peer {
  const query = ticket === undefined ? '' : `?ticket=${encodeURIComponent(ticket)}`;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/relay/${document}${query}`, {
    headers: { ...(cookie === undefined ? {} : { cookie }), ...(origin === undefined ? {} : { origin }) },
  });
  socket.binaryType = 'arraybuffer';
  const doc = new Y.Doc();
  const notices: Notice[] = [];
  let changes = 0;
  let acknowledged = 0;
  // Never fails by itself: who waits for it in vain is ended by the test's own time limit.
  const synced = Promise.withResolvers<void>();
  const closed = new Promise<number>((done) => {
    socket.on('error', () => {});
    socket.on('close', done);
  });
  const send = (message: Uint8Array): void => {
    socket.send(message);
    if (changesDocument(message)) changes += 1;
  };

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== socket) send(updateFrame(update));
  });
  socket.on('open', () => {
    send(encodeHello(1));
    send(frame(MESSAGE.sync, (encoder) => sync.writeSyncStep1(encoder, doc)));
  });
  const receive = (message: Uint8Array): void => {
    const decoder = decoding.createDecoder(message);
    const kind = decoding.readVarUint(decoder);
    if (kind === MESSAGE.bundle) for (const part of readBundle(decoder)) receive(part);
    if (kind === MESSAGE.ack) acknowledged = readAck(decoder);
    if (kind === MESSAGE.notice) {
      const notice = readNotice(decoder);
      if (notice !== undefined) notices.push(notice);
    }
    if (kind !== MESSAGE.sync) return;
    const answer = encoding.createEncoder();
    encoding.writeVarUint(answer, MESSAGE.sync);
    const part = sync.readSyncMessage(decoder, answer, doc, socket);
    if (part === sync.messageYjsSyncStep2) synced.resolve();
    if (encoding.length(answer) > 1) send(encoding.toUint8Array(answer));
  };
  socket.on('message', (data: ArrayBuffer) => receive(new Uint8Array(data)));
  const close = (): void => socket.close();
  onTestFinished(close);
  return {
    doc,
    notices,
    saved: () => until(() => changes > 0 && acknowledged === changes),
    synced: synced.promise,
    closed,
    send,
    close,
  };
}

function frame(kind: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kind);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** A document update as a frame. */
export const updateFrame = (update: Uint8Array): Uint8Array =>
  frame(MESSAGE.sync, (encoder) => sync.writeUpdate(encoder, update));

/** The same as the answer to a step 1. */
export const step2Frame = (update: Uint8Array): Uint8Array =>
  frame(MESSAGE.sync, (encoder) => {
    encoding.writeVarUint(encoder, sync.messageYjsSyncStep2);
    encoding.writeVarUint8Array(encoder, update);
  });

/** Waits for a condition; fails the test when it does not come. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitFor(
    async () => {
      if (!(await holds())) throw new Error(`still waiting for: ${holds}`);
    },
    { timeout: 10_000, interval: 10 },
  );
}
