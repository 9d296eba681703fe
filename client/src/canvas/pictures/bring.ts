import type { Point } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import { text } from '../../i18n/index.ts';
import { notify } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import type { Bringing } from './bringing.ts';
import { calledBy } from './called.ts';
import { draftsFor } from './places.ts';
import { type Prepared, prepare } from './prepare.ts';
import { PictureProblem, type PictureProblemKind } from './problem.ts';
import { send } from './sending.ts';

let made = 0;

/**
 * Puts pictures on the board, each on a sticker: one step of undo for those that go together. What is no picture
 * is refused with a sentence that says why; what cannot be sent now waits, and nothing is lost.
 * @param at where on the sheet; a free spot of what is seen when `null`
 */
export async function bringFiles(
  model: CanvasModel,
  files: readonly Blob[],
  at: Point | null,
): Promise<void> {
  if (!model.canWrite() || files.length === 0) return;
  if (files.length > LIMITS.picturesAtOnce) {
    const values = { count: files.length, limit: LIMITS.picturesAtOnce };
    notify({ text: text('pictorial', 'bring.tooMany', values), tone: 'trouble' });
    return;
  }
  model.writer.finish(false);
  // Where somebody points is where they pointed when they pasted, whatever they do while it is prepared.
  const drafts = draftsFor(model, files.length, at);
  const ready: Bringing[] = [];
  for (const [index, file] of files.entries()) {
    const name = nameOf(file);
    const draft = drafts[index];
    const prepared = await preparedOf(file, name);
    if (prepared === undefined || draft === undefined) continue;
    made += 1;
    const called = file instanceof File ? calledBy(file.name) : undefined;
    const known = called === undefined ? {} : { called };
    ready.push({ id: made, name, ...known, ...prepared, draft, state: 'sending' });
  }
  if (ready.length > 0) await send(model, ready);
}

function nameOf(file: Blob): string {
  return file instanceof File && file.name !== '' ? file.name : text('pictorial', 'bring.pasted');
}

async function preparedOf(file: Blob, name: string): Promise<Prepared | undefined> {
  try {
    return await prepare(file);
  } catch (error) {
    const kind: PictureProblemKind = error instanceof PictureProblem ? error.kind : 'broken';
    const values = { name, mb: LIMITS.picture / 2 ** 20, mp: LIMITS.pictureSource / 1e6 };
    notify({ text: text('pictorial', `problem.${kind}`, values), tone: 'trouble' });
    return undefined;
  }
}
