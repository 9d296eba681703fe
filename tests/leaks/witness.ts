import { encodeHello, MESSAGE, readBundle, SYNC } from '@samenbord/shared/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { until } from '../api/peer.ts';
import { foundIn } from './detector.ts';

/** Keeps every byte that one session is sent, by whatever way, and what can be read from it. */
export class Witness {
  readonly name: string;
  readonly #url: string;
  readonly #ticket: string;
  /** Everything received, each with where it came from. */
  readonly received: { readonly from: string; readonly bytes: Buffer }[] = [];

  constructor(name: string, url: string, ticket: string) {
    this.name = name;
    this.#url = url;
    this.#ticket = ticket;
  }

  /** Words that were received, with where they came from. */
  found(words: Iterable<string>): string[] {
    const wanted = [...words];
    return this.received.flatMap(({ from, bytes }) =>
      foundIn(bytes, wanted).map((word) => `${this.name}, ${from}: ${word}`),
    );
  }

  /** Asks the API, as this session and with whatever body; everything of the answer is kept. */
  async ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<void> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#ticket}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const headers = [...response.headers].flat().join('\n');
    this.#keep(`${method} ${path}`, Buffer.from(headers));
    this.#keep(`${method} ${path}`, Buffer.from(await response.arrayBuffer()));
  }

  /**
   * Opens a document, says hello, asks for all of it and for everybody's presence, and listens from then on. Resolves
   * when the document is here or the socket was closed.
   */
  async listen(document: string): Promise<void> {
    const address = `${this.#url.replace('http', 'ws')}/relay/${document}?ticket=${this.#ticket}`;
    const socket = new WebSocket(address);
    onTestFinished(() => socket.terminate());
    socket.binaryType = 'nodebuffer';
    let settled = false;
    const doc = new Y.Doc();
    socket.on('open', () => {
      socket.send(encodeHello());
      socket.send(message(MESSAGE.sync, (encoder) => sync.writeSyncStep1(encoder, doc)));
      socket.send(message(MESSAGE.queryAwareness, () => undefined));
    });
    socket.on('error', (error) => this.#keep(document, Buffer.from(String(error))));
    socket.on('close', (code, reason) => {
      this.#keep(document, Buffer.concat([Buffer.from(String(code)), reason]));
      settled = true;
    });
    socket.on('message', (data: Buffer) => {
      this.#keep(document, data);
      if (data[0] === MESSAGE.sync && data[1] === SYNC.step2) settled = true;
      this.#read(document, data);
    });
    await until(() => settled);
  }

  /** What a reader of Yjs sees in a message: also letters that were typed one by one, and what was deleted since. */
  #read(document: string, data: Uint8Array): void {
    const decoder = decoding.createDecoder(data);
    const kind = decoding.readVarUint(decoder);
    if (kind === MESSAGE.bundle) for (const part of readBundle(decoder)) this.#read(document, part);
    if (kind !== MESSAGE.sync) return;
    if (decoding.readVarUint(decoder) === SYNC.step1) return;
    const { structs } = Y.decodeUpdate(decoding.readVarUint8Array(decoder));
    const letters = structs.map((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '\n',
    );
    this.#keep(`${document}, read`, Buffer.from(letters.join('')));
  }

  #keep(from: string, bytes: Buffer): void {
    this.received.push({ from, bytes });
  }
}

function message(kind: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kind);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
