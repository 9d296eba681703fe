import { SYNC } from '@samenbord/shared/protocol';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Dialect } from './dialect.ts';
import { Recording } from './recording.ts';

/** The answer of someone who has nothing that the relay lacks. */
const NOTHING = Y.encodeStateAsUpdate(new Y.Doc());

const EMPTY = Y.encodeStateVector(new Y.Doc());

/** One person on one document: a plain `ws` client that keeps what it receives. */
export interface Person {
  readonly recording: Recording;
  /** The answer to its step 1: the document as it was when it joined. */
  readonly document: Uint8Array;
  readonly send: (frame: Uint8Array) => void;
  /** The code with which the socket was closed, once it is. */
  readonly closedWith: () => number | undefined;
  /** Resolves when the socket is closed. */
  readonly close: () => Promise<void>;
  /** Ends the socket without a word. */
  readonly terminate: () => void;
}

export interface PersonOptions {
  readonly url: string;
  /** The name in the dialect's messages. */
  readonly document: string;
  readonly dialect: Dialect;
  /** Sent with the step 1, as a page says at once who is there. */
  readonly state?: Uint8Array;
  /** What it brings: the answer to the relay's own step 1. */
  readonly brings?: Uint8Array;
}

/** ms that joining may take. */
const PATIENCE = 30_000;

/**
 * Opens a socket and joins: asks for the document, answers what the relay asks, and is there when the
 * relay's step 2 has come.
 * @throws {Error} when the relay closes the socket or does not answer
 */
export function openPerson({ url, document, dialect, state, brings }: PersonOptions): Promise<Person> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true });
    const recording = new Recording();
    const patience = setTimeout(() => socket.terminate(), PATIENCE);
    const closed = new Promise<void>((done) => socket.once('close', () => done()));
    const send = (frame: Uint8Array): void => socket.send(frame);
    const joined = (received: Uint8Array): void => {
      clearTimeout(patience);
      const close = (): Promise<void> => {
        socket.close();
        return closed;
      };
      const terminate = (): void => socket.terminate();
      resolve({ recording, document: received, send, closedWith: () => code, close, terminate });
    };

    socket.on('error', reject);
    let code: number | undefined;
    socket.on('close', (given) => {
      code = given;
      reject(new Error(`the relay closed the socket (${given})`));
    });
    socket.on('open', () => {
      for (const frame of dialect.greeting(document)) send(frame);
      if (dialect.answers) send(dialect.sync(document, SYNC.step1, EMPTY));
      if (state !== undefined) send(dialect.awareness(document, state));
      if (!dialect.answers) joined(NOTHING);
    });
    let isJoined = false;
    socket.on('message', (data: Buffer) => {
      recording.add(data, performance.now());
      if (isJoined && brings === undefined) return;
      for (const message of dialect.read(data)) {
        if (message.kind === 'step1') send(dialect.sync(document, SYNC.step2, brings ?? NOTHING));
        if (message.kind !== 'step2' || isJoined) continue;
        isJoined = true;
        joined(message.body.slice());
      }
    });
  });
}
