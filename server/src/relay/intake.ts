import { CLOSE } from '@samenbord/shared/protocol';
import { judge, type Refusal } from './admission.ts';
import type { Care } from './care.ts';
import type { Connection } from './connection.ts';
import type { Frame, PresenceState } from './frames.ts';
import type { Journal } from './journal.ts';
import type { RelayLimits } from './limits.ts';
import { holdsFormer, knowsFormer } from './lives.ts';
import type { RelayMetrics } from './metrics.ts';
import type { OpenDocument } from './opening.ts';
import type { Presence } from './presence.ts';
import { type CheckedUpdate, isStateVector, withoutKnown } from './updates.ts';

/** Where an intake puts what it takes. */
export interface IntakeContext {
  readonly limits: RelayLimits;
  readonly metrics: RelayMetrics;
  readonly journal: Journal;
  readonly presence: Presence;
  readonly care: Care;
  /** Something was gathered that everybody in the room will get. */
  readonly gathered: () => void;
}

/** What a room does with each message of its connections. */
export class Intake {
  readonly #context: IntakeContext;

  constructor(context: IntakeContext) {
    this.#context = context;
  }

  /** Takes one message; the document is loaded. */
  take(connection: Connection, frame: Frame, open: OpenDocument): void {
    switch (frame.kind) {
      case 'hello':
        connection.greeted(frame.version);
        if (this.#context.journal.refusing !== undefined)
          connection.notice({ code: 'unsaved', reason: this.#context.journal.refusing });
        if (this.#context.care.fullness.near) connection.notice({ code: 'nearly-full' });
        if (connection.frozen) connection.notice({ code: 'frozen' });
        connection.acknowledge();
        return;
      case 'step1':
        this.#join(connection, frame.stateVector, open);
        return;
      case 'step2':
      case 'update':
        this.#change(connection, frame.kind === 'step2', frame.update, open);
        return;
      case 'presence':
        this.#present(connection, frame.states);
        return;
      case 'query-presence':
        connection.outbox.allPresence();
        return;
      case 'unknown':
        return;
    }
  }

  #join(connection: Connection, stateVector: Uint8Array, { life }: OpenDocument): void {
    if (stateVector.byteLength > this.#context.limits.stateVector) {
      connection.close(CLOSE.tooLarge);
    } else if (!isStateVector(stateVector)) {
      connection.close(CLOSE.malformed);
    } else if (life !== undefined && knowsFormer(stateVector, life)) {
      this.#sendAway(connection);
    } else {
      connection.joined = true;
      connection.outbox.answer(stateVector);
    }
  }

  #change(connection: Connection, isStep2: boolean, bytes: Uint8Array, open: OpenDocument): void {
    const { metrics, limits, journal, gathered } = this.#context;
    const number = connection.countChange();
    // Of its own: a view would keep all of what the socket read in memory.
    const verdict = judge(new Uint8Array(bytes), {
      isStep2,
      mayWrite: connection.mayWrite,
      frozen: connection.frozen,
      lacks: (update) => open.document.lacks(update),
      spaceLeft: () => limits.document - open.compaction.size - journal.backlog,
    });
    if (verdict.take === undefined) {
      if (verdict.refusal !== undefined) this.#refuse(connection, verdict.refusal, open);
      connection.acknowledge();
      return;
    }
    if (open.life !== undefined && holdsFormer(verdict.take, open.life)) {
      this.#sendAway(connection);
      return;
    }
    const take = newOf(verdict.take, open);
    if (take === undefined || !(take.adds || take.deletes)) {
      if (take === undefined) this.#refuse(connection, 'malformed', open);
      connection.acknowledge();
      return;
    }
    const { backlog } = journal;
    if (backlog > 0 && backlog + take.bytes.byteLength > limits.backlog) {
      // The client keeps what is not acknowledged and brings it when it comes back.
      metrics.add('relay_refusals_total', 1, 'backlog');
      connection.close(CLOSE.tryAgain);
      return;
    }
    metrics.add('relay_updates_in_total');
    journal.gather(take, connection, number);
    gathered();
  }

  /** It has a copy of what was erased, and would bring that back. */
  #sendAway(connection: Connection): void {
    this.#context.metrics.add('relay_refusals_total', 1, 'erased');
    connection.close(CLOSE.erased);
  }

  #refuse(connection: Connection, refusal: Refusal, open: OpenDocument): void {
    this.#context.metrics.add('relay_refusals_total', 1, refusal);
    // It was told when the document was frozen, and is asked for this when that ends.
    if (refusal === 'frozen') return;
    if (refusal !== 'read-only') {
      connection.notice({ code: 'refused', reason: refusal });
    } else if (connection.hello && !connection.toldReadOnly) {
      connection.toldReadOnly = true;
      connection.notice({ code: 'read-only' });
    }
    if (refusal !== 'too-large') return;
    connection.refusedTooLarge = true;
    // What is stored may come to less once it is compacted; trying costs, so not for every byte.
    if (open.compaction.uncompacted > this.#context.limits.document / 100)
      void this.#context.care.compact(open);
  }

  #present(connection: Connection, states: readonly PresenceState[]): void {
    const refused = this.#context.presence.receive(connection, states, performance.now());
    if (refused > 0) this.#context.metrics.add('relay_refusals_total', refused, 'presence');
    if (this.#context.presence.hasChanged) this.#context.gathered();
  }
}

/** What is to be taken of a change: of documents out of which things go for good, only what they never had. */
function newOf(change: CheckedUpdate, { document, life }: OpenDocument): CheckedUpdate | undefined {
  return life === undefined ? change : document.look((doc) => withoutKnown(change, doc));
}
