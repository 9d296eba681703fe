import { readSettings } from '../../session/join.ts';
import { writable } from '../../session/readable.ts';
import { forget, recall, remember } from '../remembered.ts';

const NAME = 'creation';

/** What making a board takes on this server, for all of the start page. */
export interface Creation {
  /** Whether the server asks for a secret. */
  readonly asked: boolean;
  readonly secret: string;
  /** In this browser, and not for this tab only. */
  readonly kept: boolean;
  /** It was tried and is not the one. */
  readonly wrong: boolean;
}

const stored = recall(NAME, 'always');

export const creation = writable<Creation>({
  asked: false,
  secret: stored ?? recall(NAME, 'tab') ?? '',
  kept: stored !== undefined,
  wrong: false,
});

/** Asks the server once whether it wants a secret. When that fails, making a board will tell. */
export async function askCreation(): Promise<void> {
  const settings = await readSettings().catch(() => undefined);
  if (settings?.boardCreation === 'secret') creation.set({ ...creation.get(), asked: true });
}

export function setCreation(change: Partial<Pick<Creation, 'secret' | 'kept'>>): void {
  creation.set({ ...creation.get(), ...change, wrong: false });
}

/** The secret to send; `undefined` where none is asked. */
export function creationSecret(): string | undefined {
  const { asked, secret } = creation.get();
  return asked ? secret.trim() : undefined;
}

/** It worked: remembered as the person wishes. */
export function creationWorked(): void {
  const { asked, secret, kept } = creation.get();
  if (!asked) return;
  remember(NAME, secret.trim(), kept ? 'always' : 'tab');
  if (!kept) forget(NAME, 'always');
}

/** The server did not take it, or asks for one that this page did not know of. */
export function creationRefused(): void {
  forget(NAME, 'always');
  forget(NAME, 'tab');
  creation.set({ ...creation.get(), asked: true, wrong: creation.get().secret !== '' });
}
