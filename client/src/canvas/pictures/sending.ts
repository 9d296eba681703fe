import { text } from '../../i18n/index.ts';
import { ApiFailure } from '../../session/index.ts';
import { pictureCalls } from '../../session/pictureCalls.ts';
import { announce } from '../../ui/index.ts';
import { select } from '../acts.ts';
import type { CanvasModel } from '../model.ts';
import type { Bringing } from './bringing.ts';
import { pictureBrought } from './desk.ts';

/** A picture that the server has. */
interface Kept {
  readonly one: Bringing;
  readonly hash: string;
}

/** Sends pictures, and lays those that arrived on the board together. The others stay in the list, and say why. */
export async function send(model: CanvasModel, pictures: readonly Bringing[]): Promise<void> {
  followConnection(model);
  const sending = pictures.map((one) => ({ ...one, state: 'sending' as const }));
  put(model, sending);
  const calls = pictureCalls(model.session);
  const kept: Kept[] = [];
  // One after the other: two at a time take as long, and a bad line breaks sooner.
  for (const one of sending) {
    try {
      const { hash } = await calls.bring(one.blob);
      kept.push({ one, hash });
    } catch (error) {
      put(model, [{ ...one, state: stateAfter(error) }]);
    }
  }
  lay(model, kept);
}

function lay(model: CanvasModel, kept: readonly Kept[]): void {
  if (kept.length === 0) return;
  const drafts = kept.map(({ one: { draft, width, height, called }, hash }) => ({
    ...draft,
    details: {
      ...draft.details,
      picture: { hash, width, height, ...(called === undefined ? {} : { name: called }) },
    },
  }));
  const ids = model.board.commands.addStickers(drafts);
  if (ids === undefined) {
    put(
      model,
      kept.map(({ one }) => ({ ...one, state: 'refused' })),
    );
    return;
  }
  forget(
    model,
    kept.map(({ one }) => one.id),
  );
  for (const { hash } of kept) pictureBrought(model.boardId, hash);
  if (drafts.every(({ sheet }) => sheet === model.sheet().key)) select(model, ids);
  announce(text('pictorial', 'bring.done', { count: ids.length }));
}

/** Tries those again that could not be sent. */
export function retry(model: CanvasModel, which: (one: Bringing) => boolean = () => true): void {
  const again = model.bringing.get().filter((one) => one.state !== 'sending' && which(one));
  if (again.length > 0) void send(model, again);
}

/** Lets a picture go that was not sent. */
export function forget(model: CanvasModel, ids: readonly number[]): void {
  model.bringing.set(model.bringing.get().filter(({ id }) => !ids.includes(id)));
}

function put(model: CanvasModel, changed: readonly Bringing[]): void {
  const next = new Map(model.bringing.get().map((one) => [one.id, one]));
  for (const one of changed) next.set(one.id, one);
  model.bringing.set([...next.values()]);
}

function stateAfter(error: unknown): Bringing['state'] {
  const code = error instanceof ApiFailure ? error.code : 'network';
  if (code === 'pictures-full') return 'full';
  return WAITS.has(code) ? 'waiting' : 'refused';
}

/** Failures that go by themselves. */
const WAITS: ReadonlySet<string> = new Set(['network', 'unavailable', 'internal', 'too-many']);

const followed = new WeakSet<CanvasModel>();

/** What waits for a connection goes when there is one. */
function followConnection(model: CanvasModel): void {
  if (followed.has(model)) return;
  followed.add(model);
  const { status } = model.session;
  let connected = isConnected(status.get().kind);
  status.subscribe(() => {
    const now = isConnected(status.get().kind);
    if (now && !connected) retry(model, ({ state }) => state === 'waiting');
    connected = now;
  });
}

const isConnected = (kind: string): boolean => kind === 'saved' || kind === 'saving';
