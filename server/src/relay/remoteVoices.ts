import type { NodePresence } from '../cluster/index.ts';
import type { Presence, SpokenState, Voice } from './presence.ts';

/** A person on another node. */
class Remote implements Voice {
  readonly session: Voice['session'];
  readonly elsewhere = true;
  readonly #clients = new Set<number>();
  constructor(person: string) {
    this.session = { person: { id: person } };
  }

  /** Counts a state it is said to have. Returns whether it has any left. */
  count({ client, json }: NodePresence): boolean {
    if (json === 'null') this.#clients.delete(client);
    else this.#clients.add(client);
    return this.#clients.size > 0;
  }
}

/** The people of a document on other nodes, by the voice in which each room there speaks. */
export class RemoteVoices {
  readonly #presence: Presence;
  readonly #voices = new Map<string, Map<string, Remote>>();

  constructor(presence: Presence) {
    this.#presence = presence;
  }

  /**
   * Takes what a room on another node says of its people.
   * @param all whether that is all of them, so that who is missing has left.
   */
  hear(id: string, states: readonly NodePresence[], all: boolean): void {
    const now = performance.now();
    const voice = this.#voices.get(id) ?? new Map<string, Remote>();
    this.#voices.set(id, voice);
    for (const state of states) {
      const person = voice.get(state.person) ?? new Remote(state.person);
      if (person.count(state)) voice.set(state.person, person);
      else voice.delete(state.person);
      this.#presence.hear(person, [state], now);
    }
    if (all) {
      const clients = new Set(states.map(({ client }) => client));
      const people = new Set(states.map(({ person }) => person));
      for (const [person, remote] of voice) {
        this.#presence.leave(remote, now, clients);
        if (!people.has(person)) voice.delete(person);
      }
    }
  }

  /** A room on another node is gone, and its people with it. */
  left(id: string): void {
    for (const remote of this.#voices.get(id)?.values() ?? [])
      this.#presence.leave(remote, performance.now());
    this.#voices.delete(id);
  }
}

/** Those of the states that were said here, as other nodes are told them. */
export function saidHere(states: Iterable<SpokenState>): readonly NodePresence[] {
  return [...states].filter(({ speaker }) => speaker.elsewhere !== true).map(asSaid);
}

function asSaid({ client, clock, json, speaker }: SpokenState): NodePresence {
  return { client, clock, json, person: speaker.session.person.id };
}
