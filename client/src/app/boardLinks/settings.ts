import { LIMITS, type LinkInfo, type LinkSettings } from '@samenbord/shared/protocol';

/** A link's settings as they are being typed. */
export interface TypedSettings {
  readonly name: string;
  /** As a `datetime-local` field has it, in this browser's time; empty for no end. */
  readonly end: string;
  /** Empty for any number. */
  readonly people: string;
  readonly ask: boolean;
}

export type SettingsProblem = 'end-past' | 'people-unfit' | 'name-long';

export const NO_SETTINGS: TypedSettings = { name: '', end: '', people: '', ask: false };

/** What a link has now, to be changed. */
export const typedOf = ({ name, expires, maxPeople, admission }: LinkInfo): TypedSettings => ({
  name,
  end: expires === null ? '' : localTime(expires),
  people: maxPeople === null ? '' : String(maxPeople),
  ask: admission === 'ask',
});

/** What to send, or what is wrong. @param now ms since the epoch */
export function readSettings(typed: TypedSettings, now: number): LinkSettings | SettingsProblem {
  const name = typed.name.trim();
  if ([...name].length > LIMITS.linkName) return 'name-long';
  const expires = typed.end === '' ? null : new Date(typed.end).getTime();
  if (expires !== null && !(expires > now)) return 'end-past';
  const people = typed.people.trim();
  const maxPeople = people === '' ? null : Number(people);
  if (
    maxPeople !== null &&
    !(Number.isInteger(maxPeople) && maxPeople >= 1 && maxPeople <= LIMITS.linkPeople)
  )
    return 'people-unfit';
  return { name, expires, maxPeople, admission: typed.ask ? 'ask' : 'open' };
}

/** Only what differs: somebody else may be changing the rest. */
export function changesOf(link: LinkInfo, settings: LinkSettings): LinkSettings {
  const { name, expires, maxPeople, admission } = settings;
  return {
    ...(name === link.name ? {} : { name }),
    // The field has minutes, the link may have seconds: an end that nobody touched stays as it is.
    ...(sameMinute(expires ?? null, link.expires) ? {} : { expires }),
    ...(maxPeople === link.maxPeople ? {} : { maxPeople }),
    ...(admission === link.admission ? {} : { admission }),
  };
}

const sameMinute = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && localTime(a) === localTime(b));

/** `2026-12-01T14:00` in this browser's time. @param time ms since the epoch */
export function localTime(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
