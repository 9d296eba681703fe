import { text } from '../../i18n/index.ts';
import { fetching, notify } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';

/** Fetched when somebody first votes. */
const voting = fetching(() => import('./index.ts'));

/** Puts a dot on each of these stickers, or takes it off when all of them have one. */
export function toggleVotes(model: CanvasModel, ids: readonly string[]): void {
  void voting.get().then(
    (part) => part.toggleVotes(model, ids),
    () => notify({ text: text('ui', 'part.failed'), tone: 'trouble' }),
  );
}
