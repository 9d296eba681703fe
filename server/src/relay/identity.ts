import { endsObject } from './plainJson.ts';
import type { Session } from './types.ts';

/** How the states of one connection begin, as it says them and as they are passed on. */
interface Beginning {
  readonly said: string;
  readonly own: string;
}

/**
 * Puts the person of a session into what a connection says of itself, whatever it said: nobody appears under
 * another's name, and who may not write is not seen to drag, draw or type.
 */
export class Identity {
  readonly #session: Session;
  #beginning: Beginning | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * @param json the state as it was said.
   * @returns the state as others get it; `undefined` for what is no JSON object.
   */
  put(json: string, mayWrite: boolean): string | undefined {
    const beginning = this.#beginning;
    // Most states differ from the one before behind the person only: those need not be taken apart.
    if (mayWrite && beginning !== undefined && saysNoMoreOfWho(json, beginning.said))
      return beginning.own === beginning.said ? json : beginning.own + json.slice(beginning.said.length);
    return this.#putWhole(json, mayWrite);
  }

  #putWhole(json: string, mayWrite: boolean): string | undefined {
    let state: unknown;
    try {
      state = JSON.parse(json);
    } catch {
      return undefined;
    }
    if (!isObject(state)) return undefined;
    const said = 'user' in state && isObject(state.user) ? state.user : {};
    const { person, role, partner } = this.#session;
    const user = { ...said, id: person.id, name: person.name, role, partner, duty: person.duty };
    this.#beginning = { said: `{"user":${JSON.stringify(said)}`, own: `{"user":${JSON.stringify(user)}` };
    const writing = mayWrite ? {} : { drag: undefined, ink: undefined, typing: undefined };
    return JSON.stringify({ ...state, ...writing, user });
  }
}

/** Whether a text is a JSON object that begins like this and does not speak of `user` behind it, however spelt. */
function saysNoMoreOfWho(json: string, beginning: string): boolean {
  return (
    json.startsWith(beginning) &&
    !json.includes('"user"', beginning.length) &&
    endsObject(json, beginning.length)
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
