/**
 * Small things this browser remembers for the person: in `localStorage` (`always`) or for this tab
 * (`tab`). Where storage is blocked nothing is remembered and nothing breaks.
 */
type Place = 'always' | 'tab';

const storageAt = (place: Place): Storage => (place === 'always' ? localStorage : sessionStorage);

/** What was remembered under this name, or `undefined`. */
export function recall(name: string, place: Place): string | undefined {
  try {
    return storageAt(place).getItem(`samenbord.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether the browser keeps it */
export function remember(name: string, value: string, place: Place): boolean {
  try {
    storageAt(place).setItem(`samenbord.${name}`, value);
    return true;
  } catch {
    return false;
  }
}

export function forget(name: string, place: Place): void {
  try {
    storageAt(place).removeItem(`samenbord.${name}`);
  } catch {
    // Nothing was remembered.
  }
}

/** Whether this browser remembers anything at all. */
export const canRemember = (): boolean => remember('probe', 'yes', 'always');
