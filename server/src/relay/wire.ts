import { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { ReadyFrame } from './ready.ts';

/**
 * The sending half of a WebSocket: beside what `ws` sends, frames that are ready to go, written to the socket
 * under it. Both come in the order in which they were asked for, because `ws` writes at once what it does not
 * compress, and nothing is compressed here.
 */
export class Wire {
  readonly #webSocket: WebSocket;
  /** `undefined` where `ws` keeps its socket elsewhere, or has agreed on an extension that changes frames. */
  readonly #socket: Socket | undefined;

  constructor(webSocket: WebSocket) {
    this.#webSocket = webSocket;
    this.#socket = webSocket.extensions === '' ? socketUnder(webSocket) : undefined;
  }

  get open(): boolean {
    return this.#webSocket.readyState === this.#webSocket.OPEN;
  }

  /** Bytes that the system has not taken yet. */
  get unsent(): number {
    return this.#webSocket.bufferedAmount;
  }

  /** @param sent called when the system has taken it. */
  send(message: Uint8Array, sent?: () => void): void {
    this.#webSocket.send(message, sent);
  }

  /** Sends a frame with this head. */
  sendReady(frame: ReadyFrame, head: Uint8Array, sent?: () => void): void {
    const bytes = frame.with(head);
    if (this.#socket === undefined) {
      this.#webSocket.send(messageOf(bytes), sent);
      frame.keep();
      return;
    }
    this.#socket.write(bytes, sent);
    if (this.#socket.writableLength > 0) frame.keep();
  }
}

/** The TCP or TLS socket that a WebSocket runs on. `ws` has no name for it that is meant for others. */
export function socketUnder(webSocket: WebSocket): Socket | undefined {
  const socket: unknown = Reflect.get(webSocket, '_socket');
  return socket instanceof Socket ? socket : undefined;
}

/** A frame without its header. */
function messageOf(frame: Buffer): Buffer {
  const length = frame[1] ?? 0;
  return frame.subarray(length < 126 ? 2 : length === 126 ? 4 : 10);
}
