import { moveStickers, readPlaces } from '@samenbord/shared/board';
import { SYNC } from '@samenbord/shared/protocol';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Dialect } from '../relay/dialect.ts';
import { prepareState } from '../relay/workload.ts';

/** A person on a board with a document of their own, over one connection after the other. */
export class Visitor {
  readonly #doc = new Y.Doc();
  readonly #dialect: Dialect;
  readonly #document: string;
  readonly #name: string;
  #socket: WebSocket | undefined;
  #clock = 0;

  /** @param document the board's name. */
  constructor(dialect: Dialect, document: string, name: string) {
    this.#dialect = dialect;
    this.#document = document;
    this.#name = name;
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'relay') this.#send(dialect.sync(document, SYNC.update, update));
    });
  }

  /** Connects; resolves when the document is here. @throws when the server closes before that */
  open(url: string): Promise<void> {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    this.#socket = socket;
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('close', (code) => reject(new Error(`the server closed with ${code}`)));
      socket.on('open', () => {
        for (const frame of this.#dialect.greeting(this.#document)) this.#send(frame);
        this.#send(this.#dialect.sync(this.#document, SYNC.step1, Y.encodeStateVector(this.#doc)));
        this.say();
      });
      socket.on('message', (data: Buffer) => {
        for (const message of this.#dialect.read(data)) {
          if (message.kind === 'step1') {
            const lacking = Y.encodeStateAsUpdate(this.#doc, message.body);
            this.#send(this.#dialect.sync(this.#document, SYNC.step2, lacking));
          } else if (message.kind === 'step2' || message.kind === 'update') {
            Y.applyUpdate(this.#doc, message.body, 'relay');
            if (message.kind === 'step2') resolve();
          }
        }
      });
    });
  }

  /** Brings a board's stickers, for the first who comes. */
  bring(board: Uint8Array): void {
    Y.applyUpdate(this.#doc, board);
  }

  /** Says where they drag to. */
  say(): void {
    this.#clock++;
    const state = prepareState(this.#doc.clientID, this.#clock, this.#name);
    this.#send(this.#dialect.awareness(this.#document, state));
  }

  /** Lets go of a sticker. @param chance from 0 to 1: which, and where */
  drop(chance: number): void {
    const places = [...readPlaces(this.#doc).places];
    const [id, place] = places[Math.floor(chance * places.length)] ?? [];
    if (id !== undefined && place !== undefined)
      moveStickers(this.#doc, new Map([[id, { ...place, x: chance, y: 1 - chance }]]));
  }

  /** Leaves as a page that is closed does; `lost` as on a train. */
  async leave(how: 'closed' | 'lost'): Promise<void> {
    const socket = this.#socket;
    if (socket === undefined || socket.readyState === WebSocket.CLOSED) return;
    const closed = new Promise((done) => socket.once('close', done));
    if (how === 'lost') socket.terminate();
    else socket.close();
    await closed;
  }

  #send(message: Uint8Array): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(message);
  }
}
