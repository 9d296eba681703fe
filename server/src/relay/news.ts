import { MESSAGE } from '@samenbord/shared/protocol';
import { type PresenceState, presenceFrame, updateFrame } from './frames.ts';
import { ReadyFrame } from './ready.ts';

/** Which parts of the news somebody gets. */
export interface Parts {
  readonly updates: boolean;
  readonly presence: boolean;
}

/**
 * What a room has to tell everybody at one moment: changes, merged, and presence. Each way of telling it is
 * encoded at its first use, once for all.
 */
export class News {
  readonly updates: readonly Uint8Array[];
  readonly states: readonly PresenceState[];
  #updateMessages: readonly Uint8Array[] | undefined;
  #presenceMessage: Uint8Array | undefined;
  #updateFrames: readonly ReadyFrame[] | undefined;
  #presenceFrame: ReadyFrame | undefined;
  readonly #bundles = new Map<number, ReadyFrame>();

  constructor(updates: readonly Uint8Array[], states: readonly PresenceState[]) {
    this.updates = updates;
    this.states = states;
  }

  /** The changes, a frame for each message. */
  get updateFrames(): readonly ReadyFrame[] {
    this.#updateFrames ??= this.#updatesAsMessages().map((message) => new ReadyFrame([message]));
    return this.#updateFrames;
  }

  get presenceFrame(): ReadyFrame {
    this.#presenceFrame ??= new ReadyFrame([this.#presenceAsMessage()]);
    return this.#presenceFrame;
  }

  /** A bundle of these parts; {@link bundleHead} goes before it. */
  bundle({ updates, presence }: Parts): ReadyFrame {
    const which = (updates ? 1 : 0) + (presence ? 2 : 0);
    let bundle = this.#bundles.get(which);
    if (bundle === undefined) {
      // Changes first: presence that was said after a change is not heard before it.
      const messages = [
        ...(updates ? this.#updatesAsMessages() : []),
        ...(presence ? [this.#presenceAsMessage()] : []),
      ];
      bundle = new ReadyFrame(messages.flatMap((message) => [varUint(message.byteLength), message]));
      this.#bundles.set(which, bundle);
    }
    return bundle;
  }

  #updatesAsMessages(): readonly Uint8Array[] {
    this.#updateMessages ??= this.updates.map(updateFrame);
    return this.#updateMessages;
  }

  #presenceAsMessage(): Uint8Array {
    this.#presenceMessage ??= presenceFrame(this.states);
    return this.#presenceMessage;
  }
}

/** What stands at the head of a bundle: its kind and, as its first message, an acknowledgement. */
export function bundleHead(acknowledged: number | undefined): Uint8Array {
  if (acknowledged === undefined) return EMPTY_HEAD;
  const count = varUint(acknowledged);
  return Uint8Array.of(MESSAGE.bundle, 1 + count.byteLength, MESSAGE.ack, ...count);
}

const EMPTY_HEAD = Uint8Array.of(MESSAGE.bundle);

function varUint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
