import type { PresenceState } from './frames.ts';
import type { Identity } from './identity.ts';

/** Whoever speaks for clients, known by identity; for one person only. */
export interface Voice {
  readonly session: { readonly person: { readonly id: string } };
  /** Whether it speaks on another node. */
  readonly elsewhere?: boolean;
}

/** A connection as a voice: its session is put into what it says. */
export interface Speaker extends Voice {
  readonly identity: Identity;
  readonly mayWrite: boolean;
}

/** A state and who said it. */
export interface SpokenState extends PresenceState {
  readonly speaker: Voice;
}

export interface PresenceBounds {
  /** Characters of one state. */
  readonly presence: number;
  /** Clients one speaker may speak for. */
  readonly presenceIds: number;
}

interface Departed {
  readonly clock: number;
  readonly person: string;
  /** ms. */
  readonly at: number;
}

/** How long a client that left is remembered, ms: longer than any message about it is under way. */
const REMEMBER_DEPARTED = 60_000;

/** Clients that left and are remembered; beyond, the longest gone of whoever leaves is forgotten. */
const MOST_DEPARTED = 1000;

/**
 * Who is present in a room, without a Yjs document: the newest state per client id and who may speak for
 * it. A connection speaks for the client ids it was the first to announce. Messages about others are no
 * attack: clients of y-websocket send back every state they hear. They are passed over in silence.
 */
export class Presence {
  readonly #bounds: PresenceBounds;
  readonly #present = new Map<number, SpokenState>();
  readonly #departed = new Map<number, Departed>();
  /** Clients that anybody was told of. */
  readonly #told = new Set<number>();
  #changed = new Map<number, SpokenState>();

  constructor(bounds: PresenceBounds) {
    this.#bounds = bounds;
  }

  /**
   * Takes what a connection says.
   * @param now ms.
   * @returns how many states were refused because they are too large, too many or no JSON object.
   */
  receive(speaker: Speaker, states: readonly PresenceState[], now: number): number {
    let refused = 0;
    for (const state of states) {
      if (!this.#maySpeak(speaker, state)) continue;
      if (state.json === 'null') this.#remove(state.client, state.clock, now);
      else if (!this.#set(speaker, state)) refused++;
    }
    return refused;
  }

  /**
   * Takes what another node says of its people, which that node has judged.
   * @param now ms.
   */
  hear(speaker: Voice, states: readonly PresenceState[], now: number): void {
    for (const state of states) {
      if (!this.#maySpeak(speaker, state)) continue;
      if (state.json === 'null') this.#remove(state.client, state.clock, now);
      else this.#put(speaker, state, state.json);
    }
  }

  /** A connection is gone: so are those it spoke for, but for `stay`. */
  leave(speaker: Voice, now: number, stay?: ReadonlySet<number>): void {
    for (const { client, clock, speaker: of } of this.#present.values())
      if (of === speaker && stay?.has(client) !== true) this.#remove(client, clock, now);
  }

  /** What changed since the last call, newest state per client; left ones with the state `null`. */
  takeChanged(): readonly SpokenState[] {
    if (this.#changed.size === 0) return [];
    const changed = [...this.#changed.values()];
    this.#changed = new Map();
    this.#countTold(changed);
    return changed;
  }

  /** The same of what was said on other nodes only. */
  takeChangedElsewhere(): readonly SpokenState[] {
    const changed = [...this.#changed.values()].filter(({ speaker }) => speaker.elsewhere === true);
    for (const { client } of changed) this.#changed.delete(client);
    this.#countTold(changed);
    return changed;
  }

  get hasChanged(): boolean {
    return this.#changed.size > 0;
  }

  /** All present states, and who said them. */
  spoken(): Iterable<SpokenState> {
    return this.#present.values();
  }

  /** The present states: of these clients, or of all. For those not present, that they left. */
  states(of?: Iterable<number>): readonly PresenceState[] {
    for (const client of this.#present.keys()) this.#told.add(client);
    if (of === undefined) return [...this.#present.values()];
    return [...of].flatMap((client) => {
      const present = this.#present.get(client);
      const departed = this.#departed.get(client);
      return present ?? (departed === undefined ? [] : { client, clock: departed.clock, json: 'null' });
    });
  }

  /** Whether all of these states are the speaker's own. */
  isOnly(speaker: Voice, states: readonly PresenceState[]): boolean {
    return states.every(({ client }) => this.#present.get(client)?.speaker === speaker);
  }

  /** Forgets who left long ago. */
  forget(now: number): void {
    for (const [client, { at }] of this.#departed)
      if (at < now - REMEMBER_DEPARTED) this.#departed.delete(client);
  }

  #countTold(states: readonly SpokenState[]): void {
    for (const { client, json } of states) {
      if (json === 'null') this.#told.delete(client);
      else this.#told.add(client);
    }
  }

  #maySpeak(speaker: Voice, { client, clock, json }: PresenceState): boolean {
    const present = this.#present.get(client);
    if (present !== undefined) {
      const newer = clock > present.clock || (clock === present.clock && json === 'null');
      // A person who comes back over a new connection takes over from the old one, which may not have
      // been noticed to be dead yet.
      const samePerson = present.speaker.session.person.id === speaker.session.person.id;
      return present.speaker === speaker ? newer : samePerson && clock > present.clock;
    }
    if (json === 'null') return false;
    const departed = this.#departed.get(client);
    if (departed === undefined) return true;
    // A state of someone who left, sent back by another client that had not heard yet, must not revive them.
    // Nor does anybody else appear under the client id of a person whose connection just dropped.
    return departed.person === speaker.session.person.id;
  }

  #set(speaker: Speaker, state: PresenceState): boolean {
    if (state.json.length > this.#bounds.presence) return false;
    const json = speaker.identity.put(state.json, speaker.mayWrite);
    if (json === undefined || !this.#hasRoom(speaker, state.client)) return false;
    this.#put(speaker, state, json);
    return true;
  }

  #put(speaker: Voice, { client, clock }: PresenceState, json: string): void {
    const present = { client, clock, json, speaker };
    this.#present.set(client, present);
    this.#departed.delete(client);
    this.#changed.set(client, present);
  }

  #remove(client: number, clock: number, now: number): void {
    const present = this.#present.get(client);
    if (present === undefined) return;
    this.#present.delete(client);
    const { id: person } = present.speaker.session.person;
    this.#departed.set(client, { clock, person, at: now });
    if (this.#departed.size > MOST_DEPARTED) this.#forgetLongestGoneOf(person);
    // Whoever came and went within one window was never there.
    const { speaker } = present;
    if (this.#told.has(client)) this.#changed.set(client, { client, clock, json: 'null', speaker });
    else this.#changed.delete(client);
  }

  /** Of the person who just left another: nobody pushes the clients of others out by coming and going. */
  #forgetLongestGoneOf(person: string): void {
    for (const [client, departed] of this.#departed) {
      if (departed.person !== person) continue;
      this.#departed.delete(client);
      return;
    }
  }

  #hasRoom(speaker: Speaker, client: number): boolean {
    if (this.#present.get(client)?.speaker === speaker) return true;
    let spokenFor = 0;
    for (const { speaker: of } of this.#present.values()) if (of === speaker) spokenFor++;
    return spokenFor < this.#bounds.presenceIds;
  }
}
