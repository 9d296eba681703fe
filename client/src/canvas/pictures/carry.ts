import type { Clip } from '@samenbord/shared/board';
import { text } from '../../i18n/index.ts';
import { pictureCalls } from '../../session/pictureCalls.ts';
import { notify } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { pictureBrought } from './desk.ts';

/**
 * Brings the pictures of stickers that were copied from another board to this one: they keep their hashes, so the
 * stickers are laid at once. Only who may open the other board in this browser has them.
 */
export async function carryPictures(model: CanvasModel, clip: Clip): Promise<void> {
  const hashes = new Set(clip.stickers.flatMap(({ details: { picture } }) => picture?.hash ?? []));
  if (clip.board === model.boardId || hashes.size === 0) return;
  const from = pictureCalls({ board: clip.board });
  const to = pictureCalls(model.session);
  let failed = 0;
  for (const hash of hashes) {
    try {
      await to.bring(await from.fetch(hash));
      pictureBrought(model.boardId, hash);
    } catch {
      failed += 1;
    }
  }
  if (failed === 0) return;
  notify({
    text: text('pictorial', 'carry.failed', { count: failed }),
    tone: 'trouble',
    action: { label: text('pictorial', 'bring.again'), run: () => void carryPictures(model, clip) },
  });
}
