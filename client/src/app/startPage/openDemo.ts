import { createBoard, join } from '../../session/join.ts';
import { secretOfLink } from '../address.ts';
import { recent } from '../recent.ts';
import { creationSecret, creationWorked } from './creation.ts';

/**
 * Makes a fresh board of the worked example, for this browser alone, and joins it as facilitator.
 * @returns where to go; with the secret when the browser did not keep the session
 * @throws {ApiFailure}
 */
export async function openDemo(name: string): Promise<{ board: string; secret: string | undefined }> {
  const { rietwijk } = await import('@samenbord/shared/demo');
  const { board, links } = await createBoard(rietwijk, creationSecret());
  creationWorked();
  const title = rietwijk.title ?? rietwijk.name ?? '';
  recent.remember({ board, title, role: 'facilitator', openedAt: Date.now(), links });
  const secret = secretOfLink(links.facilitator);
  if (secret !== undefined) await join(board, secret, name);
  return { board, secret };
}
