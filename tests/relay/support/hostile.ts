import { encodeHello, MESSAGE, SYNC } from '@samenbord/shared/protocol';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { presenceMessage, syncMessage } from './client.ts';
import { pick, wholeBelow } from './seeded.ts';

/** Bytes as a hostile or broken client might send them. */
export interface HostileFrame {
  readonly bytes: Uint8Array;
  /** Whether they are made to close their connection; others may all the same. */
  readonly fatal: boolean;
}

/** Documents that good frames are made of, and changes of each. */
const DOCUMENTS = 12;
const CHANGES = 15;

/** Numbers that a length or a count is most likely not prepared for. */
const HUGE = [127, 128, 0xffff, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1];

/** Without end: good frames again and again in any order, and what can be made of them. */
export class HostileFrames {
  readonly #random: () => number;
  readonly #good: readonly Uint8Array[];
  readonly #updates: readonly Uint8Array[];

  constructor(random: () => number) {
    this.#random = random;
    this.#updates = Array.from({ length: DOCUMENTS }, () => changes(random)).flat();
    this.#good = this.#goodFrames();
  }

  next(): HostileFrame {
    const chance = this.#random();
    if (chance < 0.7) return survivable(pick(this.#random, this.#good));
    if (chance < 0.8) return survivable(this.#message(this.#tampered(pick(this.#random, this.#updates))));
    if (chance < 0.85) return survivable(this.#message(this.#cut(pick(this.#random, this.#updates))));
    if (chance < 0.89) return survivable(this.#message(this.#lyingUpdate()));
    if (chance < 0.91) return survivable(this.#message(this.#noise(100)));
    if (chance < 0.95) return survivable(Uint8Array.of(MESSAGE.hello + 20, ...this.#noise(60)));
    if (chance < 0.994) return survivable(this.#strangePresence());
    if (chance < 0.995) return survivable(this.#random() < 0.5 ? encodeHello() : this.#question());
    return { bytes: this.#fatal(), fatal: true };
  }

  /** Rare: an answer costs more than all else, and brings nothing new about what may arrive. */
  #question(): Uint8Array {
    return syncMessage(SYNC.step1, Y.encodeStateVectorFromUpdate(pick(this.#random, this.#updates)));
  }

  #goodFrames(): readonly Uint8Array[] {
    const changing = this.#updates.map((update, index) =>
      syncMessage(index % 6 === 0 ? SYNC.update : SYNC.step2, update),
    );
    const presence = Array.from({ length: 100 }, (_, clock) =>
      presenceMessage([{ client: wholeBelow(this.#random, 5), clock, json: `{"cursor":${clock}}` }]),
    );
    return [...changing, ...presence, Uint8Array.of(MESSAGE.queryAwareness)];
  }

  /** As an update or a step 2. */
  #message(body: Uint8Array): Uint8Array {
    return syncMessage(this.#random() < 0.2 ? SYNC.update : SYNC.step2, body);
  }

  #noise(most: number): Uint8Array {
    return Uint8Array.from({ length: wholeBelow(this.#random, most) }, () => wholeBelow(this.#random, 256));
  }

  #tampered(good: Uint8Array): Uint8Array {
    const bytes = good.slice();
    for (let times = 1 + wholeBelow(this.#random, 3); times > 0; times--)
      bytes[wholeBelow(this.#random, bytes.length)] = wholeBelow(this.#random, 256);
    return bytes;
  }

  #cut(good: Uint8Array): Uint8Array {
    const from = this.#random() < 0.7 ? 0 : wholeBelow(this.#random, good.length);
    return good.slice(from, from + wholeBelow(this.#random, good.length - from));
  }

  /** Counts of clients, structs, lengths and deletions that are not so. */
  #lyingUpdate(): Uint8Array {
    const numbers = Array.from({ length: 1 + wholeBelow(this.#random, 8) }, () =>
      this.#random() < 0.4 ? pick(this.#random, HUGE) : wholeBelow(this.#random, 12),
    );
    return written((encoder) => {
      for (const number of numbers) encoding.writeVarUint(encoder, number);
    });
  }

  #strangePresence(): Uint8Array {
    const json = pick(this.#random, [
      'null',
      '{}',
      '[]',
      '7',
      '{"a":',
      '"text"',
      `{"a":"${'x'.repeat(300)}"}`,
    ]);
    const client = this.#random() < 0.5 ? wholeBelow(this.#random, 2000) : pick(this.#random, HUGE);
    const clock = this.#random() < 0.5 ? wholeBelow(this.#random, 2000) : pick(this.#random, HUGE);
    return presenceMessage(
      Array.from({ length: wholeBelow(this.#random, 4) }, (_, n) => ({ client: client + n, clock, json })),
    );
  }

  #fatal(): Uint8Array {
    const good = pick(this.#random, this.#good);
    switch (wholeBelow(this.#random, 6)) {
      case 0:
        return Uint8Array.of(wholeBelow(this.#random, 100), ...this.#noise(60));
      case 1:
        return good.slice(0, wholeBelow(this.#random, good.length));
      case 2:
        return Uint8Array.of(...good, ...this.#noise(20), 0);
      case 3:
        // A length that is not so, in front of the body.
        return written((encoder) => {
          encoding.writeVarUint(encoder, pick(this.#random, [MESSAGE.sync, MESSAGE.awareness]));
          encoding.writeVarUint(encoder, wholeBelow(this.#random, 3));
          encoding.writeVarUint(encoder, pick(this.#random, HUGE.slice(2)));
          encoding.writeUint8Array(encoder, good);
        });
      case 4:
        // As many states as that.
        return written((encoder) => {
          encoding.writeVarUint(encoder, MESSAGE.awareness);
          encoding.writeVarUint8Array(
            encoder,
            written((inner) => encoding.writeVarUint(inner, pick(this.#random, HUGE))),
          );
        });
      default:
        return new Uint8Array(70_000);
    }
  }
}

const survivable = (bytes: Uint8Array): HostileFrame => ({ bytes, fatal: false });

function written(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** The changes of one person, in order: of a map, a list, a text, and what of it they delete. */
function changes(random: () => number): readonly Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = wholeBelow(random, 2 ** 32);
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  const [map, list, text] = [doc.getMap('hostile'), doc.getArray('list'), doc.getText('text')];
  for (let number = 0; number < CHANGES; number++) {
    const what = wholeBelow(random, 6);
    if (what === 0) map.set(`key ${wholeBelow(random, 5)}`, number);
    else if (what === 1) map.set('nested', new Y.Map([['number', number]]));
    else if (what === 2) list.insert(wholeBelow(random, list.length + 1), [number, { a: [number] }]);
    else if (what === 3 && list.length > 0) list.delete(wholeBelow(random, list.length));
    else if (what === 4 && text.length > 0) text.delete(wholeBelow(random, text.length), 1);
    else text.insert(wholeBelow(random, text.length + 1), 'samen', { bold: random() < 0.5 });
  }
  return made;
}
